import { describe, expect, it } from 'vitest';
import { diagnostic } from '../../src/base/catalogue/index.ts';
import type { Diagnostic, Severity } from '../../src/base/diagnostic.ts';
import { SourceText } from '../../src/base/span.ts';
import { codeframe } from '../../src/report/codeframe.ts';

const PLAIN = { color: false };

/** Un constat sur le premier `needle` du texte. */
function on(text: string, needle: string, change: Partial<Diagnostic> = {}): readonly [Diagnostic, ReadonlyMap<string, SourceText>] {
  const start = text.indexOf(needle);
  expect(start).toBeGreaterThanOrEqual(0);
  const d: Diagnostic = { code: 'CTG9999', severity: 'erreur', title: 'Titre', message: 'Message.', hint: null, related: [], span: { file: 'a.yaml', start, end: start + needle.length }, ...change };
  return [d, new Map([['a.yaml', new SourceText('a.yaml', text)]])];
}

/** Les deux lignes d'un extrait : la source, et ce qui la souligne. */
function frame(text: string, needle: string): readonly [string, string] {
  const [d, sources] = on(text, needle);
  const lines = codeframe([d], sources, PLAIN).split('\n');
  return [lines[2] as string, lines[3] as string];
}

describe('codeframe', () => {
  it('se lit comme la page d’architecture le montre', () => {
    const fiche = new SourceText('fiches-actions/fa-03.md', '---\n\n\n\n\n\npilotes: [ccas-nord]\n');
    const acteurs = new SourceText('signataires/02-ccas.yaml', 'nom: CCAS\n');
    const start = fiche.text.indexOf('ccas-nord');
    const d = diagnostic(
      'CTG3001',
      { quoi: 'Aucun acteur', id: 'ccas-nord', suggestion: 'Vouliez-vous dire «\u00A0ccas-nord-est\u00A0»\u202F?', ou: 'acteurs.yaml' },
      { file: fiche.file, start, end: start + 9 },
      [{ message: 'les acteurs sont déclarés ici', span: { file: acteurs.file, start: 5, end: 9 } }],
    );
    expect(codeframe([d], new Map([[fiche.file, fiche], [acteurs.file, acteurs]]), PLAIN)).toBe(
      [
        'erreur CTG3001 — Référence inconnue',
        '  fiches-actions/fa-03.md:7:11',
        '    7 │ pilotes: [ccas-nord]',
        '      │           ^^^^^^^^^ Aucun acteur ne porte l’identifiant «\u00A0ccas-nord\u00A0».',
        '  voir  signataires/02-ccas.yaml:1:6 — les acteurs sont déclarés ici',
        '  conseil  Vouliez-vous dire «\u00A0ccas-nord-est\u00A0»\u202F?',
        '',
        '1\u00A0erreur dans 1\u00A0fichier.',
        '',
      ].join('\n'),
    );
  });

  it('sépare les constats par une ligne vide et les compte', () => {
    const [first, sources] = on('a: 1\nb: 2\n', 'a');
    const [second] = on('a: 1\nb: 2\n', 'b', { severity: 'avertissement' });
    const out = codeframe([first, second], sources, PLAIN);
    expect(out.split('\n\n')).toHaveLength(3);
    expect(out).toMatch(/1\u00A0erreur, 1\u00A0avertissement dans 1\u00A0fichier\.\n$/);
  });

  it.each([
    ['tabulation', 'nom:\tvaleur', 'valeur', '    1 │ nom:    valeur', '      │         ^^^^^^ Message.'],
    ['idéogrammes', 'nom: 漢字 ici', 'ici', '    1 │ nom: 漢字 ici', '      │           ^^^ Message.'],
    ['idéogramme souligné', 'nom: 漢字', '字', '    1 │ nom: 漢字', '      │        ^^ Message.'],
    ['emoji hors du plan de base', 'a: 😀 fin', 'fin', '    1 │ a: 😀 fin', '      │       ^^^ Message.'],
    ['accent combinant', 'cle\u0301: fin', 'fin', '    1 │ cle\u0301: fin', '      │      ^^^ Message.'],
    ['fin de ligne Windows', 'a: 1\r\nb: 2\r\n', 'b', '    2 │ b: 2', '      │ ^ Message.'],
  ])('aligne le soulignement : %s', (_, text, needle, source, under) => {
    expect(frame(text, needle)).toEqual([source, under]);
  });

  it('souligne au moins un caractère, même en fin de ligne ou de fichier', () => {
    const [d, sources] = on('a: 1\n', 'a', { span: { file: 'a.yaml', start: 4, end: 4 } });
    expect(codeframe([d], sources, PLAIN)).toContain('    1 │ a: 1\n      │     ^ Message.');
    const [end, empty] = on('x', 'x', { span: { file: 'a.yaml', start: 99, end: 120 } });
    expect(codeframe([end], empty, PLAIN)).toContain('    1 │ x\n      │  ^ Message.');
  });

  it('souligne un endroit de plusieurs lignes jusqu’à la fin de la première', () => {
    expect(frame('a: |\n  bc\n  d\n', '|\n  bc\n  d')).toEqual(['    1 │ a: |', '      │    ^ Message.']);
  });

  it('coupe une longue ligne autour de l’endroit', () => {
    const [source, under] = frame(`texte: ${'x'.repeat(300)} FAUTE ${'y'.repeat(300)}`, 'FAUTE');
    expect(source).toMatch(/^ {4}1 │ …x+ FAUTE y+…$/);
    expect(source.length).toBeLessThan(115);
    expect(source.indexOf('FAUTE')).toBe(under.indexOf('^^^^^'));
    expect(under).toMatch(/ \^{5} Message\.$/);
  });

  it('coupe aussi un soulignement trop long', () => {
    const [source, under] = frame(`a: ${'z'.repeat(500)}`, 'z'.repeat(500));
    expect(source).toMatch(/^ {4}1 │ a: z+…$/);
    expect(under.trimEnd().length).toBeLessThanOrEqual(source.length + ' Message.'.length);
  });

  it('met un long message sous un soulignement éloigné', () => {
    const text = `${'a'.repeat(80)} ICI`;
    const [d, sources] = on(text, 'ICI', { message: 'm'.repeat(90) });
    const lines = codeframe([d], sources, PLAIN).split('\n');
    expect(lines[3]).toMatch(/\^\^\^$/);
    expect(lines[4]).toBe(`      │ ${'m'.repeat(90)}`);
  });

  it('neutralise commandes de terminal, sens d’écriture et invisibles, partout', () => {
    const evil = 'a\u001B[2J\u202Eb\u200B';
    const [d, sources] = on(`x: ${evil} FIN`, 'FIN', { message: evil, hint: evil, related: [{ message: evil, span: { file: evil, start: 0, end: 0 } }] });
    const out = codeframe([d], sources, PLAIN);
    expect(out).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2066-\u2069]/);
    expect(out.match(/a<U\+001B>\[2J<U\+202E>b<U\+200B>/g)).toHaveLength(5);
    const [, source, under] = /(.*FIN)\n(.*\^\^\^) /.exec(out) as RegExpExecArray;
    expect(source?.length).toBe(under?.length);
  });

  it('n’émet de couleur que demandée, et le même texte sans elle', () => {
    const [d, sources] = on('a: 1', 'a', { hint: 'Conseil.' });
    const colored = codeframe([d], sources, { color: true });
    expect(colored).toContain('\u001B[1;31merreur CTG9999\u001B[0m');
    expect(colored.replace(/\u001B\[[0-9;]*m/g, '')).toBe(codeframe([d], sources, PLAIN));
  });

  it('dit ce qu’il peut sans endroit, ou sans le texte du fichier', () => {
    const [d] = on('a', 'a', { span: null });
    expect(codeframe([d], new Map(), PLAIN)).toBe('erreur CTG9999 — Titre\n    Message.\n\n1\u00A0erreur.\n');
    const [e] = on('a', 'a', { span: { file: 'perdu.yaml', start: 0, end: 0 } });
    expect(codeframe([e], new Map(), PLAIN)).toContain('erreur CTG9999 — Titre\n  perdu.yaml\n    Message.');
  });

  it.each<[Severity[], string]>([
    [[], 'Aucune erreur.'],
    [['erreur'], '1\u00A0erreur dans 1\u00A0fichier.'],
    [['erreur', 'erreur', 'avertissement'], '2\u00A0erreurs, 1\u00A0avertissement dans 3\u00A0fichiers.'],
    [['avertissement', 'avertissement'], 'Aucune erreur, 2\u00A0avertissements dans 2\u00A0fichiers.'],
    [['information'], 'Aucune erreur, 1\u00A0information dans 1\u00A0fichier.'],
  ])('accorde le compte : %j', (severities, sentence) => {
    const list = severities.map((severity, i) => on('a', 'a', { severity, span: { file: `${i}.yaml`, start: 0, end: 1 } })[0]);
    expect(codeframe(list, new Map(), PLAIN).trimEnd().split('\n').at(-1)).toBe(sentence);
  });
});
