/** Ce qu'un PDF prouve de lui-même, une fois ses sources recompilées ; et la phrase qui le dit. */
import { combien, guillemets } from '../base/francais.ts';
import type { Acte } from '../../schemas/acte.ts';
import { comparerActes, type Ecart } from './comparer.ts';
import type { PdfPorteur } from './lire-pdf.ts';

export interface Epreuve {
  readonly porteur: PdfPorteur;
  /** Version du ctg qui vérifie. */
  readonly version: string;
  /** Ce que donnent les sources jointes, recompilées ici ; pdf null si elles ont des erreurs pour ce ctg. */
  readonly refait: { readonly pdf: Uint8Array | null; readonly acte: Acte | null };
}

export interface Verdict {
  /** Octet pour octet, ce PDF est ce que ses sources donnent. */
  readonly prouve: boolean;
  readonly lignes: readonly string[];
  /** Écarts entre ce que le PDF dit de lui-même et ce que ses sources disent ici. */
  readonly ecarts: readonly Ecart[];
}

const memes = (a: Uint8Array, b: Uint8Array): boolean => a.byteLength === b.byteLength && Buffer.compare(a, b) === 0;

export function juger({ porteur, version, refait }: Epreuve): Verdict {
  const { acte, origine } = porteur;
  const { ctg: autre, recompilable } = acte.compilation;
  if (refait.pdf !== null && memes(refait.pdf, origine)) {
    return { prouve: true, ecarts: [], lignes: [`Ce PDF est exactement ce que ctg ${autre} compile à partir des sources qu’il contient (empreinte ${acte.empreinte}).`, ...suite(porteur)] };
  }
  if (!recompilable) {
    return { prouve: false, ecarts: [], lignes: ['Ce PDF ne peut pas être recompilé à partir de ce qu’il contient : des fichiers privés n’y sont pas joints.', 'Qui a tous les fichiers peut le vérifier en donnant leur dossier : ctg verify FICHIER.pdf DOSSIER.', ...suite(porteur)] };
  }
  const ecarts = refait.acte === null ? [] : comparerActes(acte, refait.acte);
  if (autre !== version) {
    const texte = refait.acte === null
      ? `Les sources jointes ont des erreurs pour ctg ${version} : rien ne peut être comparé ici.`
      : ecarts.length === 0
        ? `Recompilées par ctg ${version}, les sources jointes donnent le même texte que celui que le PDF déclare, article par article. Rien ne prouve ici que ses pages n’ont pas été changées.`
        : `Recompilées par ctg ${version}, les sources jointes ne donnent pas le texte que le PDF déclare.`;
    return { prouve: false, ecarts, lignes: [`Ce PDF dit avoir été compilé par ctg ${autre} ; vous avez ctg ${version}. La comparaison octet pour octet demande la même version : installez ctg ${autre}.`, texte, ...suite(porteur)] };
  }
  if (refait.acte === null) return { prouve: false, ecarts: [], lignes: ['Ce PDF n’est pas ce que ses sources donnent : elles ont des erreurs, et ctg n’en aurait rien écrit.', ...suite(porteur)] };
  const raison = ecarts.length > 0
    ? 'Le texte qu’il déclare n’est pas celui de ses sources.'
    : acte.empreinte !== refait.acte.empreinte
      ? 'Le texte déclaré est le même, mais pas l’empreinte : les sources jointes, le modèle ou l’habillage ont changé depuis.'
      : 'Le texte déclaré est le même, mais le fichier a été modifié : ses pages peuvent dire autre chose.';
  return { prouve: false, ecarts, lignes: [`Ce PDF n’est pas ce que ctg ${version} compile à partir des sources qu’il contient.`, raison, ...suite(porteur)] };
}

/** Ce qui a été ajouté au fichier après sa compilation. */
function suite({ suite: ajout }: PdfPorteur): readonly string[] {
  if (ajout.byteLength === 0) return [];
  const signatures = Buffer.from(ajout.buffer, ajout.byteOffset, ajout.byteLength).toString('latin1').match(/\/ByteRange\s*\[/g)?.length ?? 0;
  if (signatures === 0) return ['Quelque chose y a été ajouté ensuite (annotation, tampon, formulaire), sans signature électronique : ce qui s’affiche peut différer de ce qui a été compilé.'];
  return [`Il porte ensuite ${combien(signatures, 'signature électronique', 'signatures électroniques')}. Leur validité se vérifie dans un lecteur de PDF ; ce qui vient d’être vérifié est le document d’avant la première.`];
}

const LONGUEUR = 300;
/** Les écarts à lire, pièce par pièce. */
export function ecartsLisibles(ecarts: readonly Ecart[]): readonly string[] {
  const court = (texte: string): string => {
    const net = texte.replace(/\s*\n\s*/g, ' / ');
    return net.length > LONGUEUR ? `${net.slice(0, LONGUEUR)}…` : net;
  };
  return ecarts.flatMap(({ ou, nature, lignes }) => [`${ou} : ${nature}`, ...lignes.map(({ signe, texte }) => `  ${signe} ${court(texte)}`)]);
}

/** Ce qu'un avenant doit nommer de ces écarts, et ce qu'aucun ne nomme encore. Seuls comptent les articles et les annexes. */
export function aNommer(ecarts: readonly Ecart[], vises: ReadonlySet<string>): readonly string[] {
  const changes = ecarts.filter((e) => e.cible !== null);
  if (changes.length === 0) return [];
  const oublis = changes.filter((e) => !vises.has(e.cible ?? ''));
  if (oublis.length === 0) return ['Les avenants de ce dossier nomment chaque article et chaque annexe qui a changé.'];
  return [
    `Si le premier acte est signé, un avenant doit nommer ce qui change. ${oublis.length === 1 ? 'Ceci n’est nommé' : 'Ceux-ci ne sont nommés'} par aucun avenant de ce dossier (avenants/, sous « modifications: ») :`,
    ...oublis.map((e) => `  - cible: ${e.cible ?? ''}   (${e.ou})`),
  ];
}

/** Le texte de deux actes est-il le même ? */
export function rapprocher(a: Acte, b: Acte, nomA: string, nomB: string): { readonly memes: boolean; readonly lignes: readonly string[]; readonly ecarts: readonly Ecart[] } {
  const ecarts = comparerActes(a, b);
  if (ecarts.length === 0) return { memes: true, ecarts, lignes: [`Le texte de ${guillemets(nomA)} et celui de ${guillemets(nomB)} sont les mêmes, article par article.`] };
  return { memes: false, ecarts, lignes: [`Le texte de ${guillemets(nomA)} (-) et celui de ${guillemets(nomB)} (+) diffèrent en ${combien(ecarts.length, 'endroit')} :`, ...ecartsLisibles(ecarts)] };
}
