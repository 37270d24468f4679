/** `titre: {{nom}}` : YAML y voit un groupe dont le nom de champ est un groupe. */
import { describe, expect, it } from 'vitest';
import { SourceText } from '../../src/base/span.ts';
import { parseYaml } from '../../src/sources/yaml.ts';

describe('nom de champ qui n’en est pas un', () => {
  it('un groupe ou une liste à la place d’un nom de champ : une faute, dite une fois, à sa place', () => {
    for (const [yaml, debut, fin] of [['titre: {{nom}}\n', 8, 13], ['titre: {{nom}: x}\n', 8, 13], ['? [a]\n: b\n', 2, 5], ['a: [[b]: c]\n', 4, 7], ['{a: b}: c\n', 0, 6]] as const) {
      const [content, diagnostics] = parseYaml(new SourceText('glossaire.yaml', yaml));
      expect(content, yaml).toBeNull();
      expect(diagnostics.map((d) => [d.code, d.span?.start, d.span?.end]), yaml).toEqual([['CTG1001', debut, fin]]);
    }
  });
});
