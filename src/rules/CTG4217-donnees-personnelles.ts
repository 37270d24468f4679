import { parTexte } from '../base/memoire.ts';
import { proprietaire } from './aide/courriels.ts';
import { PERSONNES } from './formes/personnes.ts';
import { always, type Rule } from './rule.ts';

export const donneesPersonnelles: Rule = {
  code: 'CTG4217',
  slug: 'donnees-personnelles',
  title: 'Donnée personnelle',
  severity: always('erreur'),
  needsWhole: false,
  nonNegotiable: true,
  *check({ textes }, reglages) {
    const de = proprietaire(reglages);
    for (const auteur of textes) {
      for (const { quoi, start, end, courriel } of donnees(auteur.texte)) {
        if (courriel !== undefined && de(courriel) !== 'particulier') continue;
        yield {
          message: `Ceci est ${quoi}. L’acte est public, et sera publié : personne n’a à y être reconnu ou joint chez soi.`,
          hint: 'Retirez la donnée, ici et dans l’historique du dossier s’il est partagé. Pour joindre un service, donnez son adresse ou son standard.',
          span: auteur.passage(start, end),
        };
      }
    }
  },
};

interface Donnee {
  readonly quoi: string;
  readonly start: number;
  readonly end: number;
  /** L'adresse électronique, dont il reste à savoir à qui elle est. */
  readonly courriel?: RegExpExecArray;
}

/** Les données personnelles d'un texte. Un identifiant, une référence d'acte n'en sont pas : ni arobase, ni assez de chiffres. */
const donnees = parTexte((texte): readonly Donnee[] => (/@|\d{2}[\s.-]?\d|née?s?\s/iu.test(texte) ? [...chercher(texte)] : []));

function* chercher(texte: string): Iterable<Donnee> {
  const place = (m: RegExpExecArray): { readonly start: number; readonly end: number } => ({ start: m.index, end: m.index + m[0].length });
  for (const m of texte.matchAll(PERSONNES.nir)) yield { quoi: 'un numéro de sécurité sociale', ...place(m) };
  for (const m of texte.matchAll(PERSONNES.naissance)) yield { quoi: 'une date de naissance', ...place(m) };
  for (const m of texte.matchAll(PERSONNES.mobile)) yield { quoi: 'un numéro de téléphone portable', ...place(m) };
  for (const m of texte.matchAll(PERSONNES.courriel)) yield { quoi: 'une adresse électronique personnelle', ...place(m), courriel: m };
}
