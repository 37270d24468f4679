import { guillemets } from '../base/francais.ts';
import { always, type Rule } from './rule.ts';

export const civiliteEtQualite: Rule = {
  code: 'CTG4062',
  slug: 'civilite-et-qualite',
  title: 'Civilité et qualité en désaccord',
  severity: always('avertissement'),
  needsWhole: false,
  *check({ signataires }, { liste }) {
    const genres = new Map([...liste('masculin').map((q) => [q, 'm'] as const), ...liste('feminin').map((q) => [q, 'f'] as const)]);
    for (const s of signataires) {
      for (const [i, r] of (s.value.representants ?? []).entries()) {
        const mots = r.qualite.toLowerCase().split(/[\s’'-]+/);
        const genre = mots.map((m) => genres.get(m)).find((g) => g !== undefined);
        if (genre === undefined || r.civilite === 'à compléter' || genre === (r.civilite === 'Mme' ? 'f' : 'm')) continue;
        yield {
          message: `${r.civilite} ${r.prenom} ${r.nom} signe comme ${guillemets(r.qualite)} : la civilité et la qualité n’ont pas le même genre, et les accords de l’acte en dépendent.`,
          hint: 'Corrigez la civilité, ou écrivez la qualité au genre voulu (directrice, présidente, première adjointe).',
          span: s.at(['representants', i, 'qualite']),
          related: [{ message: 'la civilité', span: s.at(['representants', i, 'civilite']) }],
        };
      }
    }
  },
};
