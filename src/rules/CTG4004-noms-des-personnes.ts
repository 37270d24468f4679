import { guillemets } from '../base/francais.ts';
import { annuaire, mots, nomsEcrits, personne } from './aide/personnes.ts';
import { always, type Finding, type Rule } from './rule.ts';

export const nomsDesPersonnes: Rule = {
  code: 'CTG4004',
  slug: 'noms-des-personnes',
  title: 'Nom écrit de deux façons',
  severity: always('avertissement'),
  needsWhole: false,
  *check({ signataires, textes }) {
    const personnes = signataires
      .flatMap((s) => (s.value.representants ?? []).map((r, i) => ({ cle: personne(r.prenom, r.nom), complet: `${r.prenom} ${r.nom}`, span: s.at(['representants', i, 'nom']) })))
      .map((p, rang) => ({ ...p, rang }));
    const noms = new Set(personnes.map((p) => p.complet));
    const ressemblent = annuaire(personnes);
    const ecarts = (ecrit: string, span: Finding['span'], known: readonly (typeof personnes)[number][]): Finding[] =>
      known.map((p) => ({
        message: `${guillemets(ecrit)} ressemble à ${guillemets(p.complet)}, qui signe la convention. Deux orthographes feraient douter de qui s’engage.`,
        hint: 'Gardez la même orthographe partout, celle de l’état civil ; s’il s’agit de deux personnes, il n’y a rien à changer.',
        span,
        related: [{ message: 'le signataire', span: p.span }],
      }));
    for (const p of personnes)
      yield* ecarts(
        p.complet,
        p.span,
        ressemblent(mots(p.complet)).filter((q) => q.rang < p.rang && q.complet !== p.complet),
      );
    for (const auteur of textes) {
      for (const { ecrit, start, end } of nomsEcrits(auteur.texte)) {
        if (!noms.has(ecrit)) yield* ecarts(ecrit, auteur.passage(start, end), ressemblent(mots(ecrit)));
      }
    }
  },
};
