/**
 * Ce que ctg sait des rouages de pdfmake et de pdfkit : leur version, et l'empreinte du code de chaque méthode qu'il reprend
 * ou dont il dépend (`known.json`, écrit par src/tooling/rouages.js). Un code qui n'est pas celui-là arrête tout : mieux vaut
 * pas de document qu'un document faux.
 */
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import KNOWN from './known.json' with { type: 'json' };

/** Classe → méthode → empreinte ; `(classe)` : le texte entier de la classe, champs et constructeur compris. */
export type Fingerprints = Readonly<Record<string, Readonly<Record<string, string>>>>;
export type Versions = Readonly<Record<'pdfmake' | 'pdfkit' | 'fontkit', string>>;
export const VERSIONS: Versions = KNOWN.versions;
const METHODS: Fingerprints = KNOWN.methods;
export const WHOLE = '(classe)';

/** Le code d'une méthode ou d'un accesseur, où qu'il soit dans la chaîne des prototypes ; null s'il n'y est pas. */
export function codeOf(owner: object, method: string): string | null {
  for (let place: object | null = owner; place !== null; place = Object.getPrototypeOf(place) as object | null) {
    const found = Object.getOwnPropertyDescriptor(place, method);
    if (found === undefined) continue;
    const code: unknown = found.get ?? found.value;
    return typeof code === 'function' ? Function.prototype.toString.call(code) : null;
  }
  return null;
}

export const fingerprint = (code: string): string => createHash('sha256').update(code).digest('hex').slice(0, 16);

const WHAT_TO_DO = 'Réinstallez ctg sans modifier ses dépendances. Pour changer de version à dessein : relisez src/decisions/balises.md et mise-en-page.md, refaites les instantanés, puis « npm run rouages ».';

/** Lève si une méthode de la classe `name`, telle que `owner` la porte, n'est pas celle que ctg connaît. `owner` : le prototype, ou l'objet des fonctions. */
export function demand(name: string, owner: object, known: Fingerprints = METHODS, found: () => Versions = foundVersions): void {
  const methods = known[name];
  if (methods === undefined) throw new Error(`${name} n’est pas dans src/render/pdf/flow/known.json.`);
  for (const [method, expected] of Object.entries(methods)) {
    const code = method === WHOLE ? codeOf(owner, 'constructor') : codeOf(owner, method);
    const actual = code === null ? null : fingerprint(code);
    if (actual === expected) continue;
    const what = method === WHOLE ? name : `${name}.${method}`;
    throw new Error(`${what} ${actual === null ? 'n’existe plus' : `n’est pas le code que ctg connaît (empreinte attendue : ${expected}, trouvée : ${actual})`} ; versions attendues : ${said(VERSIONS)} ; trouvées : ${said(found())}. ${WHAT_TO_DO}`);
  }
}

/** Lève si un paquet n'est pas à la version que ctg connaît. */
export function demandVersions(found: Versions): void {
  if (said(found) !== said(VERSIONS)) throw new Error(`Versions attendues : ${said(VERSIONS)} ; trouvées : ${said(found)}. ${WHAT_TO_DO}`);
}

const said = ({ pdfmake, pdfkit, fontkit }: Versions): string => `pdfmake ${pdfmake}, pdfkit ${pdfkit}, fontkit ${fontkit}`;

/** Les versions qui tournent : le pdfkit de pdfmake, le fontkit de ce pdfkit, qu'il y en ait une seule copie ou non. */
export function foundVersions(): Versions {
  const versionOf = (manifest: unknown): string => (manifest as { version: string }).version;
  const from = createRequire(import.meta.url);
  const pdfmake = createRequire(from.resolve('pdfmake/js/PDFDocument.js'));
  const pdfkit = createRequire(pdfmake.resolve('pdfkit'));
  // fontkit n'expose pas son package.json : on le prend à côté de ce qu'il expose.
  const fontkit = createRequire(pdfkit.resolve('fontkit'));
  return { pdfmake: versionOf(from('pdfmake/package.json')), pdfkit: versionOf(pdfmake('pdfkit/package.json')), fontkit: versionOf(fontkit('../package.json')) };
}
