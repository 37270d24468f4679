/** « ctg fmt » : la mise en forme de chaque source d'un territoire, sans rien écrire. */
import { formerMarkdown } from '../fmt/markdown.ts';
import { formerYaml } from '../fmt/yaml.ts';
import type { Host } from '../host/host.ts';
import { LIMITS } from '../sources/places.ts';
import { readSources } from '../sources/read.ts';

export interface MisEnForme {
  readonly path: string;
  /** Octets voulus, ou null si le fichier reste tel quel. */
  readonly apres: Uint8Array | null;
  /** Pourquoi il reste tel quel, s'il aurait fallu le changer. */
  readonly raison: string | null;
}

const memes = (a: Uint8Array, b: Uint8Array): boolean => a.byteLength === b.byteLength && a.every((octet, i) => octet === b[i]);

/** Chaque source YAML ou Markdown, et ce qu'elle devient ; puis les fichiers qui ne se lisent pas. */
export function mettreEnForme(host: Host): readonly MisEnForme[] {
  const [{ files }, diagnostics] = readSources(host);
  const formes = files
    .filter(({ path }) => /\.(ya?ml|md)$/.test(path))
    .map(({ path, source }): MisEnForme => {
      const lu = host.read(path, LIMITS.text);
      const forme = path.endsWith('.md') ? formerMarkdown(source.text) : formerYaml(source.text);
      if (!forme.ok) return { path, apres: null, raison: forme.raison };
      const apres = new TextEncoder().encode(forme.texte);
      return { path, apres: lu.ok && memes(lu.bytes, apres) ? null : apres, raison: null };
    });
  const illisibles = diagnostics.flatMap((d): readonly MisEnForme[] => (d.severity === 'erreur' && d.span !== null && !files.some((f) => f.path === d.span?.file) ? [{ path: d.span.file, apres: null, raison: `${d.title.charAt(0).toLowerCase()}${d.title.slice(1)} (${d.code})` }] : []));
  return [...formes, ...illisibles];
}
