/** Refaire, en mémoire, le PDF d'un acte à partir de ses sources. */
import { type Acte, schemaActe } from '../../schemas/acte.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Host } from '../host/host.ts';
import { memoryHost } from '../host/memory.ts';
import { compile, type Stade } from './compile.ts';
import { lirePdf, type LecturePdf } from '../preuve/lire-pdf.ts';

export interface Recompilation {
  /** Null si les sources ont des erreurs pour ce ctg. */
  readonly pdf: Uint8Array | null;
  readonly acte: Acte | null;
  readonly diagnostics: readonly Diagnostic[];
  /** Ce que nomment les avenants des sources : « article:duree ». */
  readonly vises: ReadonlySet<string>;
}

/** La forme de convention.json est vérifiée ; un fichier d'un autre format donne null. */
const lireActe = (valeur: unknown): Acte | null => {
  const lu = schemaActe.safeParse(valeur);
  return lu.success ? lu.data : null;
};

/** Lit ce qu'un PDF porte pour se prouver. */
export const ouvrirPdf = (octets: Uint8Array): Promise<LecturePdf> => lirePdf(octets, lireActe);

/** Recompile des sources tirées d'un PDF, aux mêmes stade et date. */
export function recompiler(ressources: Pick<Host, 'resource' | 'resources'>, sources: ReadonlyMap<string, Uint8Array>, { stade, edition }: Acte['compilation']): Promise<Recompilation> {
  return refaire(memoryHost({ files: Object.fromEntries(sources), resources: ressources, epoch: edition, label: 'sources du PDF' }), stade);
}

/** Compile un territoire pour le comparer ; rien n'est écrit. */
export async function refaire(host: Host, stade?: Stade): Promise<Recompilation> {
  const { outputs, diagnostics, projet } = await compile(host, { targets: ['pdf'], ...(stade === undefined ? {} : { stade }) });
  const pdf = outputs[0]?.bytes ?? null;
  const lu = pdf === null ? null : await ouvrirPdf(pdf);
  if (lu !== null && !lu.ok) throw new Error(`le PDF qui vient d’être fait ne se relit pas : ${lu.raison}`);
  return { pdf, acte: lu?.pdf.acte ?? null, diagnostics, vises: new Set(projet.avenants.flatMap((a) => (a.value.modifications ?? []).map((m) => m.cible))) };
}
