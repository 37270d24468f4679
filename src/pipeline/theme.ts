import { type Habillage as Livre, schemaHabillage } from '../../schemas/theme.ts';
import { parTexte } from '../base/memoire.ts';
import { SourceText } from '../base/span.ts';
import type { Host } from '../host/host.ts';
import type { Theme } from '../render/theme.ts';
import { THEME_PAR_DEFAUT } from '../resolve/habillage.ts';
import type { Projet } from '../resolve/projet.ts';
import { parseYaml } from '../sources/yaml.ts';

/** Le thème de l'acte et ses polices, et les octets de ce qui a été livré pour eux, pour l'empreinte. */
export interface Habillage {
  readonly theme: Theme;
  /** Nom de fichier dans `templates/theme/fonts` → octets. */
  readonly fonts: ReadonlyMap<string, Uint8Array>;
  readonly ressources: ReadonlyMap<string, Uint8Array>;
}

const fichier = (nom: string): string => `templates/theme/${nom}.yaml`;

/** Le thème du projet (celui que ctg.yaml nomme, changé par theme.yaml) est déjà résolu : restent ses polices. */
export function readHabillage(host: Host, projet: Projet): Habillage {
  const theme = projet.habillage;
  const livre = fichier(projet.ctg?.value.theme ?? THEME_PAR_DEFAUT);
  const fonts = readFonts(host, theme);
  return { theme, fonts, ressources: new Map([[livre, host.resource(livre) as Uint8Array], ...[...fonts].map(([name, bytes]) => [`templates/theme/fonts/${name}`, bytes] as const)]) };
}

/** Les polices d'un thème : nom de fichier dans `templates/theme/fonts` → octets. */
export function readFonts(host: Host, { fonts }: Theme): ReadonlyMap<string, Uint8Array> {
  const names = new Set([fonts.text, fonts.heading].flatMap((f) => [f.normal, f.bold, f.italics, f.bolditalics]));
  return new Map([...names].flatMap((name) => {
    const bytes = host.resource(`templates/theme/fonts/${name}`);
    return bytes === null ? [] : [[name, bytes] as const];
  }));
}

/** Un habillage livré avec ctg. Un défaut ici est une faute du programme, pas de l'auteur. */
export function readTheme(host: Host, nom: string): Livre {
  const file = fichier(nom);
  const bytes = host.resource(file);
  if (bytes === null) throw new Error(`ressource absente : ${file}`);
  return parse(new TextDecoder().decode(bytes));
}

const parse = parTexte((text): Livre => {
  const [content] = parseYaml(new SourceText('', text));
  return schemaHabillage.parse(content?.value);
});
