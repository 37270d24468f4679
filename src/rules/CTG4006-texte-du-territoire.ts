import { guillemets } from '../base/francais.ts';
import { aDuContenu } from './aide/contenu.ts';
import { beforeCouncil, type Rule } from './rule.ts';

export const texteDuTerritoire: Rule = {
  code: 'CTG4006',
  slug: 'texte-du-territoire',
  title: 'Texte du territoire à écrire',
  severity: beforeCouncil,
  needsWhole: true,
  *check({ convention, modele }) {
    if (convention === null || modele === null) return;
    for (const { kind, id, modele: prevue, texte } of modele.pieces) {
      if (prevue?.texte_local !== 'requis') continue;
      const fichier = `${kind === 'annexe' ? 'annexes' : 'articles'}/${id}.md`;
      if (texte === null) {
        yield {
          message: `Le modèle laisse au territoire le soin d’écrire ${guillemets(id)}, et le fichier ${fichier} manque. L’acte aurait un titre sans rien dessous.`,
          hint: `Créez ${fichier} et écrivez-y votre texte ; l’exemple « minimal » en donne un modèle.`,
          span: convention.at(['modele']),
        };
      } else if (!aDuContenu(texte.body) && !('fichiers' in texte.value && (texte.value.fichiers ?? []).length > 0)) {
        yield {
          message: `${fichier} n’a pas de texte. Le modèle laisse au territoire le soin de l’écrire ; l’acte aurait un titre sans rien dessous.`,
          hint: 'Écrivez le texte sous l’en-tête.',
          span: texte.at([]),
        };
      }
    }
  },
};
