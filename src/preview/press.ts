/** Le PDF à la demande : un à la fois, jamais deux fois le même, et le dernier document sain plutôt qu'un ancien. */
import type { Background } from './background.ts';
import type { PdfAnswer } from './server.ts';
import type { Stade } from './state.ts';
import type { Studio } from './studio.ts';
import { toPoints } from './points.ts';

const ABSENT = 'Aucun PDF pour l’instant : les sources portent des erreurs, et aucun document sain n’a encore été lu.';

/** Rend la fonction qui donne le PDF d'un stade ; `failed` reçoit une panne du rendu. */
export function pdfPress(studio: Studio, background: Background, root: string): (stade: Stade | null) => Promise<PdfAnswer> {
  const made = new Map<Stade | null, { readonly key: string; readonly answer: Promise<PdfAnswer> }>();
  let busy: Promise<unknown> = Promise.resolve();

  const make = async (stade: Stade | null): Promise<PdfAnswer> => {
    // Le document le plus récent au moment de s'y mettre, et non celui du moment de la demande.
    const sound = studio.sound(stade);
    if (sound === null) return { ok: false, reason: ABSENT };
    const { outputs, diagnostics } = await background.render({ tree: sound.tree, theme: sound.theme, attachments: sound.attachments() }, ['pdf']);
    const bytes = outputs[0]?.bytes;
    if (bytes !== undefined) return { ok: true, bytes };
    const points = toPoints(diagnostics, new Map(), root);
    studio.amend(stade, sound.key, (view) => {
      const fresh = points.filter((p) => !view.points.some((q) => q.code === p.code && q.message === p.message));
      const { counts } = view.update;
      return { ...view, points: [...view.points, ...fresh], update: { ...view.update, counts: { ...counts, erreur: counts.erreur + fresh.length } } };
    });
    return { ok: false, reason: `Le PDF ne peut pas être fait. ${points.map((p) => p.message).join(' ')}` };
  };

  return (stade) => {
    const key = studio.sound(stade)?.key ?? '';
    const known = made.get(stade);
    if (known !== undefined && known.key === key) return known.answer;
    const answer = busy.then(() => make(stade));
    busy = answer.catch(() => undefined);
    answer.catch(() => made.delete(stade));
    made.set(stade, { key, answer });
    return answer;
  };
}
