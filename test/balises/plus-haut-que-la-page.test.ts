import { describe, expect, it } from 'vitest';
import { assembler, enLigne } from '../entrees/territoire.ts';
import { MINIMAL, PREAMBULE, prose } from '../entrees/fautes.ts';
import { compiler } from '../golden/atelier.ts';
import { lire, texteDe } from './lecture.ts';

const N = 3000;
const mots = Array.from({ length: N }, (_, i) => `mot${i}x`).join(' ');

/** pdfmake perd ces contenus sans rien dire : aucun mot ne doit manquer, ou l'acte n'est pas écrit. */
describe('un contenu plus haut que la page', () => {
  it.each([
    ['une rangée de tableau', `| A | B |\n|---|---|\n| avant | ${mots} |\n| après | fin |`],
    ['une citation', `> ${mots}`],
    ['un élément de liste', `- ${mots}`],
    ['un bloc de code', `\`\`\`\n${mots.replaceAll(/((?:\S+ ){8})/g, '$1\n')}\n\`\`\``],
  ])('%s : chaque mot est dans l’acte', async (_, texte) => {
    const { outputs, diagnostics } = await compiler(assembler(MINIMAL, prose(texte)), { targets: ['pdf'] });
    expect(diagnostics.filter(({ severity }) => severity === 'erreur')).toEqual([]);
    const lu = texteDe((await lire(outputs[0]?.bytes as Uint8Array)).racine);
    const vus = new Set([...lu.matchAll(/mot(\d+)x/g)].map(([, n]) => Number(n)));
    expect(vus.size).toBe(N);
  }, 60_000);

  it('un en-tête de tableau, que chaque page redirait : un constat, à sa place, et aucun document', async () => {
    const { outputs, diagnostics, sources } = await compiler(assembler(MINIMAL, prose(`Avant.\n\n| A | ${mots} |\n|---|---|\n| 1 | 2 |`)), { targets: ['pdf'] });
    expect(outputs).toEqual([]);
    const erreurs = diagnostics.filter(({ severity }) => severity === 'erreur');
    expect(erreurs.map((d) => enLigne(d, sources))).toEqual([`erreur CTG7002 ${PREAMBULE}:3:1`]);
  }, 60_000);
});
