/** Des dossiers entiers au hasard : une partie des fichiers d'un exemple, abîmés de toutes les façons. */
import fc from 'fast-check';
import { type Fichiers, fichiersExemple } from '../golden/atelier.ts';
import { fourreTout } from '../parite/fourre-tout.ts';

const complet: Fichiers = { ...(await fourreTout()) };
const EXEMPLES: readonly Fichiers[] = [fichiersExemple('minimal'), fichiersExemple('aubergenville'), complet, complet, fichiersExemple('creusot-montceau')];

/** Ce que l'on met dans un texte : signes de YAML, de Markdown, de Handlebars, de HTML, caractères rares. */
const JETON = fc.constantFrom(
  '', ' ', '  ', '\n', '\n\n', '\t', '\r\n', '\r', ':', ': ', '- ', '#', ' #x', '[', ']', '{', '}', '"', "'", '&a ', '*a', '!!str ', '|\n', '>-\n', '%', '@', '`', '---\n', '...\n', '? ', '<<: ', 'null', '~', 'true', '0x1F', '1e999', '.nan',
  '2026-13-45', '31/12/2026', '12,5', '1 234', '{{nom}}', '{{{', '}}', '[](chiffre:x)', '[](article:duree)', '![](x.png)', '::texte-local\n', '[^1]', '\n[^1]: note\n', ':::encart\n', '<b>', '<!--', '&nbsp;', '## ', '| a | b |\n|---|---|\n', '```\n', '\\', '\u0000', '\u001B[31m', '\u2028', '\uFEFF',
  '\u202E', '\u00AD', '\u00A0', 'é', 'e\u0301', '😀', '\uD83D', 'a: b: c', 'titre: Un : deux\n', 'XXXX', '::error::x', ']]>', 'x'.repeat(300), '[['.repeat(60), '> '.repeat(60), '- '.repeat(60),
);
const CLE = fc.constantFrom('titre', 'nom', 'valeur', 'actions', 'axes', 'objectifs', 'pilotes', 'echeances', 'chiffres', 'communes', 'instances', 'periode', 'debut', '__proto__', 'constructor', 'toString', 'a b', '', '1', 'é');
const YAML = fc.letrec((tie) => ({
  feuille: fc.oneof(fc.constantFrom<unknown>(null, true, '', 'x', 'petite-enfance', 'caf', '2026-01-01', -1, 1e21, 0.1, 2026), fc.string({ maxLength: 12 })),
  groupe: fc.dictionary(CLE, tie('valeur'), { maxKeys: 4, noNullPrototype: true }),
  liste: fc.array(tie('valeur'), { maxLength: 3 }),
  valeur: fc.oneof({ maxDepth: 4 }, tie('feuille'), tie('groupe'), tie('liste')),
})).valeur.map((v) => `${JSON.stringify(v, null, 1) ?? 'null'}\n`);
const TEXTE = fc.array(JETON, { maxLength: 20 }).map((j) => j.join(''));

type Abime = (octets: Uint8Array) => Uint8Array;
const enTexte = (f: (t: string) => string): Abime => (o) => new TextEncoder().encode(f(new TextDecoder().decode(o)));
const lignes = (f: (l: string[]) => string[]): Abime => enTexte((t) => f(t.split('\n')).join('\n'));

/** Un dommage à un fichier. */
const DOMMAGE: fc.Arbitrary<Abime> = fc.oneof(
  fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })).map(([ou, masque]): Abime => (o) => o.map((b, i) => (o.length > 0 && i === ou % o.length ? b ^ masque : b))),
  fc.tuple(fc.nat(), fc.integer({ min: 1, max: 4 })).map(([ou, n]) => lignes((l) => l.toSpliced(ou % l.length, n))),
  fc.nat().map((ou) => lignes((l) => l.toSpliced(ou % l.length, 0, l[ou % l.length] as string))),
  fc.tuple(fc.nat(), fc.nat()).map(([a, b]) => lignes((l) => l.with(a % l.length, l[b % l.length] as string))),
  { weight: 4, arbitrary: fc.tuple(fc.nat(), JETON, fc.nat(8)).map(([ou, jeton, retire]) => enTexte((t) => `${t.slice(0, ou % (t.length + 1))}${jeton}${t.slice((ou % (t.length + 1)) + retire)}`)) },
  fc.nat().map((ou): Abime => (o) => o.slice(0, ou % (o.length + 1))),
  YAML.map((y): Abime => () => new TextEncoder().encode(y)),
  TEXTE.map((t): Abime => () => new TextEncoder().encode(t)),
  fc.tuple(YAML, TEXTE).map(([y, t]): Abime => () => new TextEncoder().encode(`---\n${y}---\n${t}`)),
  fc.tuple(TEXTE, TEXTE).map(([y, t]): Abime => () => new TextEncoder().encode(`---\n${y}\n---\n${t}`)),
  fc.uint8Array({ maxLength: 60 }).map((o): Abime => () => o),
);

/** Un nom de plus dans le dossier : presque juste, ou sans rapport. */
const NOM = fc.constantFrom('convention.yml', 'Territoire.yaml', 'glossaire.yaml', 'plan/autre.yaml', 'signataires/03-x.yaml', 'signataires/03-Été (copie).yaml', 'fiches-actions/9.md', 'articles/é.md', 'annexes/x.md', 'diagnostic/z.yaml', 'diagnostic/z.md', 'avenants/1.yaml', 'bilans/2027.yaml', 'modeles/m.yaml', 'logos/caf.svg', 'logos/x.png', 'plans/x.yaml', 'notes.txt', 'plan/sous/x.yaml');

/** Un dossier au hasard. ctg.yaml y reste presque toujours : sans lui il n'y a pas de territoire. */
export const DOSSIER: fc.Arbitrary<Record<string, Uint8Array>> = fc
  .record({
    exemple: fc.constantFrom(...EXEMPLES),
    retires: fc.oneof({ weight: 2, arbitrary: fc.constant<number[]>([]) }, fc.array(fc.nat(), { maxLength: 4 })),
    dommages: fc.array(fc.tuple(fc.nat(), DOMMAGE), { maxLength: 4 }),
    ajouts: fc.array(fc.tuple(NOM, fc.oneof(YAML, TEXTE)), { maxLength: 2 }),
  })
  .map(({ exemple, retires, dommages, ajouts }) => {
    const fichiers = new Map(Object.entries(exemple).map(([f, v]) => [f, typeof v === 'string' ? new TextEncoder().encode(v) : v]));
    const nom = (n: number): string => [...fichiers.keys()][n % fichiers.size] as string;
    for (const n of retires) if (fichiers.size > 1 && nom(n) !== 'ctg.yaml') fichiers.delete(nom(n));
    for (const [n, abimer] of dommages) fichiers.set(nom(n), abimer(fichiers.get(nom(n)) as Uint8Array));
    for (const [f, contenu] of ajouts) fichiers.set(f, new TextEncoder().encode(contenu));
    return Object.fromEntries(fichiers);
  });
