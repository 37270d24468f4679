import { schemaTheme } from '../../schemas/theme.ts';
import { SourceText } from '../base/span.ts';
import type { Host } from '../host/host.ts';
import type { Theme } from '../render/theme.ts';
import { parseYaml } from '../sources/yaml.ts';

const THEME = 'templates/theme/theme.yaml';

/** L'habillage livré avec ctg. Un défaut ici est une faute du programme, pas de l'auteur. */
export function readTheme(host: Host): Theme {
  const bytes = host.resource(THEME);
  if (bytes === null) throw new Error(`ressource absente : ${THEME}`);
  const [content] = parseYaml(new SourceText(THEME, new TextDecoder().decode(bytes)));
  return schemaTheme.parse(content?.value);
}
