/** Les comptes : combien de fautes essayées, combien attrapées, à quel stade, et celles que rien n'attrape. */
import type { Verdict } from './jugement.ts';
import { FAMILLES, SORTES } from './tirage.ts';

interface Compte {
  readonly essais: number;
  readonly attrapees: number;
  /** Attrapées dès le stade projet. */
  readonly tot: number;
  readonly codes: readonly string[];
  readonly perdues: readonly string[];
}

export interface Bilan {
  readonly essais: number;
  readonly attrapees: number;
  readonly parSorte: Readonly<Record<string, Compte>>;
}

export function bilan(juges: readonly { readonly sorte: string; readonly ou: string; readonly verdict: Verdict }[]): Bilan {
  const compter = (sorte: string): Compte => {
    const siens = juges.filter((j) => j.sorte === sorte);
    const attrapees = siens.filter((j) => j.verdict.stade !== null);
    const frequences = new Map<string, number>();
    for (const code of attrapees.flatMap((j) => j.verdict.codes)) frequences.set(code, (frequences.get(code) ?? 0) + 1);
    return {
      essais: siens.length,
      attrapees: attrapees.length,
      tot: attrapees.filter((j) => j.verdict.stade === 'projet').length,
      codes: [...frequences].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, 4).map(([code]) => code),
      perdues: siens.filter((j) => j.verdict.stade === null).map((j) => j.ou),
    };
  };
  return { essais: juges.length, attrapees: juges.filter((j) => j.verdict.stade !== null).length, parSorte: Object.fromEntries(Object.keys(SORTES).map((s) => [s, compter(s)])) };
}

const part = (a: number, sur: number): string => `${String(Math.round((100 * a) / sur))}\u00A0%`;

/** Les tableaux de docs/mutations.md, une famille après l'autre. */
export function tableaux({ essais, attrapees, parSorte }: Bilan): string {
  const lignes = [`\n${String(essais)} fautes essayées, ${String(attrapees)} attrapées\u00A0: ${part(attrapees, essais)}.\n`];
  for (const [famille, sortes] of Object.entries(FAMILLES)) {
    const comptes = Object.keys(sortes).map((s) => [s, parSorte[s] as Compte] as const);
    const [a, e] = [comptes.reduce((n, [, c]) => n + c.attrapees, 0), comptes.reduce((n, [, c]) => n + c.essais, 0)];
    lignes.push(`### ${famille}\u00A0: ${String(a)} sur ${String(e)}, ${part(a, e)}\n`, '| Faute | Essais | Attrapées | dont dès le projet | Surtout par |', '|---|--:|--:|--:|---|');
    for (const [sorte, c] of comptes) lignes.push(`| ${sorte} | ${String(c.essais)} | ${String(c.attrapees)} (${part(c.attrapees, c.essais)}) | ${String(c.tot)} | ${c.codes.join(', ') || '—'} |`);
    lignes.push('');
  }
  return `${lignes.join('\n')}\n`;
}
