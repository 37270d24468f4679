import { combien, dateEnLettres } from '../base/francais.ts';
import { bornesSures, lendemain, plusAnnees } from './aide/periode.ts';
import { always, type Rule } from './rule.ts';

export const contratPrecedent: Rule = {
  code: 'CTG4151',
  slug: 'contrat-precedent',
  title: 'Suite du contrat précédent',
  severity: always('avertissement'),
  needsWhole: false,
  *check(projet, { seuil }) {
    const { convention } = projet;
    const debut = bornesSures(projet)?.debut ?? null;
    const ancien = convention?.value.predecesseur;
    if (convention === null || ancien?.fin === undefined) return;
    const { fin } = ancien;
    const interruption = seuil('interruption_maximale');
    const span = convention.at(['predecesseur', 'fin']);
    if (ancien.debut !== undefined && fin <= ancien.debut) {
      yield {
        message: `Le contrat précédent finirait le ${dateEnLettres(fin)}, avant de commencer le ${dateEnLettres(ancien.debut)}.`,
        hint: 'Corrigez l’une des deux dates.',
        span,
      };
      return;
    }
    if (debut === null) return;
    const related = [{ message: 'le début de la convention', span: convention.at(['periode', 'debut']) }];
    if (fin >= debut) {
      yield {
        message: `Le contrat précédent court jusqu’au ${dateEnLettres(fin)}, et la convention commence le ${dateEnLettres(debut)}. Deux contrats s’appliqueraient à la fois, avec deux jeux d’engagements et de financements.`,
        hint: 'Corrigez la date ; ou écrivez le jour où le contrat précédent prend fin par anticipation.',
        span,
        related,
      };
    } else if (debut > plusAnnees(lendemain(fin), interruption)) {
      yield {
        message: `Le contrat précédent a pris fin le ${dateEnLettres(fin)}, plus de ${combien(interruption, 'an')} avant le ${dateEnLettres(debut)}. L’acte dit lui succéder, et rien ne dit ce qui s’appliquait entre les deux.`,
        hint: 'Vérifiez la date, et s’il n’a pas été prolongé par un avenant.',
        span,
        related,
      };
    }
  },
};
