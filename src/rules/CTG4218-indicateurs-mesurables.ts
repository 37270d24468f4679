import { combien, de } from '../base/francais.ts';
import type { Span } from '../base/span.ts';
import type { Projet, TexteAuteur } from '../resolve/projet.ts';
import { citer } from './aide/mots.ts';
import { INDICATEURS } from './formes/indicateurs.ts';
import type { Finding, Rule } from './rule.ts';

export const indicateursMesurables: Rule = {
  code: 'CTG4218',
  slug: 'indicateurs-mesurables',
  title: 'Indicateur que l’on ne saura pas mesurer',
  severity: { projet: 'information', conseil: 'avertissement', signature: 'avertissement', bilan: 'avertissement' },
  needsWhole: false,
  *check(projet) {
    yield* incomplets(projet);
    yield* volumes(projet);
  },
};

/** « pas d’unité », « ni unité, ni cible ». */
const sans = (manque: readonly string[]): string => (manque.length === 1 ? `pas ${de(manque[0] ?? '')}` : manque.map((m) => `ni ${m}`).join(', '));

/** Indicateurs chiffrés auxquels il manque l'unité, le point de départ ou la cible. Un seul constat. */
function* incomplets({ indicateurs }: Projet): Iterable<Finding> {
  const found = indicateurs.flatMap(({ value, at }) => {
    if (value.type === 'qualitatif' || INDICATEURS.binaire.test(value.unite ?? '')) return [];
    const manque = [...(value.unite === undefined ? ['unité'] : []), ...(value.depart === undefined ? ['valeur de départ'] : []), ...(value.cible === undefined ? ['cible'] : [])];
    return manque.length === 0 ? [] : [{ libelle: value.libelle, manque, span: at([], 'key') }];
  });
  const [first, ...others] = found;
  if (first === undefined) return;
  yield {
    message: `${citer(first.libelle)} n’a ${sans(first.manque)}${others.length > 0 ? ` (et ${combien(others.length, 'autre indicateur', 'autres indicateurs')} de même)` : ''}. Au bilan, on ne saura dire ni d’où l’on partait, ni si le but est atteint.`,
    hint: 'Ajoutez « unite: », « depart: » et « cible: », ou « type: qualitatif » s’il ne se chiffre pas.',
    span: first.span,
    related: others.map((o) => ({ message: `${citer(o.libelle)} : ${sans(o.manque)}`, span: o.span })),
  };
}

/** « Volume de familles reçues », au plan ou dans une fiche, que rien ne chiffre dans indicateurs.yaml. */
function* volumes(projet: Projet): Iterable<Finding> {
  const chiffrees = new Set(projet.indicateurs.filter((i) => i.value.cible !== undefined).flatMap((i) => i.value.actions ?? []));
  const found: { readonly texte: string; readonly span: Span }[] = [];
  for (const { id, value, at } of projet.plan.actions) {
    if (chiffrees.has(id)) continue;
    for (const [i, texte] of (value.indicateurs ?? []).entries()) if (INDICATEURS.volume.test(texte)) found.push({ texte, span: at(['indicateurs', i]) });
  }
  const parFichier = new Map<string, TexteAuteur[]>();
  for (const t of projet.textes) if (t.nature === 'prose' && INDICATEURS.volume.test(t.texte)) parFichier.set(t.file, [...(parFichier.get(t.file) ?? []), t]);
  for (const fiche of projet.fiches) {
    const section = fiche.sections.find((s) => s.id === 'indicateurs');
    if (section === undefined || fiche.actions.some((a) => chiffrees.has(a.id))) continue;
    const dedans = (parFichier.get(section.span.file) ?? []).filter((t) => t.span.start >= section.span.start);
    for (const t of dedans) found.push({ texte: t.texte, span: t.span });
  }
  const [first, ...others] = found;
  if (first === undefined) return;
  yield {
    message: `${citer(first.texte)} est une quantité sans cible${others.length > 0 ? ` (et ${combien(others.length, 'autre', 'autres')})` : ''}. Un volume monte ou descend ; rien ne dit s’il suffit.`,
    hint: 'Décrivez-le dans indicateurs.yaml, avec un point de départ et une cible, et rattachez-le à l’action.',
    span: first.span,
    related: others.map((o) => ({ message: citer(o.texte), span: o.span })),
  };
}
