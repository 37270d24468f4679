import { citer } from './aide/mots.ts';
import { couvertes, douteuses, etendue } from './aide/thematiques.ts';
import { always, type Rule } from './rule.ts';

export const arbreComplet: Rule = {
  code: 'CTG4205',
  slug: 'arbre-complet',
  title: 'Stratégie sans action',
  severity: always('avertissement'),
  needsWhole: true,
  *check(projet) {
    const { plan, enjeux, strategie, thematiques } = projet;
    for (const { titre, children, actions, at } of plan.noeuds) {
      if (children.length > 0 || actions.length > 0) continue;
      yield {
        message: `Le plan ne met aucune action sous ${citer(titre)}. L’acte annoncerait une ambition que rien ne met en œuvre.`,
        hint: 'Ajoutez une action sous ce niveau, ou retirez-le.',
        span: at([], 'key'),
      };
    }
    // Sans aucune action, c'est que le plan reste à faire (hypothèse 1) : rien à rapprocher.
    if (plan.actions.length === 0 || douteuses(projet)) return;
    const traitees = couvertes(projet);
    const orpheline = (id: string): boolean => !etendue(projet, id).some((t) => traitees.has(t));
    for (const { thematique, titre, span } of enjeux) {
      if (!orpheline(thematique)) continue;
      yield {
        message: `Des enjeux sont inscrits sous ${citer(titre)}, et aucune action du plan ne porte sur cette thématique. Ils resteraient sans suite.`,
        hint: `Ajoutez une action sur cette thématique, ou rattachez-en une : « thematique: ${thematique} ».`,
        span,
      };
    }
    if (strategie === null) return;
    for (const id of Object.keys(strategie.value.thematiques ?? {})) {
      if (!orpheline(id) || enjeux.some((e) => e.thematique === id)) continue;
      yield {
        message: `Le territoire retient la thématique ${citer(thematiques.get(id)?.titre ?? id)}, et aucune action du plan ne porte sur elle.`,
        hint: `Ajoutez une action, rattachez-en une (« thematique: ${id} »), ou retirez la thématique de strategie.yaml.`,
        span: strategie.at(['thematiques', id], 'key'),
      };
    }
  },
};
