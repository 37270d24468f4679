/** Ce que VS Code propose et explique dans un territoire, par le serveur de langage de l'extension YAML. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { copier, ctg, dansUnDossier, RACINE } from '../cli/outils.ts';
import { Serveur } from './serveur.ts';

async function avecServeur(action: (serveur: Serveur, dossier: string) => Promise<void>): Promise<void> {
  await dansUnDossier(async (dossier) => {
    const territoire = path.join(dossier, 'Été à Cluny');
    copier('creusot-montceau', territoire);
    const { code, sortie } = await ctg(['schemas', territoire], { cwd: dossier });
    expect([code, sortie]).toEqual([0, expect.stringMatching(/^2\d\sschémas à jour dans .*identifiants à proposer\n$/)]);
    const serveur = new Serveur();
    try {
      await serveur.ouvrir(territoire);
      await action(serveur, territoire);
    } finally {
      serveur.fermer();
    }
  });
}

const mode = (sorte: string): string => `# yaml-language-server: $schema=../.vscode/schemas/${sorte}.schema.json\n`;

describe('l’éditeur', () => {
  it('complète identifiants, énumérations et clés, et montre la description en français', async () => {
    await avecServeur(async (serveur, dossier) => {
      const plan = (fin: string): string => `${mode('plan')}axes:\n  un:\n    titre: Un\n    actions:\n      a:\n        titre: A\n${fin}`;
      const labels = async (fichier: string, texte: string): Promise<readonly string[]> => (await serveur.montrer(path.join(dossier, fichier), texte).completer()).map((p) => p.label);
      expect(await labels('plan/x1.yaml', plan('        pilotes:\n          - |\n'))).toEqual(expect.arrayContaining(['caf', 'cucm', 'le-creusot']));
      expect(await labels('plan/x2.yaml', plan('        thematique: |\n'))).toEqual(expect.arrayContaining(['petite-enfance', 'enfance-jeunesse']));
      expect(await labels('plan/x3.yaml', plan('        avancement: |\n'))).toEqual(expect.arrayContaining(['en cours', 'réalisé']));
      expect(await labels('plan/x4.yaml', plan('        |\n'))).toEqual(expect.arrayContaining(['echeances', 'indicateurs', 'pilotes']));
      expect(await labels('signataires/x5.yaml', `${mode('signataire')}categorie: commune\ncommune: |\n`)).toEqual(expect.arrayContaining(['Le Creusot', 'Écuisses']));
      const survol = await serveur.montrer(path.join(dossier, 'plan/x6.yaml'), plan('        echean|ces: [2027]\n')).survoler();
      expect(survol).toContain('Année ou années de réalisation');
    });
  });

  it('ne reproche rien à un territoire sain, et souligne une clé fautive', async () => {
    await avecServeur(async (serveur, dossier) => {
      const sain = readdirSync(path.join(dossier, 'plan'))[0] as string;
      const texte = readFileSync(path.join(dossier, 'plan', sain), 'utf8').replace(/^# yaml-language-server.*\n/, mode('plan'));
      expect(await serveur.montrer(path.join(dossier, 'plan/sain.yaml'), `${texte}|`).reproches).toEqual([]);
      const fautif = await serveur.montrer(path.join(dossier, 'plan/fautif.yaml'), `${texte}axxes: 1\n|`).reproches;
      expect(fautif.length).toBeGreaterThan(0);
    });
  });
});

describe('les schémas', () => {
  it('décrivent chaque champ en français', () => {
    const muets: string[] = [];
    let vus = 0;
    const lire = (schema: unknown, ou: string): void => {
      if (schema === null || typeof schema !== 'object') return;
      for (const [cle, valeur] of Object.entries(schema)) {
        if (cle === 'properties' && valeur !== null && typeof valeur === 'object')
          for (const [champ, sien] of Object.entries(valeur as Record<string, { title?: string; description?: string; $ref?: string }>)) {
            vus += 1;
            if (sien.$ref === undefined && (sien.title === undefined || sien.description === undefined)) muets.push(`${ou}.${champ}`);
            lire(sien, `${ou}.${champ}`);
          }
        else lire(valeur, ou);
      }
    };
    // L'acte joint au PDF et le rapport sont écrits par ctg, le GeoJSON par un logiciel de cartes : personne ne les complète à la main.
    for (const nom of readdirSync(path.join(RACINE, 'schemas/json')).filter((n) => !/^(acte|diagnostics|contours)\./.test(n))) lire(JSON.parse(readFileSync(path.join(RACINE, 'schemas/json', nom), 'utf8')), nom);
    expect(vus).toBeGreaterThan(300);
    expect(muets).toEqual([]);
  });
});
