import { SECTIONS_FICHE } from '../../schemas/entetes.ts';
import { guillemets } from '../base/francais.ts';
import { aDuContenu } from './aide/contenu.ts';
import { beforeCouncil, type Rule } from './rule.ts';

export const sectionsDesFiches: Rule = {
  code: 'CTG4066',
  slug: 'sections-des-fiches',
  title: 'Section de fiche-action à écrire',
  severity: beforeCouncil,
  needsWhole: false,
  *check({ modele, fiches }) {
    const voulues = modele?.value.fiche?.sections_obligatoires ?? [];
    for (const fiche of fiches) {
      for (const { id, titre } of SECTIONS_FICHE) {
        const section = fiche.sections.find((s) => s.id === id);
        if (!voulues.includes(id) || section?.contenu.some(aDuContenu) === true) continue;
        yield {
          message: `La section ${guillemets(titre)} ${section === undefined ? 'manque' : 'est vide'}. Le modèle la demande dans chaque fiche-action, pour que l’on sache quoi faire et comment le mesurer.`,
          hint: `Ajoutez sous un titre « ## ${titre} » au moins une ligne, commencée par un tiret et une espace.`,
          span: section?.span ?? fiche.at(['actions']),
        };
      }
    }
  },
};
