import { annee, annees, bornesSures } from './aide/periode.ts';
import { dernierVote } from './aide/collectivites.ts';
import { citer } from './aide/mots.ts';
import { PREVISION } from './formes/taux.ts';
import { always, type Rule } from './rule.ts';

export const anneeAVenir: Rule = {
  code: 'CTG4272',
  slug: 'annee-a-venir',
  title: 'Chiffre d’une année à venir',
  severity: always('avertissement'),
  needsWhole: false,
  *check(projet) {
    const periode = bornesSures(projet);
    if (periode === null) return;
    // Un avenant peut apporter des chiffres plus récents que la signature ; sinon, le diagnostic précède l'acte.
    const acte = projet.avenants.length > 0 ? null : (projet.convention?.value.signature?.date ?? dernierVote(projet) ?? periode.debut);
    const limite = Math.max(annee(acte ?? periode.fin), annee(periode.debut ?? periode.fin));
    for (const { value, at } of projet.chiffres.values()) {
      if (PREVISION.test(`${value.libelle} ${value.source ?? ''}`)) continue;
      const dates = [{ an: value.annee, span: at(['annee']) }, ...(value.comparaisons ?? []).map((c, i) => ({ an: c.annee, span: at(['comparaisons', i, 'annee']) }))];
      for (const { an, span } of dates) {
        if (an === undefined || an <= limite) continue;
        yield {
          message: `${citer(value.libelle)} porte l’année ${String(an)}, et la convention est celle de ${annees(periode)}. Un diagnostic ne mesure pas ce qui n’a pas eu lieu.`,
          hint: 'Corrigez l’année. Une prévision se dit dans le libellé : « Population projetée en… ».',
          span,
        };
      }
    }
  },
};
