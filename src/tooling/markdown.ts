/** Petites aides pour écrire les pages de référence. */

export const GENERATED = '<!-- Page produite par « npm run generate » : ne pas la modifier à la main. -->';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replace(/\s*\n\s*/g, ' ');

/** Un tableau Markdown ; les cellules en code gardent leurs chevrons. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map((text) => (text.startsWith('`') ? text.replaceAll('|', '\\|') : cell(text))).join(' | ')} |`).join('\n');

export const code = (text: string): string => `\`${text}\``;

/** Une page, faite de parties séparées par une ligne vide. */
export const page = (...parts: readonly string[]): string => `${parts.filter((p) => p !== '').join('\n\n')}\n`;

/** Une valeur en YAML sur une ligne, pour un exemple. */
export function inlineYaml(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inlineYaml).join(', ')}]`;
  if (value !== null && typeof value === 'object') return `{ ${Object.entries(value).map(([k, v]) => `${k}: ${inlineYaml(v)}`).join(', ')} }`;
  const text = String(value);
  return typeof value === 'string' && /^[\d\s]+$|: |^[[{&*!%@`"'#-]/.test(text) ? `"${text}"` : text;
}
