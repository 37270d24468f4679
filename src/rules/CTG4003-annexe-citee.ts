import { guillemets } from '../base/francais.ts';
import { always, type Rule } from './rule.ts';

export const annexeCitee: Rule = {
  code: 'CTG4003',
  slug: 'annexe-citee',
  title: 'Annexe jamais citée',
  severity: always('avertissement'),
  needsWhole: true,
  *check({ modele, renvois }) {
    for (const { kind, id, modele: prevue, texte } of modele?.pieces ?? []) {
      if (kind !== 'annexe' || prevue !== null || texte === null) continue;
      if (renvois.some((r) => r.genre === 'annexe' && r.id === id && r.span.file !== texte.file)) continue;
      yield {
        message: `Aucun texte ne cite l’annexe ${guillemets(id)}, ajoutée à celles du modèle. On ne saura pas à quel engagement elle se rattache.`,
        hint: `Citez-la là où elle sert : [](annexe:${id}).`,
        span: texte.at(['titre']),
      };
    }
  },
};
