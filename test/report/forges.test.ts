import { describe, expect, it } from 'vitest';
import { github } from '../../src/report/github.ts';
import { gitlab } from '../../src/report/gitlab.ts';
import { PIEGE, constats, contexte, sources, texte } from './jeu.ts';

/** Relit une commande comme le fait l'agent de GitHub Actions. */
function relire(line: string): { readonly command: string; readonly properties: Readonly<Record<string, string>>; readonly message: string } {
  const [, command = '', props = '', message = ''] = /^::(\w+) ?(.*?)::(.*)$/.exec(line) ?? [];
  const data = (s: string): string => s.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
  const property = (s: string): string => data(s.replaceAll('%3A', ':').replaceAll('%2C', ','));
  return { command, properties: Object.fromEntries(props.split(',').map((p) => [p.slice(0, p.indexOf('=')), property(p.slice(p.indexOf('=') + 1))])), message: data(message) };
}

describe('github', () => {
  const lines = github(constats, sources, contexte).trimEnd().split('\n');
  const commands = lines.slice(0, -1).map(relire);

  it('écrit une commande par constat, puis le compte', () => {
    expect(commands.map((c) => c.command)).toEqual(['notice', 'error', 'warning', 'error', 'error', 'error', 'error']);
    expect(lines.at(-1)).toBe('5\u00A0erreurs, 1\u00A0avertissement, 1\u00A0information dans 3\u00A0fichiers.');
  });

  it('se relit sans perte, virgules, deux-points, pour cent et lignes compris', () => {
    expect(commands[1]?.properties).toMatchObject({ file: `territoires/${texte.file}`, title: 'CTG3001 Référence inconnue' });
    expect(commands[1]?.message).toContain('100 % x,y:z');
    expect(commands[1]?.message).toContain('\nseconde ligne\nÉcrivez {{caf}}');
    expect(commands[1]?.message.startsWith(PIEGE.slice(0, 60))).toBe(true);
    // Rien du message ne peut ouvrir une autre commande.
    expect(lines.filter((l) => l.startsWith('::'))).toHaveLength(constats.length);
  });

  it('donne les colonnes sur une ligne seulement, la dernière comprise', () => {
    expect(commands[0]?.properties).toMatchObject({ line: '1', endLine: '1', col: '1', endColumn: '2' });
    expect(Object.keys(commands[2]?.properties ?? {})).toEqual(['file', 'line', 'endLine', 'title']);
    expect(Object.keys(commands[5]?.properties ?? {})).toEqual(['file', 'title']);
    expect(Object.keys(commands[6]?.properties ?? {})).toEqual(['title']);
  });
});

describe('gitlab', () => {
  const issues = JSON.parse(gitlab(constats, sources, contexte)) as { description: string; check_name: string; fingerprint: string; severity: string; location: { path: string; lines: { begin: number } } }[];

  it('donne chaque champ que GitLab demande, et des empreintes uniques', () => {
    expect(issues).toHaveLength(constats.length);
    for (const issue of issues) {
      expect(issue).toEqual({
        description: expect.stringMatching(/./) as string,
        check_name: expect.stringMatching(/^CTG\d{4}$/) as string,
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
        severity: expect.stringMatching(/^(info|minor|major|critical|blocker)$/) as string,
        location: { path: expect.stringMatching(/^territoires\/[^/]/) as string, lines: { begin: expect.any(Number) as number } },
      });
      expect(issue.location.lines.begin).toBeGreaterThanOrEqual(1);
    }
    expect(new Set(issues.map((i) => i.fingerprint)).size).toBe(issues.length);
    expect(issues.map((i) => i.severity)).toEqual(['info', 'blocker', 'major', 'blocker', 'blocker', 'blocker', 'blocker']);
    expect(issues.map((i) => i.location.lines.begin)).toEqual([1, 2, 3, 1, 2, 1, 1]);
  });

  it('est un tableau vide sans constat, et ne commence pas par une marque d’ordre des octets', () => {
    expect(gitlab([], sources, contexte)).toBe('[]\n');
    expect(gitlab(constats, sources, contexte).charCodeAt(0)).toBe('['.charCodeAt(0));
  });
});
