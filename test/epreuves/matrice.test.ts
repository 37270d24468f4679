/**
 * `npm run matrice` : toute la matrice. CTG_MATRICE=dossier garde les PDF, pour les donner à un validateur du dehors (veraPDF, PAC).
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { controlerPdf } from '../../src/conformite/index.ts';
import { acte, DOCUMENTS, nomDe, STADES, THEMES, TOUTES } from '../conformite/matrice.ts';

const dossier = process.env['CTG_MATRICE'];
const vus: string[] = [];

describe('chaque document, à chaque stade, dans chaque habillage', () => {
  it.each(TOUTES.map((une) => [nomDe(une), une] as const))('%s', async (nom, une) => {
    const { bytes, refus } = await acte(une);
    if (dossier !== undefined) {
      mkdirSync(dossier, { recursive: true });
      writeFileSync(path.join(dossier, `${nom.replaceAll(', ', '-')}.pdf`), bytes);
    }
    const controle = await controlerPdf(bytes);
    expect(controle).toMatchObject({ manquements: [], nonVerifies: [], recommandations: [] });
    vus.push(`| ${nom} | ${'pages' in controle ? String(controle.pages) : '0'} | ${refus.length === 0 ? 'compilé' : `arbre d’un autre stade : ${refus.join(', ')}`} |`);
  });

  afterAll(() => {
    console.log(['| Acte | Pages | Comment |', '| --- | ---: | --- |', ...vus].join('\n'));
    if (vus.length !== DOCUMENTS.length * STADES.length * THEMES.length) console.error(`${String(vus.length)} actes conformes sur ${String(TOUTES.length)}`);
  });
});
