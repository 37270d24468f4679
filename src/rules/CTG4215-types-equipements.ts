import { combien, enumeration } from '../base/francais.ts';
import type { Span } from '../base/span.ts';
import { prestationConnue, same, typeConnu } from './aide/equipements.ts';
import { citer } from './aide/mots.ts';
import { always, type Finding, type Rule } from './rule.ts';

export const typesEquipements: Rule = {
  code: 'CTG4215',
  slug: 'types-equipements',
  title: 'Équipement ou prestation inconnus de ctg',
  severity: always('information'),
  needsWhole: false,
  *check({ equipements }, { liste }) {
    const ajoute = (nom: string, quoi: string): boolean => liste(quoi).some((n) => same(n, nom));
    const types = equipements.flatMap(({ value, at }) => (typeConnu(value.type) === undefined && !ajoute(value.type, 'types') ? [{ nom: value.type, span: at(['type']) }] : []));
    const prestations = equipements.flatMap(({ value, at }) => (value.prestations ?? []).flatMap((nom, i) => (prestationConnue(nom) === undefined && !ajoute(nom, 'prestations') ? [{ nom, span: at(['prestations', i]) }] : [])));
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
