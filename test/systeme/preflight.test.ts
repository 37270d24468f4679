/**
 * PDFBox Preflight, un juge que nous n'avons pas écrit. Il ne connaît que PDF/A-1b : sur un acte en PDF/A-3a, il ne doit
 * reprocher que ce que la partie 3 permet et que la partie 1 interdisait. Chaque autre code serait un vrai défaut.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { controlerPdf } from '../../src/conformite/index.ts';
import { CASSES } from '../conformite/casses.ts';
import { fichier } from '../conformite/fichier-sain.ts';
import { compiler, type Fichiers, fichiersExemple } from '../golden/atelier.ts';
import { fourreTout } from '../parite/fourre-tout.ts';

const CHEMIN = ['preflight', 'pdfbox2', 'fontbox2', 'xmpbox', 'commons-logging', 'javax.activation', 'jaxb-api'].map((nom) => `/usr/share/java/${nom}.jar`);
const absent = !CHEMIN.every((jar) => existsSync(jar)) || spawnSync('java', ['-version']).status !== 0;
if (absent && process.env['CI'] === 'true') throw new Error('Preflight manque : installez java, libpdfbox2-java, libactivation-java et libjaxb-api-java');

/** Ce que PDF/A-1b interdit ou exige, et que PDF/A-3 permet ou n'exige pas. */
const PERMIS = [
  /^7\.11\.2 : Error on MetaData, part must be 1$/,
  // Des fichiers joints.
  /^1\.2\.9 : .*EmbeddedFile entry is present in a FileSpecification dictionary$/,
  /^1\.4\.7 : .*EmbeddedFile entry is present in the Names dictionary$/,
  // La transparence : le filigrane du stade projet.
  /^4\.1\.2 : Transparency error, (?:ca|CA) entry in a ExtGState is invalid$/,
  // La liste des caractères d'une police réduite.
  /^3\.1\.11 : Invalid Font definition, .*: The CIDSet entry is missing for the Composite Subset$/,
  // Preflight veut un compte de signets ouverts ; la norme le veut absent quand tous sont repliés (ISO 32000-1, table 152).
  /^1\.4\.9 : Outlines invalid, Outline Hierarchy doesn't have Count entry$/,
];

/** L'acte qui joint un PDF passe par pdf-lib, qui écrit la table des références en flux, comme PDF 1.5 et PDF/A-3 le permettent. */
const AVEC_JOINT = /^1\.4 : Trailer Syntax error, \/XRef cross reference streams are not allowed$/;

/** Les erreurs de Preflight, sans leur page ni doublon ; lance s'il n'a rien jugé. */
function preflight(octets: Uint8Array): readonly string[] {
  const dossier = mkdtempSync(path.join(tmpdir(), 'ctg-preflight-'));
  try {
    writeFileSync(path.join(dossier, 'a.pdf'), octets);
    const { stdout, stderr } = spawnSync('java', ['-cp', CHEMIN.join(':'), 'org.apache.pdfbox.preflight.Validator_A1b', path.join(dossier, 'a.pdf')], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
    if (!/is (?:not )?a valid PDF\/A-1b file/.test(stdout + stderr)) throw new Error(stdout + stderr);
    return [...new Set([...(stdout + stderr).matchAll(/^[\d.]+ : .*$/gm)].map(([ligne]) => ligne.trim().replace(/ on page \d+$/, '')))].sort();
  } finally {
    rmSync(dossier, { recursive: true, force: true });
  }
}

async function acte(files: Fichiers): Promise<Uint8Array> {
  const { outputs, diagnostics } = await compiler(files, { targets: ['pdf'] });
  expect(diagnostics.filter(({ severity }) => severity === 'erreur')).toEqual([]);
  return (outputs[0] as (typeof outputs)[number]).bytes;
}

const THEME = "couleurs: {encre: '#5A1A1A'}\nplan: {format: A3}\nalignement: justifié\n";

describe.skipIf(absent)('Preflight, un œil indépendant', () => {
  it.each([
    ['minimal', () => fichiersExemple('minimal')],
    ['fourre-tout, thème contraste', async () => ({ ...(await fourreTout()), 'ctg.yaml': 'format: 1\ntheme: contraste\n' })],
    ['fourre-tout, thème du territoire, plan en A3', async () => ({ ...(await fourreTout()), 'theme.yaml': THEME })],
  ] as const)('%s : rien que PDF/A-3 ne permette', async (_, files) => {
    const bytes = await acte(await files());
    expect(await controlerPdf(bytes)).toMatchObject({ manquements: [], nonVerifies: [] });
    const erreurs = preflight(bytes);
    expect(erreurs.filter((erreur) => ![...PERMIS, AVEC_JOINT].some((permis) => permis.test(erreur)))).toEqual([]);
    // Il a bien tout lu : ce qui n'est pas permis à un PDF/A-1 a été vu.
    expect(PERMIS.filter((permis) => !erreurs.some((erreur) => permis.test(erreur)))).toEqual([]);
  });

  it('voit une police absente, comme ctg check-pdf', async () => {
    const sain = preflight(await fichier());
    expect(preflight(await fichier(CASSES['A3A-6.2.11.4-1'].changer)).filter((code) => !sain.includes(code)).length).toBeGreaterThan(0);
  });
});
