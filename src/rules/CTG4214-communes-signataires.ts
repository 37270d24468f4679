import { combien, enumeration } from '../base/francais.ts';
import { closest } from '../base/suggestion.ts';
import type { Rule } from './rule.ts';

export const communesSignataires: Rule = {
  code: 'CTG4214',
  slug: 'communes-signataires',
  title: 'Communes qui ne signent pas',
  severity: { projet: 'information', conseil: 'avertissement', signature: 'avertissement', bilan: 'avertissement' },
  needsWhole: true,
  *check({ territoire, communes, signataires }) {
    const signent = new Set(signataires.map((s) => s.commune?.id));
    // Un signataire au nom mal écrit (CTG3003) est celui qui semble absent.
    const malEcrites = signataires.flatMap((s) => (s.commune === null && s.value.commune !== undefined ? [s.value.commune] : []));
    const absentes = communes.filter((c) => !signent.has(c.id) && !malEcrites.some((nom) => closest(nom, [c.nom]) !== null));
    // Quand aucune commune ne signe, c'est l'intercommunalité qui s'engage : rien d'anormal.
    const premiere = absentes[0];
    if (territoire === null || premiere === undefined || absentes.length === communes.length) return;
    yield {
      message: `Sur ${combien(communes.length, 'commune')} du territoire, ${combien(absentes.length, 'ne signe', 'ne signent')} pas : ${enumeration(absentes.map((c) => c.nom))}. L’acte ne les engage pas, et le bonus territoire suppose une collectivité signataire.`,
      hint: 'Si c’est voulu, il n’y a rien à changer. Sinon, ajoutez un fichier par commune au dossier signataires/. Dans un texte, [](compte:communes_signataires) donne le bon nombre.',
      span: territoire.at(['communes', premiere.rang, 'nom']),
    };
  },
};
