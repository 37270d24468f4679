import { parTexte } from '../base/memoire.ts';
import { SourceText } from '../base/span.ts';
import type { Host } from '../host/host.ts';
import type { Projet } from '../resolve/projet.ts';
import { parseYaml } from '../sources/yaml.ts';

const FILE = 'templates/glossaire.yaml';

/** Ce que veut dire chaque sigle : ceux que ctg connaît, et ceux du territoire, qui l'emportent. */
export function readSigles(host: Host, projet: Projet): Readonly<Record<string, string>> {
  const bytes = host.resource(FILE);
  if (bytes === null) throw new Error(`ressource absente : ${FILE}`);
  return Object.fromEntries([...parse(new TextDecoder().decode(bytes)), ...projet.glossaire]);
}

const parse = parTexte((text): readonly (readonly [string, string])[] => {
  const [content] = parseYaml(new SourceText(FILE, text));
  return Object.entries(content?.value as Record<string, unknown>).flatMap(([sigle, sens]) => (typeof sens === 'string' ? [[sigle, sens] as const] : []));
});
