/** Ce que l'acte ne peut porter : un constat au passage même des sources, et aucun document. */
import { describe, expect, it } from 'vitest';
import { image, MINIMAL, png, prose, titre, nom } from '../entrees/fautes.ts';
import { assembler, enLigne, type Fichiers } from '../entrees/territoire.ts';
import { compiler } from '../golden/atelier.ts';

const AVANT = 'Avant.\n\n';
const LONG = Array.from({ length: 3000 }, (_, i) => `mot${String(i)}x`).join(' ');
const lie = (url: string): string => `<svg viewBox="0 0 10 10"><image href="${url}"/></svg>`;
const apres = (texte: string, autres: Fichiers = {}): Fichiers => ({ ...autres, ...prose(`${AVANT}${texte}`) });

const GARDES: readonly (readonly [string, Fichiers, string])[] = [
  ['un caractère absent des polices', apres('Un mot, puis 李 ici.'), 'CTG7001 articles/preambule.md:3:14'],
  ['le même, en gras dans une liste', apres('- un\n- et **le 李**'), 'CTG7001 articles/preambule.md:4:11'],
  ['le même, dans une case', apres('| A | B |\n|---|---|\n| c | d 李 |'), 'CTG7001 articles/preambule.md:5:9'],
  ['le même, dans le titre d’une action', titre('Ouvrir le 李'), 'CTG7001 plan/plan.yaml:10:30'],
  ['le même, dans le nom d’une élue', nom('Lü-李'), 'CTG7001 signataires/02-commune.yaml:6:13'],
  ['un bloc plus haut que la page', apres(`| A | ${LONG} |\n|---|---|\n| 1 | 2 |`), 'CTG7002 articles/preambule.md:3:1'],
  ['un renvoi que rien ne résout', apres('Voir l’[](article:dure).'), 'CTG3001 articles/preambule.md:3:8'],
  ['une image sans alternative', apres('![](../images/c.png)', { 'images/c.png': png(10, 10) }), 'CTG6003 articles/preambule.md:3:1'],
  ['une <image> liée dans un SVG', apres('![Carte](../images/c.svg)', image('c.svg', lie('https://exemple.fr/x.png'))), 'CTG0011 articles/preambule.md:3:1'],
  ['une <image> portée par un SVG', apres('![Carte](../images/c.svg)', image('c.svg', lie('data:image/png;base64,iVBORw0KGgo='))), 'CTG0011 articles/preambule.md:3:1'],
];

describe('une garde', () => {
  it.each(GARDES)('%s', async (_, fichiers, attendu) => {
    const { outputs, diagnostics, sources } = await compiler(assembler(MINIMAL, fichiers), { targets: ['pdf', 'html'] });
    expect(outputs).toEqual([]);
    expect(diagnostics.filter(({ severity }) => severity === 'erreur').map((d) => enLigne(d, sources))).toEqual([`erreur ${attendu}`]);
  }, 60_000);
});
