import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Controle, controlerPdf } from '../../src/conformite/index.ts';
import { nodeHost } from '../../src/host/node.ts';
import { compile, type Stade } from '../../src/pipeline/compile.ts';
import { renderPdf } from '../../src/render/pdf/index.ts';
import { RACINE } from '../cli/outils.ts';
import { exemple, options } from '../render/pdf/exemple.ts';

const STADES: readonly Stade[] = ['projet', 'conseil', 'signature', 'bilan'];

describe('les actes que ctg écrit', () => {
  it.each(STADES)('le document fourre-tout, au stade %s, est conforme', async (stade) => {
    const { bytes } = await renderPdf(exemple({ stade }), options());
    const controle = (await controlerPdf(bytes as Uint8Array)) as Controle;
    expect(controle).toMatchObject({ manquements: [], nonVerifies: [], recommandations: [] });
    expect(controle.pages).toBeGreaterThan(10);
  });

  it.each(['creusot-montceau', 'aubergenville', 'minimal'].flatMap((nom) => STADES.map((stade) => [nom, stade] as const)))('%s, au stade %s, est conforme', { timeout: 60_000 }, async (nom, stade) => {
    const host = nodeHost(path.join(RACINE, 'examples', nom), { packageRoot: RACINE, env: {} });
    const { outputs, diagnostics } = await compile(host, { targets: ['pdf'], stade });
    // Un exemple qui n'est pas prêt pour ce stade n'y donne pas d'acte.
    if (outputs[0] === undefined) return expect(diagnostics.some((d) => d.severity === 'erreur')).toBe(true);
    expect(await controlerPdf(outputs[0].bytes)).toMatchObject({ manquements: [], nonVerifies: [], recommandations: [] });
  });
});
