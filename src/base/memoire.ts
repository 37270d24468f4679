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

/** Résultats que retient `parLecture` : plusieurs stades peuvent être regardés tour à tour. */
const LECTURES = 4;

interface Lecture {
  readonly nom: string | symbol;
  /** Arguments, si c'est une fonction de l'objet qui a été appelée. */
  readonly arguments: readonly unknown[] | null;
  readonly valeur: unknown;
}

/**
 * La même fonction, qui ne recommence que si ce qu'elle a lu a changé : propriétés de son objet, et ce que rendent ses fonctions. Rien
 * n'est déclaré, tout ce qui est lu se note ; une lecture qui ne pourrait pas l'être est une panne. Les valeurs lues ne changent jamais :
 * la même référence vaut la même chose.
 */
export function parLecture<E extends object, V>(calcul: (etat: E) => V): (etat: E) => V {
  let connues: readonly { readonly lectures: readonly Lecture[]; readonly valeur: V }[] = [];
  return (etat) => {
    let connue = connues.find(({ lectures }) => lectures.every((lecture) => relire(etat, lecture) === lecture.valeur));
    if (connue === undefined) {
      const lectures: Lecture[] = [];
      const [temoin, fermer] = observer(etat, lectures);
      connue = { valeur: calcul(temoin), lectures };
      fermer();
    }
    const retenue = connue;
    if (connues[0] !== retenue) connues = [retenue, ...connues.filter((autre) => autre !== retenue)].slice(0, LECTURES);
    return retenue.valeur;
  };
}

function relire(etat: object, { nom, arguments: donnes }: Lecture): unknown {
  const valeur: unknown = Reflect.get(etat, nom);
  return donnes === null ? valeur : (valeur as (...donnes: readonly unknown[]) => unknown)(...donnes);
}

/** Un objet pareil à celui-ci, qui note ce qu'on en lit ; et de quoi le fermer, le calcul fini. */
function observer<E extends object>(etat: E, lectures: Lecture[]): readonly [temoin: E, fermer: () => void] {
  let ferme = false;
  const noter = (lecture: Lecture): unknown => {
    if (ferme) throw new Error(`parLecture : ${String(lecture.nom)} est lu après le calcul`);
    lectures.push(lecture);
    return lecture.valeur;
  };
  const refuser = (): never => {
    throw new Error('parLecture : un objet observé se lit propriété par propriété');
  };
  // Devant un objet vide : un moteur vérifie ce que rend un témoin auprès de sa cible, qui peut être un témoin elle-même.
  const temoin = new Proxy({} as E, {
    get(_, nom) {
      const valeur: unknown = Reflect.get(etat, nom);
      if (typeof valeur !== 'function') return noter({ nom, arguments: null, valeur });
      return (...donnes: readonly unknown[]): unknown => noter({ nom, arguments: donnes, valeur: (valeur as (...donnes: readonly unknown[]) => unknown)(...donnes) });
    },
    has: refuser,
    ownKeys: refuser,
    getOwnPropertyDescriptor: refuser,
    set: refuser,
  });
  return [temoin, () => (ferme = true)];
}

/** Suites que retient `memeSuite`. */
const SUITES = 8;

/** Rend, d'une suite, celle déjà vue qui a les mêmes éléments dans le même ordre : ce qui en dépend la reconnaît. */
export function memeSuite<T>(): (suite: readonly T[]) => readonly T[] {
  let connues: readonly (readonly T[])[] = [];
  return (suite) => {
    const connue = connues.find((autre) => autre.length === suite.length && autre.every((element, i) => element === suite[i])) ?? suite;
    if (connues[0] !== connue) connues = [connue, ...connues.filter((autre) => autre !== connue)].slice(0, SUITES);
    return connue;
  };
}
