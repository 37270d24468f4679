/**
 * Ne pas refaire ce qui ne change pas, d'un passage de `ctg watch` à l'autre. Une entrée ne dépend que de ce qui la nomme, un texte ou
 * un objet qui ne change jamais ; ce qu'elle rend ne change jamais non plus. L'oublier ne coûte que du temps.
 */

/** La même fonction, qui ne lit un objet qu'une fois. L'entrée part avec l'objet. */
export function parObjet<K extends object, V>(calcul: (objet: K) => V): (objet: K) => V {
  const connus = new WeakMap<K, { readonly valeur: V }>();
  return (objet) => {
    let connu = connus.get(objet);
    if (connu === undefined) connus.set(objet, (connu = { valeur: calcul(objet) }));
    return connu.valeur;
  };
}

/** Caractères que retient une génération de `parTexte`. */
const RETENUS = 3_000_000;

/**
 * La même fonction, qui ne lit un texte qu'une fois. Deux générations bornent la mémoire : la récente pleine, elle devient l'ancienne, et
 * ce qui n'y a pas resservi est oublié.
 */
export function parTexte<V>(calcul: (texte: string) => V, retenus = RETENUS): (texte: string) => V {
  let recents = new Map<string, V>();
  let anciens = new Map<string, V>();
  let poids = 0;
  return (texte) => {
    const recent = recents.get(texte);
    if (recent !== undefined) return recent;
    const valeur = anciens.get(texte) ?? calcul(texte);
    // Un petit texte coûte surtout sa place dans la table.
    poids += texte.length + 20;
    if (poids > retenus) {
      anciens = recents;
      recents = new Map();
      poids = texte.length + 20;
    }
    recents.set(texte, valeur);
    return valeur;
  };
}
