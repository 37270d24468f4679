import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { SourceText } from '../../src/base/span.ts';
import { json } from '../../src/report/json.ts';

const source = new SourceText('plan/a.yaml', 'un: 1\r\ndeux: é\u202Eà\n');
const sources = new Map([[source.file, source]]);
const base: Diagnostic = { code: 'CTG2001', severity: 'erreur', title: 'Titre', message: 'Message.', hint: null, span: { file: source.file, start: 7, end: 16 }, related: [] };

describe('json', () => {
  it('donne chaque champ, toujours dans le même ordre', () => {
    const related = [{ message: 'ici', span: { file: source.file, start: 0, end: 2 } }];
    expect(json([{ ...base, hint: 'Conseil.', related }], sources)).toBe(`${JSON.stringify(
      {
        version: 1,
        diagnostics: [
          {
            code: 'CTG2001', severity: 'erreur', title: 'Titre', message: 'Message.', hint: 'Conseil.',
            file: 'plan/a.yaml', line: 2, column: 1, endLine: 2, endColumn: 10,
            related: [{ message: 'ici', file: 'plan/a.yaml', line: 1, column: 1, endLine: 1, endColumn: 3 }],
          },
        ],
        summary: { errors: 1, warnings: 0, notes: 0, files: 1, text: '1\u00A0erreur dans 1\u00A0fichier.' },
      },
      null,
      2,
    )}\n`);
  });

  it('dit null quand l’endroit n’est pas connu', () => {
    const read = (d: Diagnostic): unknown => (JSON.parse(json([d], new Map())) as { diagnostics: unknown[] }).diagnostics[0];
    expect(read({ ...base, span: null })).toMatchObject({ file: null, line: null, column: null, endLine: null, endColumn: null });
    expect(read(base)).toMatchObject({ file: 'plan/a.yaml', line: null });
  });

  it('échappe les caractères trompeurs sans les perdre', () => {
    const message = 'a\u202Eb\u009Bc\u200Bd\u001B';
    const text = json([{ ...base, message }], sources);
    expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200B\u202E]/);
    expect((JSON.parse(text) as { diagnostics: { message: string }[] }).diagnostics[0]?.message).toBe(message);
  });
});
