/** Les gestes dont les sortes de fautes sont faites. Chacun rend tous les changements qu'il sait faire dans un territoire. */
import { isMap, isSeq } from 'yaml';
import type { Changement, Noeud, Territoire } from './territoire.ts';

export type Geste = (t: Territoire) => readonly Changement[];

/** Retire chaque valeur dont l'adresse répond au motif ; `si` en écarte. */
export const retirer =
  (motif: RegExp, si: (n: Noeud, t: Territoire) => boolean = () => true): Geste =>
  (t) =>
    t.chercher(motif).filter((n) => si(n, t)).map((n) => ({ ou: n.adresse, fichiers: () => t.remanier(n.fichier, (d) => void d.deleteIn(n.chemin)) }));

/** Un élément d'une liste qui en a d'autres : ce qui reste est encore plein. */
export const unParmiPlusieurs = (n: Noeud, t: Territoire): boolean => {
  const liste = n.adresse.slice(0, n.adresse.lastIndexOf('/'));
  return t.noeuds.filter((a) => a.adresse.slice(0, a.adresse.lastIndexOf('/')) === liste && /^\d+$/.test(a.adresse.slice(liste.length + 1))).length > 1;
};

export const retirerFichier =
  (motif: RegExp): Geste =>
  (t) =>
    t.noms(motif).map((f) => ({ ou: f, fichiers: () => t.sansFichier(f) }));

/** La valeur d'un scalaire écrit avec ou sans guillemets. */
export const nu = (ecrit: string): string => ecrit.replace(/^(["'])(.*)\1$/s, '$2');

/** Réécrit chaque scalaire, guillemets gardés. `comment` rend null pour passer son tour. */
export const changer =
  (motif: RegExp, comment: (valeur: string, n: Noeud, t: Territoire) => string | null): Geste =>
  (t) =>
    t.chercher(motif).flatMap((n) => {
      if (n.ecrit === null) return [];
      const valeur = nu(n.ecrit);
      const nouveau = comment(valeur, n, t);
      if (nouveau === null || nouveau === valeur) return [];
      const guillemet = /^["']/.exec(n.ecrit)?.[0] ?? '';
      return [{ ou: `${n.adresse} : ${valeur.slice(0, 40)} → ${nouveau.slice(0, 40)}`, fichiers: () => t.recrire(n, guillemet + nouveau + guillemet) }];
    });

/** Remplace chaque passage d'un texte Markdown. */
export const changerTexte =
  (fichiers: RegExp, motif: RegExp, comment: (passage: RegExpExecArray, t: Territoire) => string | null): Geste =>
  (t) =>
    t.noms(fichiers).flatMap((f) => {
      const texte = t.texte(f);
      return [...texte.matchAll(motif)].flatMap((passage) => {
        const nouveau = comment(passage as RegExpExecArray, t);
        if (nouveau === null || nouveau === passage[0]) return [];
        return [{ ou: `${f}@${String(passage.index)} : ${passage[0].slice(0, 40)} → ${nouveau.slice(0, 40)}`, fichiers: () => t.avec(f, texte.slice(0, passage.index) + nouveau + texte.slice(passage.index + passage[0].length)) }];
      });
    });

/** Redouble la ligne d'une clé d'un bloc. */
export const redoubler =
  (motif: RegExp): Geste =>
  (t) =>
    t.chercher(motif).flatMap((n) => {
      const texte = t.texte(n.fichier);
      const debut = texte.lastIndexOf('\n', n.debut - 1) + 1;
      const fin = texte.indexOf('\n', n.debut) + 1;
      const ligne = texte.slice(debut, fin);
      if (n.ecrit === null || !new RegExp(`^ *${String(n.chemin.at(-1))}: \\S`).test(ligne) || fin === 0) return [];
      return [{ ou: n.adresse, fichiers: () => t.avec(n.fichier, texte.slice(0, fin) + ligne + texte.slice(fin)) }];
    });

/** Échange les valeurs de deux nœuds voisins d'une liste ou d'un groupe. */
export const echanger =
  (motif: RegExp, cles?: readonly [string, string]): Geste =>
  (t) =>
    t.chercher(motif).flatMap((n) => {
      const [a, b] = cles ?? [0, 1];
      if (!t.noeuds.some((x) => x.adresse === `${n.adresse}/${String(b)}`)) return [];
      const fichiers = () => t.remanier(n.fichier, (d) => {
        const groupe = d.getIn(n.chemin);
        if (!isMap(groupe) && !isSeq(groupe)) return;
        const premier = groupe.get(a, true);
        groupe.set(a, groupe.get(b, true));
        groupe.set(b, premier);
      });
      return [{ ou: n.adresse, fichiers }];
    });

export const ensemble =
  (...gestes: readonly Geste[]): Geste =>
  (t) =>
    gestes.flatMap((g) => g(t));

/** Faute de frappe au milieu d'un mot : deux lettres voisines échangées, ou une lettre perdue. */
export function fauteDeFrappe(mot: string): string {
  const milieu = Math.floor(mot.length / 2);
  for (const at of [milieu, milieu - 1, milieu + 1, 1, 2]) {
    const [a, b] = [mot.charAt(at), mot.charAt(at + 1)];
    if (/^\p{L}\p{L}$/u.test(a + b) && a !== b) return mot.slice(0, at) + b + a + mot.slice(at + 2);
  }
  return `${mot}x`;
}

/** Un chiffre d'un nombre changé : le plus fort de rang `rang`. */
export const autreChiffre = (nombre: string, rang = 0): string | null => {
  const chiffres = [...nombre.matchAll(/\d/g)];
  const vu = chiffres[Math.min(rang, chiffres.length - 1)];
  if (vu === undefined) return null;
  const autre = String((Number(vu[0]) + 1) % 10);
  return nombre.slice(0, vu.index) + (rang === 0 && autre === '0' ? '1' : autre) + nombre.slice(vu.index + 1);
};
