/** L'élément de la page qui porte cet identifiant ; son absence est un défaut de page.html. */
export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`page.html : aucun élément « ${id} »`);
  return found as T;
}

type Child = Node | string | null;

/** Un élément neuf. Les textes y entrent comme du texte, jamais comme du HTML. */
export function el<K extends keyof HTMLElementTagNameMap>(name: K, attributes: Readonly<Record<string, string>> = {}, ...children: readonly Child[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.filter((c) => c !== null));
  return made;
}

/** Compte et nom accordé : « 1 erreur », « 3 erreurs ». */
export const count = (n: number, noun: string): string => `${n}\u00A0${noun}${n < 2 ? '' : 's'}`;

/** « 14 h 05 », à l'heure de la machine. */
export function hour(at: number): string {
  const date = new Date(at);
  return `${date.getHours()}\u00A0h\u00A0${String(date.getMinutes()).padStart(2, '0')}`;
}
