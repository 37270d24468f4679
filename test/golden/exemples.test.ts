import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CompileResult } from '../../src/pipeline/compile.ts';
import { REPORTERS } from '../../src/report/index.ts';
import { arbreLisible } from './arbre-lisible.ts';
import { compiler, EXEMPLES, fichiersExemple } from './atelier.ts';
import { empreintes } from './empreintes.ts';
import { ATTENDUS, type Attendu, attendu, dossierAttendu, ecarts, metAJour, sansEmpreinte } from './instantanes.ts';

describe.each(EXEMPLES)('exemple %s', (exemple) => {
  const dossier = dossierAttendu(exemple);
  let r: CompileResult;
  const sortie = (nom: string): string => {
    const found = r.outputs.find((o) => o.path === nom);
    if (found === undefined) throw new Error(`pas de ${nom}`);
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(found.bytes);
  };
  const verifie = (nom: Attendu, obtenu: string): void => expect(obtenu).toBe(attendu(dossier, nom, obtenu));

  beforeAll(async () => {
    r = await compiler(fichiersExemple(exemple), { targets: ['pdf', 'html', 'plan'] });
  });

  it('n’a aucune erreur, et ses constats sont ceux attendus', () => {
    expect(r.diagnostics.filter((d) => d.severity === 'erreur')).toEqual([]);
    verifie('diagnostics.txt', REPORTERS.codeframe(r.diagnostics, r.sources, { color: false }));
  });

  it('compose l’arbre attendu', () => {
    if (r.tree === null) throw new Error('pas d’arbre');
    verifie('arbre.txt', sansEmpreinte(arbreLisible(r.tree)));
  });

  it.each(['convention.html', 'plan-actions.csv', 'plan-actions.json'] as const)('rend %s comme attendu', (nom) => verifie(nom, sansEmpreinte(sortie(nom))));

  it('donne les empreintes attendues, date d’édition non imposée', () => {
    expect(r.outputs.map((o) => o.path)).toEqual(['convention.pdf', 'convention.html', 'plan-actions.html', 'plan-actions.csv', 'plan-actions.json']);
    verifie('empreinte.txt', empreintes(r.outputs));
  });

  it('n’a ni instantané absent ni fichier orphelin', () => expect(ecarts(dossier, ATTENDUS)).toEqual({ absents: [], orphelins: [] }));
});

describe('instantanés', () => {
  const dans = (action: (dossier: string) => void): void => {
    const dossier = mkdtempSync(path.join(tmpdir(), 'ctg-attendu-'));
    try {
      action(dossier);
    } finally {
      rmSync(dossier, { recursive: true });
    }
  };

  it('un instantané absent est une faute, jamais une création silencieuse', () => dans((d) => expect(() => attendu(d, 'x.txt', 'obtenu', {})).toThrow('instantané absent')));
  it('voit un fichier en trop et un fichier manquant', () =>
    dans((d) => {
      writeFileSync(path.join(d, 'vieux.txt'), '');
      expect(ecarts(d, ['neuf.txt'])).toEqual({ absents: ['neuf.txt'], orphelins: ['vieux.txt'] });
    }));
  it('se met à jour sur demande, et jamais en intégration continue', () =>
    dans((d) => {
      expect(metAJour({})).toBe(false);
      expect(() => attendu(d, 'x.txt', 'obtenu', { CTG_MAJ: '1', CI: 'true' })).toThrow('refusé');
      expect(ecarts(d, ['x.txt']).absents).toEqual(['x.txt']);
      expect(attendu(d, 'x.txt', 'obtenu', { CTG_MAJ: '1' })).toBe('obtenu');
      expect(attendu(d, 'x.txt', 'autre', {})).toBe('obtenu');
    }));
});
