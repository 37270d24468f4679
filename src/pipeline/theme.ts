import { schemaTheme } from '../../schemas/theme.ts';
import { SourceText } from '../base/span.ts';
import type { Host } from '../host/host.ts';
import type { Theme } from '../render/theme.ts';
import { parseYaml } from '../sources/yaml.ts';

const THEME = 'templates/theme/theme.yaml';

/** Le thème et ses polices, et leurs octets tels qu'ils ont été lus, pour l'empreinte. */
export interface Habillage {
  readonly theme: Theme;
  /** Nom de fichier dans `templates/theme/fonts` → octets. */
  readonly fonts: ReadonlyMap<string, Uint8Array>;
  readonly ressources: ReadonlyMap<string, Uint8Array>;
}

export function readHabillage(host: Host): Habillage {
  const theme = readTheme(host);
  const names = new Set([theme.fonts.text, theme.fonts.heading].flatMap((f) => [f.normal, f.bold, f.italics, f.bolditalics]));
  const read = [...names].flatMap((name) => {
    const bytes = host.resource(`templates/theme/fonts/${name}`);
    return bytes === null ? [] : [[name, bytes] as const];
  });
  return { theme, fonts: new Map(read), ressources: new Map([[THEME, host.resource(THEME) as Uint8Array], ...read.map(([name, bytes]) => [`templates/theme/fonts/${name}`, bytes] as const)]) };
}

/** L'habillage livré avec ctg. Un défaut ici est une faute du programme, pas de l'auteur. */
function readTheme(host: Host): Theme {
  const bytes = host.resource(THEME);
  if (bytes === null) throw new Error(`ressource absente : ${THEME}`);
  const [content] = parseYaml(new SourceText(THEME, new TextDecoder().decode(bytes)));
  return schemaTheme.parse(content?.value);
}
