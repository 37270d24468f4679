/** Ce que doit être chaque format de rapport, quels que soient les constats. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type AnySchema, Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { expect } from 'vitest';
import { RACINE } from '../golden/atelier.ts';
import type { ReportFormat } from '../../src/report/index.ts';

const json = (file: string): AnySchema => JSON.parse(readFileSync(file, 'utf8')) as AnySchema;
const ajv = new Ajv({ strict: false, unicodeRegExp: false, validateSchema: false, validateFormats: true });
addFormats.default(ajv);
const { $schema: _, id, ...sarif } = json(createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')) as Record<string, unknown>;
const valideSarif = ajv.compile({ $id: id as string, ...sarif });
const { $schema: __, ...constats } = json(path.join(RACINE, 'schemas/json/diagnostics.schema.json')) as Record<string, unknown>;
const valideJson = ajv.compile(constats);

/** Commandes de terminal, caractères invisibles ou qui retournent le sens de lecture. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: ce sont eux que l'on cherche
const COMMANDES = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

const sansCommande = (texte: string, format: string): void => expect(COMMANDES.exec(texte)?.[0].codePointAt(0), format).toBeUndefined();
const tous = (valeur: unknown): readonly string[] => (typeof valeur === 'string' ? [valeur] : typeof valeur === 'object' && valeur !== null ? Object.values(valeur).flatMap(tous) : []);

/** Vérifie un rapport ; `nombre` de constats s'il est compté. */
export function verifier(format: ReportFormat, texte: string, nombre: number): void {
  sansCommande(texte, format);
  expect(texte.endsWith('\n'), format).toBe(true);
  switch (format) {
    case 'json': {
      const lu = JSON.parse(texte) as { readonly diagnostics?: readonly unknown[] };
      expect(valideJson(lu), JSON.stringify(valideJson.errors)).toBe(true);
      break;
    }
    case 'sarif': {
      const lu = JSON.parse(texte) as { readonly runs: readonly [{ readonly results: readonly { readonly message: unknown; readonly locations: readonly unknown[] }[] }] };
      expect(valideSarif(lu), JSON.stringify(valideSarif.errors?.slice(0, 3))).toBe(true);
      expect(lu.runs[0].results).toHaveLength(nombre);
      for (const { message } of lu.runs[0].results) for (const s of tous(message)) sansCommande(s, format);
      break;
    }
    case 'gitlab': {
      const lu = JSON.parse(texte) as readonly { readonly fingerprint: string; readonly description: string }[];
      expect(lu).toHaveLength(nombre);
      expect(new Set(lu.map((d) => d.fingerprint)).size).toBe(nombre);
      for (const { description } of lu) sansCommande(description, format);
      break;
    }
    case 'github':
      expect(texte.match(/^::(?:error|warning|notice) [^\n]*::/gm)?.length ?? 0).toBe(nombre);
      // Chaque ligne est une commande, ou la phrase du compte.
      expect(texte.split('\n').filter((l) => l !== '' && !/^::(?:error|warning|notice) /.test(l))).toHaveLength(1);
      break;
    case 'junit':
      expect(texte.startsWith('<?xml')).toBe(true);
      // Sans CDATA ni commentaire, tout chevron est une balise et toute esperluette une entité.
      expect(texte.replace(/<[?/]?[a-z]+(?: [a-z]+="[^"<>]*")*\s*[?/]?>/g, ''), format).not.toMatch(/[<>]/);
      expect(texte, format).not.toMatch(/&(?!(?:amp|lt|gt|quot|#10);)/);
      break;
    default:
      break;
  }
}
