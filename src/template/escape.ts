/** Rend une valeur inerte en Markdown : ponctuation ASCII neutralisée, blancs réduits à une espace. */
export const escapeMarkdown = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : String(value)
        .replace(/[ \t\r\n\f\v]+/g, ' ')
        .replace(/[!-/:-@[-`{-~]/g, '\\$&');
