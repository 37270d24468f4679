import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { LayoutBuilder, take } from '../../../src/render/pdf/flow/internals.ts';
import KNOWN from '../../../src/render/pdf/flow/known.json' with { type: 'json' };
import { demand, demandVersions, fingerprint, foundVersions, VERSIONS, WHOLE } from '../../../src/render/pdf/flow/known.ts';
import { codeFiles, read } from '../../architecture/scan.ts';

const require = createRequire(import.meta.url);
const sources = codeFiles('src').filter((file) => file.startsWith('src/render/pdf/')).map((file) => [file, read(file)] as const);
const known: Readonly<Record<string, Readonly<Record<string, string>>>> = KNOWN.methods;

describe('les rouages de pdfmake et de pdfkit', () => {
  it('sont ceux que ctg connaît, à la version connue', () => {
    expect(foundVersions()).toEqual(VERSIONS);
    const { dependencies } = require('../../../package.json') as { dependencies: Record<string, string> };
    expect(dependencies).toEqual(VERSIONS);
    expect(Object.values(known).flatMap((methods) => Object.values(methods)).filter((one) => !/^[0-9a-f]{16}$/.test(one))).toEqual([]);
  });

  it('ont chacun leur empreinte, et leur ligne dans les notes, dès qu’ils sont repris', () => {
    const reprises = sources.flatMap(([file, text]) => text.split(/^(?=(?:export )?class )/m).flatMap((part) => {
      const base = /^(?:export )?class \w+ extends (\w+)/.exec(part)?.[1];
      return base === undefined ? [] : [...part.matchAll(/^ {2}override (\w+)\(/gm)].map(([, method]) => ({ file, base, method: method as string }));
    }));
    expect(reprises.length).toBeGreaterThan(20);
    expect(reprises.filter(({ base, method }) => known[base]?.[method] === undefined)).toEqual([]);
    const notes = read('src/decisions/mise-en-page.md') + read('src/decisions/balises.md');
    expect(reprises.filter(({ method }) => !new RegExp(`^\\|[^|]*\\b${method}\\b[^|]*\\|`, 'm').test(notes))).toEqual([]);
  });

  it('ont chacun un lecteur dans le rendu', () => {
    const demandes = new Set(sources.flatMap(([, text]) => [...text.matchAll(/(?:demand|take<.*>)\((?:\w+Module, )?'(\w+)'/g)].map(([, name]) => name as string)));
    expect([...demandes].sort()).toEqual(Object.keys(known).sort());
  });

  it('une méthode changée est refusée, par son nom, avec ce qu’il faut faire', () => {
    class Altered extends LayoutBuilder { override processLeaf(): void {} }
    const expected = known['LayoutBuilder']?.['processLeaf'] as string;
    const found = fingerprint('processLeaf() { }');
    expect(found).not.toBe(expected);
    expect(() => take(Altered, 'LayoutBuilder')).toThrow(new RegExp(`LayoutBuilder\\.processLeaf n’est pas le code.*attendue : ${expected}, trouvée : [0-9a-f]{16}.*pdfmake ${VERSIONS.pdfmake}, pdfkit .*npm run rouages`));
    expect(() => take({ default: { default: LayoutBuilder } }, 'LayoutBuilder')).not.toThrow();
  });

  it('une méthode disparue, une classe changée ailleurs, une classe inconnue sont refusées', () => {
    expect(() => demand('Line', { addInline: null })).toThrow('Line.addInline n’existe plus');
    class Autre { plus = 1; }
    expect(() => demand('Autre', Autre.prototype, { Autre: { [WHOLE]: 'x' } })).toThrow('Autre n’est pas le code');
    expect(() => demand('Autre', Autre.prototype, { Autre: { [WHOLE]: fingerprint(Autre.toString()) } })).not.toThrow();
    expect(() => demand('Inconnue', {})).toThrow('known.json');
  });

  it('une autre version est refusée', () => {
    expect(() => demandVersions({ ...VERSIONS, pdfkit: '0.20.0' })).toThrow(/attendues : pdfmake .* ; trouvées : .*pdfkit 0\.20\.0/);
    expect(() => demandVersions(VERSIONS)).not.toThrow();
  });
});
