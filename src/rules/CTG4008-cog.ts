import { annee, bornes } from './aide/periode.ts';
import { COGS } from './donnees/cog.ts';
import { always, type Rule } from './rule.ts';

export const cogDeLaPeriode: Rule = {
  code: 'CTG4008',
  slug: 'cog',
  title: 'Cog visée par l’acte',
  severity: always('avertissement'),
  needsWhole: false,
  *check(projet) {
    const { convention } = projet;
    const cog = convention?.value.cog;
    const debut = bornes(projet)?.debut ?? null;
    if (convention === null || cog === undefined || debut === null) return;
    const an = annee(debut);
    if (cog.debut <= an && an <= cog.fin) return;
    const bonne = COGS.find((c) => c.debut <= an && an <= c.fin);
    yield {
      message: `L’acte vise la Cog ${String(cog.debut)}-${String(cog.fin)}, et la convention commence en ${String(an)}. Un visa périmé trahit un modèle ancien.`,
      hint: bonne === undefined ? 'Demandez à la Caf les années de la Cog en vigueur.' : `En ${String(an)}, la Cog est celle de ${String(bonne.debut)}-${String(bonne.fin)}.`,
      span: convention.at(['cog', 'debut']),
    };
  },
};
