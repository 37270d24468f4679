import { guillemets, nombre } from '../base/francais.ts';
import { compter } from '../resolve/comptes.ts';
import { always, type Rule } from './rule.ts';

export const nombresAnnonces: Rule = {
  code: 'CTG4206',
  slug: 'nombres-annonces',
  title: 'Nombre annoncé et nombre compté',
  severity: always('erreur'),
  needsWhole: true,
  *check(projet) {
    const { convention } = projet;
    if (convention === null) return;
    const comptes = compter(projet);
    for (const [quoi, annonce] of Object.entries(convention.value.nombres_annonces ?? {})) {
      // Le nombre de pages ne se connaît qu'une fois le document composé.
      if (quoi === 'pages' || annonce === undefined) continue;
      const compte = comptes[quoi as Exclude<typeof quoi, 'pages'> & keyof typeof comptes];
      if (annonce === compte) continue;
      yield {
        message: `${nombre(annonce)} est annoncé pour ${guillemets(quoi)} ; ctg en compte ${nombre(compte)}. La délibération ou le communiqué diraient autre chose que l’acte.`,
        hint: 'Corrigez ce nombre et le document qui l’annonce, ou complétez les fichiers s’il y manque quelque chose.',
        span: convention.at(['nombres_annonces', quoi]),
      };
    }
  },
};
