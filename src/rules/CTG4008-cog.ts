import { annee, bornes } from './aide/periode.ts';
import { always, type Rule } from './rule.ts';

export const cogDeLaPeriode: Rule = {
  code: 'CTG4008',
  slug: 'cog',
  title: 'Cog visée par l’acte',
  severity: always('avertissement'),
  needsWhole: false,
  *check(projet, { liste }) {
    const { convention } = projet;
    const cog = convention?.value.cog;
    const debut = bornes(projet)?.debut ?? null;
    if (convention === null || cog === undefined || debut === null) return;
    const an = annee(debut);
    if (cog.debut <= an && an <= cog.fin) return;
    const bonne = liste('cogs').find((c) => Number(c.slice(0, 4)) <= an && an <= Number(c.slice(5)));
    yield {
      message: `L’acte vise la Cog ${String(cog.debut)}-${String(cog.fin)}, et la convention commence en ${String(an)}. Un visa périmé trahit un modèle ancien.`,
      hint: bonne === undefined ? 'Demandez à la Caf les années de la Cog en vigueur ; ctg.yaml peut les ajouter (« ctg explain CTG4008 »).' : `En ${String(an)}, la Cog est celle de ${bonne}.`,
      span: convention.at(['cog', 'debut']),
    };
  },
};
