/** `npm run stress` : toutes les épreuves, en vraie grandeur ; affiche un tableau. Une part (CTG_EPREUVES_PART=0.02) réduit les tailles. */
import { afterAll, describe, expect, it } from 'vitest';
import { controlerPdf } from '../../src/conformite/index.ts';
import { epreuves } from './cas.ts';
import { lancer, relire } from './eprouver.ts';

const part = Number(process.env['CTG_EPREUVES_PART'] ?? '1');
const lignes: string[] = [];
const fr = (n: number): string => String(Math.round(n)).replace(/\B(?=(\d{3})+$)/g, '\u202F');

describe('épreuves', () => {
  it.each(epreuves(part))('$nom', async (epreuve) => {
    const releve = lancer(epreuve, 900_000 * part + 60_000);
    const erreurs = releve.constats.filter(({ severity }) => severity === 'erreur');
    if (epreuve.constat !== null) {
      expect(releve.pdf).toBeNull();
      // Un constat par caractère absent.
      expect(erreurs.length).toBeGreaterThan(0);
      for (const erreur of erreurs) expect(erreur).toMatchObject(epreuve.constat);
      lignes.push(`| ${epreuve.nom} | aucune | ${fr(releve.ms)} | ${fr(releve.memoire)} | ${[...new Set(erreurs.map(({ code, file, line }) => `${code}, ${String(file)}:${String(line)}`))].join(' ; ')} |`);
      return;
    }
    expect(erreurs).toEqual([]);
    if (releve.pdf === null) throw new Error(`pas d’acte : ${releve.erreur}`);
    const lu = await relire(epreuve, releve.pdf, releve.pages);
    const controle = await controlerPdf(releve.pdf);
    lignes.push(`| ${epreuve.nom} | ${fr(releve.pages)} | ${fr(releve.ms)} | ${fr(releve.memoire)} | ${fr(lu.mots)} mots, ${lu.manquants.length === 0 ? 'tous là' : `${String(lu.manquants.length)} manquent`} |`);
    expect.soft(releve.pages).toBeGreaterThanOrEqual(epreuve.pages);
    expect.soft(lu.mots).toBeGreaterThan(3000);
    expect.soft(lu).toMatchObject({ manquants: [], invisibles: [], debordent: [], nus: [] });
    expect.soft(controle).toMatchObject({ manquements: [], nonVerifies: [] });
  }, 1_800_000);

  afterAll(() => console.log(['| Épreuve | Pages | Temps (ms) | Mémoire de pointe (Mo) | Vu |', '| --- | ---: | ---: | ---: | --- |', ...lignes].join('\n')));
});
