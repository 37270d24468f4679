import { guillemets } from '../base/francais.ts';
import { mots, nomsEcrits, personne, presque } from './aide/personnes.ts';
import { always, type Finding, type Rule } from './rule.ts';

export const nomsDesPersonnes: Rule = {
  code: 'CTG4004',
  slug: 'noms-des-personnes',
  title: 'Nom écrit de deux façons',
  severity: always('avertissement'),
  needsWhole: false,
  *check({ signataires, textes }) {
    const personnes = signataires.flatMap((s) =>
      (s.value.representants ?? []).map((r, i) => ({ cle: personne(r.prenom, r.nom), complet: `${r.prenom} ${r.nom}`, span: s.at(['representants', i, 'nom']) })),
    );
    const noms = new Set(personnes.map((p) => p.complet));
    const ecarts = (ecrit: string, span: Finding['span'], known: typeof personnes): Finding[] => {
      const words = mots(ecrit);
      return known
        .filter((p) => presque(words, p.cle))
        .map((p) => ({
          message: `${guillemets(ecrit)} ressemble à ${guillemets(p.complet)}, qui signe la convention. Deux orthographes feraient douter de qui s’engage.`,
          hint: 'Gardez la même orthographe partout, celle de l’état civil ; s’il s’agit de deux personnes, il n’y a rien à changer.',
          span,
          related: [{ message: 'le signataire', span: p.span }],
        }));
    };
    for (const [i, p] of personnes.entries())
      yield* ecarts(
        p.complet,
        p.span,
        personnes.slice(0, i).filter((q) => q.complet !== p.complet),
      );
    for (const auteur of textes) {
      for (const { ecrit, start, end } of nomsEcrits(auteur.texte)) {
        if (!noms.has(ecrit)) yield* ecarts(ecrit, auteur.passage(start, end), personnes);
      }
    }
  },
};
