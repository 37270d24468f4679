/** Dire un contrôle : à une personne, en français ; à un logiciel, en JSON. */
import { capitale, combien, NBSP } from '../base/francais.ts';
import { A_RELIRE, CONDITIONS } from './conditions/index.ts';
import { NORMES } from './conditions/condition.ts';
import type { Controle, Manquement } from './index.ts';

type Norme = keyof typeof NORMES;
/** Endroits montrés par condition. */
const MONTRES = 5;

/** Les normes qu'un code enfreint, avec ceux qui disent la même chose. */
export const normesDe = (manquement: Manquement): readonly Norme[] => {
  const codes = [manquement.code, ...(CONDITIONS.get(manquement.code)?.aussi ?? [])];
  return (Object.keys(NORMES) as Norme[]).filter((norme) => codes.some((code) => code.startsWith(`${norme}-`)));
};

const compter = (controle: Controle, liste: readonly Manquement[]): number => [...new Set(liste.map((m) => m.code))].reduce((n, code) => n + (controle.comptes.get(code) ?? 0), 0);

/** « Conforme aux conditions vérifiables de PDF/UA-1 et PDF/A-3a », ou ce qui s'y oppose. */
export function verdict(controle: Controle): string {
  const { manquements, nonVerifies } = controle;
  if (manquements.length === 0) {
    if (nonVerifies.length === 0) return 'Conforme aux conditions vérifiables de PDF/UA-1 et PDF/A-3a.';
    return `Aucun manquement trouvé à PDF/UA-1 ni à PDF/A-3a, mais ${nonVerifies.length === 1 ? 'un point n’a pas pu être contrôlé' : `${nonVerifies.length} points n’ont pas pu être contrôlés`}.`;
  }
  const parNorme = (norme: Norme): number => compter(controle, manquements.filter((m) => normesDe(m).includes(norme)));
  const parts = (Object.keys(NORMES) as Norme[]).map((norme) => {
    const n = parNorme(norme);
    return n === 0 ? `rien à reprocher en ${NORMES[norme]}` : `${combien(n, 'manquement')} à ${NORMES[norme]}`;
  });
  return `Non conforme${NBSP}: ${parts.join(', ')}.`;
}

const ou = ({ page, objet, chemin }: Manquement): string => {
  const parts = [page === null ? null : `page ${page}`, chemin, chemin === null && objet !== null ? `objet ${objet}` : null].filter((p) => p !== null);
  return parts.length === 0 ? '' : `  (${parts.join(', ')})`;
};

/** Le rapport à lire dans un terminal. */
export function rapportALire(controle: Controle, nom: string, couleur = false): string {
  const gras = (texte: string): string => (couleur ? `\u001B[1m${texte}\u001B[0m` : texte);
  const groupe = (liste: readonly Manquement[]): readonly string[] =>
    [...new Set(liste.map((m) => m.code))].flatMap((code) => {
      const condition = CONDITIONS.get(code);
      if (condition === undefined) return [];
      const endroits = liste.filter((m) => m.code === code);
      const reste = (controle.comptes.get(code) ?? endroits.length) - Math.min(endroits.length, MONTRES);
      return [
        gras(`${code}  ${condition.titre}`) + (condition.aussi === undefined ? '' : `  [aussi ${condition.aussi.join(', ')}]`),
        ...endroits.slice(0, MONTRES).map((m) => `  ${capitale(m.detail)}.${ou(m)}`),
        ...(reste > 0 ? [`  … et ${combien(reste, 'autre endroit', 'autres endroits')}.`] : []),
        `  pourquoi  ${condition.sens}`,
        `  conseil   ${condition.conseil}`,
        '',
      ];
    });
  return `${[
    gras(`${nom} — ${controle.pages === 0 ? 'illisible' : combien(controle.pages, 'page')}`),
    '',
    ...groupe(controle.manquements),
    ...(controle.recommandations.length === 0 ? [] : [gras('Recommandations (sans effet sur le verdict)'), '', ...groupe(controle.recommandations)]),
    ...(controle.nonVerifies.length === 0 ? [] : [gras('Ce que ctg n’a pas su contrôler'), ...controle.nonVerifies.map((quoi) => `  – ${quoi}`), '  Un validateur spécialisé, comme veraPDF, le peut.', '']),
    gras(verdict(controle)),
    '',
    `Aucune machine ne contrôle${NBSP}:`,
    ...A_RELIRE.map((quoi) => `  – ${quoi}`),
  ].join('\n')}\n`;
}

/** Le rapport pour un logiciel. `version` ne change que si un champ disparaît ou change de sens. */
export function rapportJson(controle: Controle, nom: string): string {
  const dire = (m: Manquement): object => ({ ...m, titre: CONDITIONS.get(m.code)?.titre, aussi: CONDITIONS.get(m.code)?.aussi ?? [], conseil: CONDITIONS.get(m.code)?.conseil });
  const conforme = (norme: Norme): boolean => controle.pages > 0 && !controle.manquements.some((m) => normesDe(m).includes(norme));
  return `${JSON.stringify(
    {
      version: 1,
      fichier: nom,
      pages: controle.pages,
      verdict: verdict(controle),
      conforme: { 'PDF/UA-1': conforme('UA1'), 'PDF/A-3a': conforme('A3A') },
      manquements: controle.manquements.map(dire),
      recommandations: controle.recommandations.map(dire),
      comptes: Object.fromEntries(controle.comptes),
      nonVerifies: controle.nonVerifies,
      aRelire: A_RELIRE,
    },
    null,
    2,
  )}\n`;
}
