import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CASSES } from '../conformite/casses.ts';
import { fichier } from '../conformite/fichier-sain.ts';
import { ctg, dansUnDossier, type Passage } from './outils.ts';

/** Contrôle ces octets. */
const controler = (octets: Uint8Array, ...options: readonly string[]): Promise<Passage> =>
  dansUnDossier(async (cwd) => {
    writeFileSync(path.join(cwd, 'acte.pdf'), octets);
    const { code, sortie, erreur } = await ctg(['check-pdf', 'acte.pdf', ...options], { cwd });
    return { code, sortie: simple(sortie), erreur: simple(erreur) };
  });
const simple = (texte: string): string => texte.replace(/[\u00A0\u202F]/g, ' ');

describe('ctg check-pdf', () => {
  it('un acte conforme : le verdict, ce qu’il reste à relire, et le code 0', async () => {
    const { code, sortie, erreur } = await controler(await fichier());
    expect({ code, erreur }).toEqual({ code: 0, erreur: '' });
    expect(sortie).toContain('acte.pdf — 1 page\n\nConforme aux conditions vérifiables de PDF/UA-1 et PDF/A-3a.');
    expect(sortie).toContain('Aucune machine ne contrôle :\n  – que l’ordre de lecture');
  });

  it('un manquement : où il est, ce qu’il veut dire, que faire, et le code 1', async () => {
    const { code, sortie } = await controler(await fichier(CASSES['UA1-7.3-1'].changer));
    expect(code).toBe(1);
    expect(sortie).toContain(['UA1-7.3-1  Figures avec texte alternatif', '  Une figure n’a ni texte alternatif, ni texte de remplacement.  (page 1, Document › Figure)', '  pourquoi  Les titres servent'].join('\n'));
    expect(sortie).toContain('  conseil   Donnez un texte alternatif à l’image ; si elle est décorative, déclarez-la telle.');
    expect(sortie).toContain('Non conforme : 1 manquement à PDF/UA-1, rien à reprocher en PDF/A-3a.');
  });

  it('une exigence des deux normes compte dans les deux', async () => {
    const { sortie } = await controler(await fichier(CASSES['A3A-6.2.11.4-1'].changer));
    expect(sortie).toContain('A3A-6.2.11.4-1  Polices incorporées  [aussi UA1-7.21.4.1-1]');
    expect(sortie).toContain('Non conforme : 1 manquement à PDF/UA-1, 1 manquement à PDF/A-3a.');
  });

  it('--format json', async () => {
    const { code, sortie } = await controler(await fichier(CASSES['A3A-6.8-3'].changer), '--format', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(sortie)).toMatchObject({
      version: 1, fichier: 'acte.pdf', pages: 1, conforme: { 'PDF/UA-1': true, 'PDF/A-3a': false }, comptes: { 'A3A-6.8-3': 1 }, nonVerifies: [],
      manquements: [{ code: 'A3A-6.8-3', titre: 'Fichiers joints : rapport avec le document', page: null, objet: expect.stringMatching(/^\d+ 0$/), conseil: expect.any(String) }],
    });
  });

  it('ce que ctg ne sait pas contrôler est dit, et ne passe pas pour conforme', async () => {
    const { code, sortie } = await controler(await fichier((s) => {
      s.poser(s.ressources, { ColorSpace: { C1: ['/Separation', '/Encre', '/DeviceRGB', {}] } });
      s.contenu.push('/Artifact BMC /C1 cs 0 0 5 5 re f EMC');
    }));
    expect(code).toBe(0);
    expect(sortie).toContain('Ce que ctg n’a pas su contrôler\n  – des couleurs nommées');
    expect(sortie).toContain('Aucun manquement trouvé à PDF/UA-1 ni à PDF/A-3a, mais un point n’a pas pu être contrôlé.');
    expect(sortie).not.toContain('Conforme aux conditions');
  });

  it('un PDF chiffré : un manquement, et le reste n’est pas contrôlé', async () => {
    const { code, sortie } = await controler(await fichier(undefined, CASSES['A3A-6.1.3-2'].abimer));
    expect(code).toBe(1);
    expect(sortie).toContain('acte.pdf — illisible');
    expect(sortie).toContain('Enregistrez le document sans mot de passe ni restriction.');
  });

  it.each([
    ['vide', async () => Buffer.alloc(0), 'il est vide'],
    ['un texte', async () => Buffer.from('Bonjour'), 'ce n’est pas un PDF (il ne commence pas par %PDF-)'],
    ['un .docx', async () => Buffer.from('PK\u0003\u0004abc'), 'ce n’est pas un PDF, mais un document Word, Excel ou une archive ZIP'],
    ['la moitié d’un PDF', async () => (await fichier()).subarray(0, 200_000), 'il est incomplet, sa fin manque'],
    ['un PDF brouillé', async () => Buffer.from('%PDF-1.7\n1 0 obj <</Type /Catalog'), 'il est abîmé, sa structure ne se lit pas'],
  ] as const)('%s : une phrase et un conseil, jamais une pile d’appels', async (_, octets, raison) => {
    const { code, sortie, erreur } = await controler(await octets());
    expect({ code, sortie }).toEqual({ code: 2, sortie: '' });
    expect(erreur).toContain(`erreur : « acte.pdf » ne peut pas être contrôlé : ${raison}.\nconseil  `);
    expect(erreur).not.toMatch(/\bat \w|\.ts:|panne/);
  });

  it('un fichier absent, un dossier, un format inconnu', async () => {
    await dansUnDossier(async (cwd) => {
      const absent = await ctg(['check-pdf', 'absent.pdf'], { cwd });
      expect([absent.code, simple(absent.erreur)]).toEqual([2, expect.stringContaining('Le fichier « absent.pdf » n’existe pas.')]);
      const dossier = await ctg(['check-pdf', '.'], { cwd });
      expect([dossier.code, simple(dossier.erreur)]).toEqual([2, expect.stringContaining('« . » n’est pas un fichier.')]);
      expect((await ctg(['check-pdf'], { cwd })).code).toBe(2);
      expect((await ctg(['check-pdf', 'x.pdf', '--format', 'sarif'], { cwd })).code).toBe(2);
    });
  });
});
