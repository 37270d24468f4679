/** Les endroits convenus d'un territoire : quel fichier est de quelle sorte. Source unique, dont la référence est générée. */
export type YamlKind =
  | 'ctg' | 'convention' | 'territoire' | 'strategie' | 'acteurs' | 'indicateurs' | 'gouvernance' | 'equipements' | 'calendrier' | 'glossaire' | 'contours' | 'theme'
  | 'signataire' | 'plan' | 'diagnostic' | 'avenant' | 'bilan' | 'modele';
export type MarkdownKind = 'enjeux' | 'fiche-action' | 'article' | 'annexe' | 'texte-diagnostic';
export type Kind = YamlKind | MarkdownKind;

export interface RootPlace {
  readonly file: string;
  readonly kind: Kind;
  /** À quoi sert le fichier, s'il est obligatoire. */
  readonly required: string | null;
}

export const ROOT_FILES: readonly RootPlace[] = [
  { file: 'ctg.yaml', kind: 'ctg', required: 'il dit que ce dossier est une convention' },
  { file: 'convention.yaml', kind: 'convention', required: 'il donne la période et le modèle de l’acte' },
  { file: 'territoire.yaml', kind: 'territoire', required: 'il donne le périmètre et les communes' },
  { file: 'strategie.yaml', kind: 'strategie', required: null },
  { file: 'acteurs.yaml', kind: 'acteurs', required: null },
  { file: 'enjeux.md', kind: 'enjeux', required: null },
  { file: 'indicateurs.yaml', kind: 'indicateurs', required: null },
  { file: 'gouvernance.yaml', kind: 'gouvernance', required: null },
  { file: 'equipements.yaml', kind: 'equipements', required: null },
  { file: 'calendrier.yaml', kind: 'calendrier', required: null },
  { file: 'glossaire.yaml', kind: 'glossaire', required: null },
  { file: 'theme.yaml', kind: 'theme', required: null },
  { file: 'communes.geojson', kind: 'contours', required: null },
];

export interface DirectoryPlace {
  readonly directory: string;
  readonly extension: '.yaml' | '.md';
  readonly kind: Kind;
}

export const DIRECTORIES: readonly DirectoryPlace[] = [
  { directory: 'signataires', extension: '.yaml', kind: 'signataire' },
  { directory: 'plan', extension: '.yaml', kind: 'plan' },
  { directory: 'fiches-actions', extension: '.md', kind: 'fiche-action' },
  { directory: 'diagnostic', extension: '.yaml', kind: 'diagnostic' },
  { directory: 'diagnostic', extension: '.md', kind: 'texte-diagnostic' },
  { directory: 'articles', extension: '.md', kind: 'article' },
  { directory: 'annexes', extension: '.md', kind: 'annexe' },
  { directory: 'avenants', extension: '.yaml', kind: 'avenant' },
  { directory: 'bilans', extension: '.yaml', kind: 'bilan' },
  { directory: 'modeles', extension: '.yaml', kind: 'modele' },
];

/** Dossiers dont les fichiers sont cités par d'autres (images, documents joints) ou trouvés par leur nom (logos). */
export const ASSET_DIRECTORIES = ['logos', 'annexes', 'articles', 'diagnostic', 'images'] as const;
export const LOGO_EXTENSIONS = ['.svg', '.png', '.jpg', '.jpeg'] as const;

/** Bornes de lecture, en octets et en nombre. */
export const LIMITS = { text: 2_000_000, asset: 50_000_000, files: 5_000, depth: 40 } as const;

/** Extension qu'un fichier devrait avoir (`.yml`, `.YAML`, `.yaml.txt`…), ou null s'il n'est manifestement pas une source. */
export const intendedExtension = (file: string): '.yaml' | '.md' | null => (/\.ya?ml(\.txt)?$/i.test(file) ? '.yaml' : /\.(md|markdown)(\.txt)?$/i.test(file) ? '.md' : null);

/** Nom sans l'extension, même mal écrite. */
export const stem = (file: string): string => file.replace(/(\.(ya?ml|md|markdown))?(\.txt)?$/i, '');

/** `03-le-creusot.yaml` → ordre 3, identifiant `le-creusot`. Sans numéro : ordre infini, à la suite par nom. */
export function nameParts(file: string, extension: string): { readonly order: number; readonly id: string } {
  const stem = file.slice(0, file.length - extension.length);
  const numbered = /^(\d+)[-_. ]+(.+)$/.exec(stem);
  return numbered === null ? { order: Number.POSITIVE_INFINITY, id: stem } : { order: Number(numbered[1]), id: numbered[2] as string };
}
