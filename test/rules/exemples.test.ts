/** Ce que les règles du droit, de la géographie et de la petite enfance disent des exemples livrés, à chaque stade : rien qui ne soit mérité. */
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { STADES } from '../../schemas/ctg.ts';
import { nodeHost } from '../../src/host/node.ts';
import { analyze } from '../../src/pipeline/analyze.ts';
import { noCache } from '../../src/pipeline/cache.ts';
import { silence } from '../../src/pipeline/silences.ts';
import { RACINE } from './projet.ts';

const CODES = /^CTG4(?:008|010|1\d\d|3\d\d|4\d\d)$/;
type Stade = (typeof STADES)[number];

/** Aubergenville : effet avant le vote, délibération de la Caf de 2022, rien sur le service public de la petite enfance. */
const AUBERGENVILLE = ['CTG4010 × 1', 'CTG4104 × 1', 'CTG4401 × 1', 'CTG4403 × 1'];
/** Bassin nord : la source ne donne ni les délibérations des communes, ni le numéro de celle de la CUCM, ni ce qui leur était joint. */
const BASSIN_NORD = ['CTG4102 × 20', 'CTG4103 × 1'];
const ATTENDUS: Readonly<Record<string, Readonly<Record<Stade, readonly string[]>>>> = {
  minimal: { projet: [], conseil: [], signature: ['CTG4103 × 1'], bilan: ['CTG4103 × 1', 'CTG4111 × 1'] },
  aubergenville: { projet: ['CTG4104 × 1'], conseil: AUBERGENVILLE, signature: AUBERGENVILLE, bilan: ['CTG4104 × 1', 'CTG4111 × 1', 'CTG4401 × 1', 'CTG4403 × 1'] },
  'creusot-montceau': { projet: [], conseil: ['CTG4167 × 1'], signature: [...BASSIN_NORD, 'CTG4167 × 1'], bilan: [...BASSIN_NORD, 'CTG4111 × 1'] },
};

describe.each(Object.entries(ATTENDUS))('%s', (exemple, attendus) => {
  const host = nodeHost(path.join(RACINE, 'examples', exemple), { packageRoot: RACINE, env: {} });

  it.each(STADES)('au stade %s', (stade) => {
    const { projet, diagnostics, sources } = analyze(host, noCache, stade);
    expect(projet.geographie, 'géographie officielle absente : npm run build').not.toBeNull();
    const codes = silence(diagnostics, sources, () => true).map((d) => d.code).filter((code) => CODES.test(code));
    expect([...new Set(codes)].sort().map((code) => `${code} × ${String(codes.filter((c) => c === code).length)}`)).toEqual(attendus[stade]);
  });
});
