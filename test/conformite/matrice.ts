/**
 * La matrice : chaque document d'essai, à chaque stade, dans chaque habillage. Un stade que les règles refusent à un document
 * (un projet n'a pas de votes) y est rendu par l'arbre qu'il donne à son propre stade : c'est le rendu que l'on éprouve.
 */
import type { DocumentTree } from '../../src/document/arbre.ts';
import type { Stade } from '../../src/pipeline/compile.ts';
import { readHabillage } from '../../src/pipeline/theme.ts';
import { renderPdf } from '../../src/render/pdf/index.ts';
import { compiler, EXEMPLES, type Fichiers, fichiersExemple, hote } from '../golden/atelier.ts';
import { fourreTout } from '../parite/fourre-tout.ts';
import { exemple } from '../render/pdf/exemple.ts';

export const STADES: readonly Stade[] = ['projet', 'conseil', 'signature', 'bilan'];

/** Ce que chaque habillage ajoute aux sources. */
const HABILLAGES = {
  classique: () => ({}),
  contraste: (ctg: string) => ({ 'ctg.yaml': `${ctg}\ntheme: contraste\n` }),
  territoire: () => ({ 'theme.yaml': "couleurs: {encre: '#5A1A1A', bandeau: '#F0E0E0'}\npolices: {texte: Source Sans 3, titres: Source Serif 4}\ntailles: {texte: 11}\nplan: {format: A3}\nalignement: justifié\n" }),
} as const satisfies Readonly<Record<string, (ctg: string) => Fichiers>>;
type NomHabillage = keyof typeof HABILLAGES;
export const THEMES = Object.keys(HABILLAGES) as NomHabillage[];

/** `arbre` : l'arbre qui contient chaque sorte de nœud ; `fourre-tout` : des sources qui contiennent un peu de tout. */
export const DOCUMENTS = ['arbre', 'fourre-tout', ...EXEMPLES] as const;
type NomDocument = (typeof DOCUMENTS)[number];

export interface Case { readonly document: NomDocument; readonly stade: Stade; readonly theme: NomHabillage }
export const nomDe = ({ document, stade, theme }: Case): string => `${document}, ${stade}, ${theme}`;

export const TOUTES: readonly Case[] = DOCUMENTS.flatMap((document) => STADES.flatMap((stade) => THEMES.map((theme): Case => ({ document, stade, theme }))));
/** Un habillage par document et par stade, à tour de rôle : chacun y passe à chaque stade, et avec chaque document. */
export const CHOISIES: readonly Case[] = DOCUMENTS.flatMap((document, d) => STADES.map((stade, s): Case => ({ document, stade, theme: THEMES[(d + s) % THEMES.length] as NomHabillage })));

export interface Acte {
  readonly bytes: Uint8Array;
  /** Codes des erreurs qui refusent ce stade à ce document ; vide s'il y est compilé de bout en bout. */
  readonly refus: readonly string[];
}

async function sources({ document, theme }: Case): Promise<Fichiers> {
  const files: Fichiers = document === 'fourre-tout' ? await fourreTout() : fichiersExemple(document === 'arbre' ? 'minimal' : document);
  const ctg = files['ctg.yaml'] as string | Uint8Array;
  return { ...files, ...HABILLAGES[theme](typeof ctg === 'string' ? ctg : new TextDecoder().decode(ctg)) };
}

/** L'acte d'une case ; lance si le document a une faute à son propre stade. */
export async function acte(une: Case): Promise<Acte> {
  const files = await sources(une);
  const voulu = une.document === 'arbre' ? null : await compiler(files, { targets: ['pdf'], stade: une.stade });
  const [sortie] = voulu?.outputs ?? [];
  if (sortie !== undefined) return { bytes: sortie.bytes, refus: [] };
  const propre = await compiler(files);
  const arbre: DocumentTree | null = une.document === 'arbre' ? exemple() : propre.tree;
  if (arbre === null) throw new Error(`${nomDe(une)} : pas d’arbre`);
  const { bytes, problems } = await renderPdf({ ...arbre, stade: une.stade }, { ...readHabillage(hote(files), propre.projet), attachments: propre.attachments() });
  if (bytes === null) throw new Error(`${nomDe(une)} : ${problems.map(({ kind, detail }) => `${kind} ${detail}`).join(' ; ')}`);
  return { bytes, refus: [...new Set((voulu?.diagnostics ?? []).filter(({ severity }) => severity === 'erreur').map(({ code }) => code))].sort() };
}
