import type { TexteAuteur } from '../resolve/projet.ts';
import { PERSONNES } from './donnees/personnes.ts';
import { always, type Rule } from './rule.ts';

export const donneesPersonnelles: Rule = {
  code: 'CTG4217',
  slug: 'donnees-personnelles',
  title: 'Donnée personnelle',
  severity: always('erreur'),
  needsWhole: false,
  nonNegotiable: true,
  *check({ textes }) {
    for (const auteur of textes) {
      // Un identifiant, une référence d'acte : ni arobase, ni assez de chiffres.
      if (!/@|\d{2}[\s.-]?\d|née?s?\s/iu.test(auteur.texte)) continue;
      for (const { quoi, start, end } of donnees(auteur)) {
        yield {
          message: `Ceci est ${quoi}. L’acte est public, et sera publié : personne n’a à y être reconnu ou joint chez soi.`,
          hint: 'Retirez la donnée, ici et dans l’historique du dossier s’il est partagé. Pour joindre un service, donnez son adresse ou son standard.',
          span: auteur.passage(start, end),
        };
      }
    }
  },
};

function* donnees({ texte }: TexteAuteur): Iterable<{ readonly quoi: string; readonly start: number; readonly end: number }> {
  const place = (m: RegExpExecArray): { readonly start: number; readonly end: number } => ({ start: m.index, end: m.index + m[0].length });
  for (const m of texte.matchAll(PERSONNES.nir)) yield { quoi: 'un numéro de sécurité sociale', ...place(m) };
  for (const m of texte.matchAll(PERSONNES.naissance)) yield { quoi: 'une date de naissance', ...place(m) };
  for (const m of texte.matchAll(PERSONNES.mobile)) yield { quoi: 'un numéro de téléphone portable', ...place(m) };
  for (const m of texte.matchAll(PERSONNES.courriel)) if (PERSONNES.messageries.test(m[2] ?? '') && !PERSONNES.services.test(m[1] ?? '')) yield { quoi: 'une adresse électronique personnelle', ...place(m) };
}
