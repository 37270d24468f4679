/**
 * Les épreuves : des sources démesurées ou inattendues, faites pour l'essai. Chacune doit donner un acte où rien ne manque, ou un
 * constat qui dit où. `part` réduit les tailles : 1 pour `npm run stress`, moins en intégration continue.
 */
import { type Fichiers, fichiersExemple } from '../golden/atelier.ts';
import { png } from '../golden/png.ts';

export interface Epreuve {
  readonly nom: string;
  readonly files: Fichiers;
  /** Le constat attendu, s'il ne doit pas y avoir d'acte : son code, et la ligne qu'il montre. */
  readonly constat: { readonly code: string; readonly file: string; readonly line: number } | null;
  /** Pages que l'acte compte au moins. */
  readonly pages: number;
}

const DEBUT = (titre: string): string => `---\ntitre: ${titre}\napres: confidentialite\n---\n`;
/** Première ligne du texte d'un article fait par `article`. */
export const PREMIERE_LIGNE = 5;
const suite = (n: number, un: (i: number) => string, entre = ' '): string => Array.from({ length: n }, (_, i) => un(i + 1)).join(entre);
/** Des mots tous différents : aucun ne peut en cacher un autre. */
const mot = (i: number): string => `mot${String(i)}`;
const mots = (n: number, depuis = 0): string => suite(n, (i) => mot(depuis + i));
const phrase = (n: number, depuis = 0): string => `Les partenaires ${mots(n, depuis)}.`;

/** Une ligne de tableau en Markdown. */
const rangee = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function territoire(articles: Readonly<Record<string, string>>, autres: Fichiers = {}): Fichiers {
  return { ...fichiersExemple('minimal'), ...Object.fromEntries(Object.entries(articles).map(([nom, texte]) => [`articles/${nom}.md`, `${DEBUT(`Article ${nom}`)}${texte}\n`])), ...autres };
}

/** Une liste dont chaque puce descend d'un cran, puis remonte. */
const listeProfonde = (n: number, profondeur: number): string => suite(n, (i) => `${'   '.repeat((i - 1) % profondeur)}- ${mot(i)} puce de rang ${String(((i - 1) % profondeur) + 1)}`, '\n');

const signataires = (n: number): Fichiers => Object.fromEntries(Array.from({ length: n }, (_, i) => [`signataires/1${String(i).padStart(3, '0')}.yaml`, `categorie: autre\nnom: Association numéro ${String(i + 1)}\nrepresentants:\n  - civilite: Mme\n    prenom: Prénom${String(i + 1)}\n    nom: Nom${String(i + 1)}\n    qualite: présidente\n`]));

const pages = (part: number): Readonly<Record<string, string>> => {
  // Environ 93 pages par fichier (mesuré : 60 fichiers, 5 567 pages).
  const fichiers = Math.ceil(34 * part);
  const paragraphes = 250;
  return Object.fromEntries(Array.from({ length: fichiers }, (_, f) => [`p${String(f).padStart(3, '0')}`, suite(paragraphes, (i) => `${i % 25 === 1 ? `## Partie ${String(f)}-${String(i)}\n\n` : ''}${phrase(90, (f * paragraphes + i) * 90)}`, '\n\n')]));
};

/** Écritures d'ailleurs : ce que les polices de l'acte portent, et ce qu'elles ne portent pas. */
const ECRITURES = {
  grec: ['Γιώργος Παπαδόπουλος, Ελένη', true],
  cyrillique: ['Анна Сергеевна Ковальчук, Đorđe, Łukasz', true],
  accents: ['Zoe\u0308 Lefe\u0300vre, n\u0303, Nguye\u0302\u0303n, Ş, ž, ő', true],
  arabe: ['محمد بن عبد الله', false],
  hebreu: ['דוד בן־גוריון', false],
  chinois: ['李小龙', false],
  emoji: ['Bravo 🎉', false],
} as const satisfies Readonly<Record<string, readonly [string, boolean]>>;

export function epreuves(part: number): readonly Epreuve[] {
  const n = (entier: number): number => Math.max(3, Math.round(entier * part));
  const acte = (nom: string, articles: Readonly<Record<string, string>>, autres: Fichiers = {}, moins = 1): Epreuve => ({ nom, files: territoire(articles, autres), constat: null, pages: moins });
  return [
    acte(`${String(n(3000))} pages`, pages(part), {}, n(3000)),
    acte(`une cellule de ${String(n(20_000))} mots`, { cellule: `${rangee(['Avant', 'Longue'])}\n${rangee(['---', '---'])}\n${rangee(['un', mots(n(20_000))])}\n${rangee(['deux', 'fin'])}` }),
    acte('une rangée plus haute que la page, plusieurs colonnes', { rangee: `${rangee(['A', 'B', 'C'])}\n${rangee(['---', '---', '---'])}\n${rangee([mots(900), mots(700, 1000), mots(40, 2000)])}` }),
    acte(`${String(n(2000))} notes`, { notes: `${suite(n(2000), (i) => `Le terme ${mot(i)}[^n${String(i)}]${i % 3 === 0 ? ` puis encore[^n${String(i)}]` : ''}.`, '\n\n')}\n\n${suite(n(2000), (i) => `[^n${String(i)}]: Explication ${mot(i + n(2000))}, voir l’[](article:duree).`, '\n')}` }),
    acte(`${String(n(300))} signataires`, {}, signataires(n(300))),
    acte('une citation plus haute que la page', { citation: suite(120, (i) => `> ${phrase(12, i * 12)}`, '\n>\n') }),
    acte('une citation d’un seul paragraphe plus haut que la page', { citation: `> ${mots(1500)}` }),
    acte('du code plus haut que la page', { code: `\`\`\`\n${suite(200, (i) => `ligne ${mot(i)}`, '\n')}\n\`\`\`` }),
    acte('un mot de 5 000 lettres', { mot: `Avant ${'anticonstitutionnellement'.repeat(200)} après.` }),
    acte('un mot de 5 000 lettres dans une cellule', { mot: `${rangee(['A', 'B'])}\n${rangee(['---', '---'])}\n${rangee(['court', 'anticonstitutionnellement'.repeat(200)])}` }),
    acte('un tableau de 40 colonnes', { colonnes: [rangee(Array.from({ length: 40 }, (_, i) => `C${String(i + 1)}`)), rangee(Array.from({ length: 40 }, () => '---')), ...Array.from({ length: 30 }, (_, r) => rangee(Array.from({ length: 40 }, (_, i) => mot(r * 40 + i))))].join('\n') }),
    acte('un titre de 500 mots', { titre: `## ${mots(500)}\n\nTexte.\n\n### ${mots(500, 500)}\n\nTexte.` }),
    { ...acte('un article au titre de 500 mots', {}), files: { ...fichiersExemple('minimal'), 'articles/long.md': `${DEBUT(mots(500))}Texte.\n` } },
    acte(`une annexe de ${String(n(1000))} puces sur 8 niveaux`, {}, { 'annexes/longue.md': `---\ntitre: Annexe longue\n---\n${listeProfonde(n(1000), 8)}\n` }),
    acte('des images de toutes tailles', { images: ['un', 'bande', 'colonne', 'grande'].map((nom) => `![Image ${nom}](${nom}.png)`).join('\n\n') }, { 'articles/un.png': png(1, 1), 'articles/bande.png': png(6000, 3), 'articles/colonne.png': png(3, 6000), 'articles/grande.png': png(n(3000), n(3000)) }),
    ...Object.entries(ECRITURES).map(([nom, [texte, portee]]): Epreuve => ({
      ...acte(`écriture : ${nom}`, { ecriture: `Un nom : ${texte}.` }),
      constat: portee ? null : { code: 'CTG7001', file: 'articles/ecriture.md', line: PREMIERE_LIGNE },
    })),
  ];
}
