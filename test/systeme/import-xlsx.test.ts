import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { copier, ctg, dansUnDossier, ecrire, RACINE } from '../cli/outils.ts';
import { planLu, projetDe } from '../reprise/outils.ts';

/** Enregistre un fichier au format XLSX par LibreOffice, comme le ferait une personne. */
function enXlsx(fichier: string, dossier: string, filtre: readonly string[]): void {
  const { status, stderr } = spawnSync('soffice', ['--headless', `-env:UserInstallation=file://${dossier}/profil`, ...filtre, '--convert-to', 'xlsx', '--outdir', dossier, fichier], { encoding: 'utf8', timeout: 150_000 });
  expect(status, stderr).toBe(0);
}

describe('un classeur enregistré par LibreOffice', () => {
  it('redonne le plan du tableau exporté par ctg', () =>
    dansUnDossier(async (dossier) => {
      const territoire = path.join(dossier, 'territoire');
      copier('creusot-montceau', territoire);
      const avant = planLu((await projetDe(territoire)).projet);
      for (const retire of ['plan', 'fiches-actions', 'acteurs.yaml']) rmSync(path.join(territoire, retire), { recursive: true });
      enXlsx(path.join(RACINE, 'examples/creusot-montceau/attendu/plan-actions.csv'), dossier, ['--infilter=CSV:59,34,76']);
      const { code, erreur } = await ctg(['import', 'plan', '../plan-actions.xlsx'], { cwd: territoire });
      expect([code, erreur]).toEqual([0, '']);
      expect(planLu((await projetDe(territoire)).projet)).toEqual(avant);
      expect(avant).toHaveLength(34);
    }));

  it('ses cases fusionnées valent pour toutes leurs lignes', () =>
    dansUnDossier(async (dossier) => {
      const territoire = path.join(dossier, 'territoire');
      copier('minimal', territoire);
      rmSync(path.join(territoire, 'plan'), { recursive: true });
      ecrire(dossier, {
        'plan.html': `<html><head><meta charset="utf-8"></head><body><table><tr><td colspan="4">Plan d’actions</td></tr><tr><th>Axe</th><th>Objectif</th><th>Action</th><th>Pilotes</th></tr>
<tr><td rowspan="3">Éveiller</td><td rowspan="2">Jouer</td><td>Ouvrir une ludothèque</td><td rowspan="3">Caf</td></tr><tr><td>Prêter des jeux</td></tr><tr><td>Lire</td><td>Lire aux tout-petits</td></tr></table></body></html>`,
      });
      enXlsx(path.join(dossier, 'plan.html'), dossier, ['--infilter=HTML (StarCalc)']);
      const { code, erreur } = await ctg(['import', 'plan', '../plan.xlsx'], { cwd: territoire });
      expect([code, erreur]).toEqual([0, '']);
      const lu = planLu((await projetDe(territoire)).projet) as { titre: string; chemin: [string, string][]; pilotes: string[] }[];
      expect(lu.map((a) => [a.chemin.map(([, t]) => t).join(' > '), a.titre, a.pilotes.join()])).toEqual([
        ['Éveiller > Jouer', 'Ouvrir une ludothèque', 'Caf'],
        ['Éveiller > Jouer', 'Prêter des jeux', 'Caf'],
        ['Éveiller > Lire', 'Lire aux tout-petits', 'Caf'],
      ]);
    }));
});
