/** La lecture du YAML : la forme courante tout de suite, le reste par `yaml`. */
import { extrait } from '../base/caracteres.ts';
import type { Outcome } from '../base/diagnostic.ts';
import { guillemets } from '../base/francais.ts';
import type { SourceText } from '../base/span.ts';
import type { YamlContent } from './types.ts';
import { parseYamlComplet } from './yaml-complet.ts';
import { lireCourant, valeurDe } from './yaml-courant.ts';
import { yamlContent } from './yaml-noeuds.ts';

/** Analyse un texte YAML (ou la tranche [start, end[ d'un fichier Markdown). */
export function parseYaml(source: SourceText, start = 0, end = source.text.length): Outcome<YamlContent | null> {
  const text = start === 0 && end === source.text.length ? source.text : source.text.slice(start, end);
  const racine = lireCourant(text);
  if (racine === null) return parseYamlComplet(source, start, end);
  return [yamlContent(racine, valeurDe(racine), text, (from, to) => ({ file: source.file, start: start + from, end: start + to })), []];
}

/** Ce que contient une valeur YAML, dit simplement. `raw` est le nombre tel qu'il est écrit. */
export function describe(value: unknown, raw: string | null = null): string {
  if (value === null || value === undefined) return 'une valeur vide';
  if (Array.isArray(value)) return 'une liste';
  switch (typeof value) {
    case 'string':
      return `le texte ${guillemets(extrait(value, 40))}`;
    case 'number':
      return Number.isFinite(value) ? `le nombre ${String(value)}` : `${guillemets(raw ?? String(value))}, qui n’est pas un nombre`;
    case 'boolean':
      return value ? 'la valeur true (oui)' : 'la valeur false (non)';
    default:
      return 'un groupe de champs';
  }
}
