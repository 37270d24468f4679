/** Lit un CSV tel que les tableurs français l'écrivent : séparateur et encodage reconnus à leur contenu. */
import { parse } from 'csv-parse/sync';
import { borner, type Feuille, net, Refus, TITRES } from './classeur.ts';

const SEPARATEURS = [';', '\t', ','] as const;

/** Texte d'un fichier : UTF-8, UTF-16 (« Texte Unicode » d'Excel), sinon Windows-1252. */
export function decoder(octets: Uint8Array): string {
  const [un, deux] = octets;
  if (un === 0xff && deux === 0xfe) return new TextDecoder('utf-16le').decode(octets);
  if (un === 0xfe && deux === 0xff) return new TextDecoder('utf-16be').decode(octets);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(octets);
  } catch {
    return new TextDecoder('windows-1252').decode(octets);
  }
}

interface Choix {
  /** Nombre de lignes à lire ; toutes sinon. */
  readonly to?: number;
  /** Les lignes à garder, après les premières ; toutes sinon. */
  readonly garder?: (cases: readonly string[]) => boolean;
}

/** Lignes et cases d'un texte, pour un séparateur ; null si ses guillemets ne se referment pas. */
function decouper(texte: string, separateur: string, { to, garder }: Choix): string[][] | null {
  try {
    return parse(texte, {
      delimiter: separateur,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      ...(to === undefined ? {} : { to }),
      ...(garder === undefined ? {} : { on_record: (record: string[], { records }: { records: number }) => (records <= TITRES || garder(record) ? record : null) }),
    }) as string[][];
  } catch {
    return null;
  }
}

/** Lignes qui suffisent à reconnaître le séparateur. */
const ECHANTILLON = 200;

/** Le séparateur qui donne le tableau le plus régulier : le plus de lignes d'au moins deux cases, puis le plus de cases. */
export function lireCsv(octets: Uint8Array, garder?: Choix['garder']): Feuille {
  const brut = decoder(octets);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: des commandes trahissent un fichier qui n'est pas du texte
  if (/[\u0000-\u0008\u000E-\u001F]/.test(brut)) throw new Refus('ce n’est ni un classeur Excel, ni un CSV', 'Enregistrez le tableau au format « Classeur Excel (.xlsx) » ou « CSV UTF-8 ».');
  // Excel écrit parfois le séparateur en première ligne : « sep=; ».
  const impose = /^sep=(.)\r?\n/i.exec(brut);
  const texte = impose === null ? brut : brut.slice(impose[0].length);
  const essais = (impose === null ? SEPARATEURS : [impose[1] as string]).flatMap((separateur) => {
    const lignes = decouper(texte, separateur, { to: ECHANTILLON });
    return lignes === null ? [] : [{ separateur, note: lignes.filter((l) => l.length > 1 && l.filter((c) => c.trim() !== '').length > 1).length }];
  });
  const choisi = essais.reduce<(typeof essais)[number] | null>((meilleur, essai) => (meilleur === null || essai.note > meilleur.note ? essai : meilleur), null);
  const lues = choisi === null ? null : decouper(texte, choisi.separateur, garder === undefined ? {} : { garder });
  if (lues === null) throw new Refus('un guillemet ouvert n’est pas refermé', 'Ouvrez-le dans un tableur, vérifiez-le, puis enregistrez-le au format « CSV UTF-8 ».');
  let cases = 0;
  const lignes = lues.map((ligne, i) => {
    cases += ligne.length;
    borner(i + 1, ligne.length, cases);
    return ligne.map(net);
  });
  return { nom: null, lignes, fusions: [] };
}
