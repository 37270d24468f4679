import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/base/catalogue/index.ts';
import { catalogueTexts } from '../../src/base/catalogue/textes.ts';
import { codeDescriptions } from '../../src/cli/codes.ts';
import { DATES_DECLAREES, LISTES_DECLAREES, SEUILS_DECLARES, TABLES_DECLAREES } from '../../src/rules/reglages.ts';
import { RULES } from '../../src/rules/index.ts';
import { RACINE, ctg, dansUnDossier, type Passage } from '../cli/outils.ts';

const explain = (...args: string[]): Promise<Passage> => ctg(['explain', ...args], { cwd: RACINE });

describe('ctg explain', () => {
  it('sans code, donne la liste de tous, par étape', async () => {
    const { code, sortie, erreur } = await explain();
    expect([code, erreur]).toEqual([0, '']);
    const codes = [...sortie.matchAll(/^ {2}(CTG\d{4}) {2}\S/gm)].map((m) => m[1]);
    expect(codes).toEqual([...Object.keys(CATALOGUE), ...RULES.map((r) => r.code)].sort());
    expect(sortie).toMatch(/^CTG0xxx — Lire et écrire des fichiers\n {2}CTG0001 {2}Projet introuvable\n/);
  });

  const declares = new Set([...SEUILS_DECLARES.keys(), ...LISTES_DECLAREES.keys(), ...DATES_DECLAREES.keys(), ...[...TABLES_DECLAREES.values()].flatMap(({ regles }) => regles)]);

  it('donne la page d’une règle, telle qu’elle est écrite à côté d’elle, et ses seuils', async () => {
    for (const { code, slug } of RULES) {
      const { sortie } = await explain(code);
      const [avant = '', reglages, ...reste] = sortie.split(/^(?=## (?:Seuils et listes|Comment corriger)$)/m);
      const page = reste.length === 0 ? sortie : [avant, ...reste].join('');
      if (reste.length > 0) expect(reglages, code).toContain('Relevé le ');
      expect(reste.length > 0, code).toBe(declares.has(code));
      expect(page).toBe(readFileSync(path.join(RACINE, 'src/rules', `${code}-${slug}.md`), 'utf8').trimEnd().concat('\n'));
    }
  });

  it('donne le message et le conseil d’un autre code, ce qui varie entre accolades', async () => {
    const { sortie } = await explain('CTG0001');
    expect(sortie).toContain('# CTG0001 — Projet introuvable\n\nGravité\u00A0: erreur.\n');
    expect(sortie).toContain('Aucun fichier ctg.yaml dans {dossier}');
    expect(sortie).toContain('## Que faire\n\nPlacez-vous dans le dossier du territoire');
    for (const { code, message, hint } of catalogueTexts()) expect(`${message}${hint ?? ''}`, code).not.toMatch(/undefined|null|\[object|NaN/);
  });

  it.each(['ctg4001', '4001', 'CTG4001'])('admet %s', async (code) => {
    expect((await explain(code)).sortie).toMatch(/^# CTG4001 — /);
  });

  it.each([['CTG4O01', 'Vouliez-vous dire «\u00A0CTG4001\u00A0»'], ['bonjour', 'ctg explain']])('refuse %s, avec une piste', async (code, piste) => {
    const { code: exit, sortie, erreur } = await explain(code);
    expect([exit, sortie]).toEqual([2, '']);
    expect(erreur).toContain('n’est pas un code de ctg');
    expect(erreur).toContain(piste);
  });

  it('sans les pages, garde les codes et leurs titres', async () => {
    await dansUnDossier(async (packageRoot) => {
      const codes = await codeDescriptions(packageRoot);
      expect(codes.find((c) => c.code === 'CTG4001')).toEqual({ code: 'CTG4001', title: 'Reste de modèle', severity: 'erreur', description: 'Reste de modèle', page: '# CTG4001 — Reste de modèle\n' });
    });
  });

  it('met les titres en gras dans un terminal', async () => {
    expect((await ctg(['explain', 'CTG4001'], { cwd: RACINE, tty: true })).sortie).toMatch(/^\u001B\[1m# CTG4001 — .*\u001B\[0m\n/);
  });
});
