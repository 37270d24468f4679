import { combien, enumeration } from '../base/francais.ts';
import type { Span } from '../base/span.ts';
import { catalogue } from './aide/equipements.ts';
import { citer, parmiNoms } from './aide/mots.ts';
import { always, type Finding, type Rule } from './rule.ts';

export const typesEquipements: Rule = {
  code: 'CTG4215',
  slug: 'types-equipements',
  title: 'Équipement ou prestation inconnus de ctg',
  severity: always('information'),
  needsWhole: false,
  *check({ equipements }, reglages) {
    const connus = catalogue(reglages);
    const ajoute = (nom: string, quoi: string): boolean => parmiNoms(nom, reglages.liste(quoi));
    const types = equipements.flatMap(({ value, at }) => (connus.type(value.type) === undefined && !ajoute(value.type, 'types') ? [{ nom: value.type, span: at(['type']) }] : []));
    const prestations = equipements.flatMap(({ value, at }) => (value.prestations ?? []).flatMap((nom, i) => (connus.prestation(nom) === undefined && !ajoute(nom, 'prestations') ? [{ nom, span: at(['prestations', i]) }] : [])));
    yield* inconnus('type d’équipement', 'types d’équipements', types);
    yield* inconnus('prestation', 'prestations', prestations);
  },
};

function* inconnus(un: string, plusieurs: string, lieux: readonly { readonly nom: string; readonly span: Span }[]): Iterable<Finding> {
  const noms = [...new Set(lieux.map((l) => l.nom))];
  const [first, ...others] = lieux;
  if (first === undefined) return;
  yield {
    message: `ctg ne connaît pas ${combien(noms.length, un, plusieurs)} de l’annexe : ${enumeration(noms.map(citer))}. Leur financement n’est pas contrôlé.`,
    hint: 'Vérifiez l’orthographe : « multi-accueil », « RPE », « ALSH », « PSU », « PS Alsh »… Si le nom est juste, il n’y a rien à changer ; ctg.yaml peut l’ajouter à la liste (« ctg explain CTG4215 »).',
    span: first.span,
    related: others.map((l) => ({ message: citer(l.nom), span: l.span })),
  };
}
