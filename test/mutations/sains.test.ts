/** Pas de fausse alerte : chaque constat sur un exemple sain, à chaque stade, a sa raison dans sains.ts et dans docs/mutations.md. */
import { describe, expect, it } from 'vitest';
import { STADES } from '../../schemas/ctg.ts';
import { compiler, EXEMPLES, fichiersExemple } from '../golden/atelier.ts';
import { SAINS } from './sains.ts';

describe.each(EXEMPLES)('%s', (nom) => {
  it('ne reçoit que des constats justifiés, et aucune erreur au stade projet', async () => {
    const vus = new Set<string>();
    for (const stade of STADES) {
      const { diagnostics } = await compiler(fichiersExemple(nom), { stade });
      for (const { code } of diagnostics) vus.add(code);
      if (stade === 'projet') expect(diagnostics.filter((d) => d.severity === 'erreur')).toEqual([]);
      console.log(nom, stade, [...new Set(diagnostics.map((d) => `${d.code} ${d.severity}`))].map((c) => `${c} × ${String(diagnostics.filter((d) => `${d.code} ${d.severity}` === c).length)}`).join(', '));
    }
    expect([...vus].filter((code) => SAINS[nom]?.[code] === undefined)).toEqual([]);
  }, 60_000);
});
