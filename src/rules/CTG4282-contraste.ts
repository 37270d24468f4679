import { CONTRASTE_AA, contraste } from '../base/contraste.ts';
import { nombre } from '../base/francais.ts';
import { always, type Rule } from './rule.ts';

const BLANC = '#FFFFFF';

/** Chaque texte et chaque fond que les documents mettent ensemble : leur nom, et leur clé dans theme.yaml. */
const PAIRES = [
  ['text', null], ['muted', null], ['ink', null],
  ['text', 'tint'], ['muted', 'tint'], ['ink', 'tint'], ['ink', 'band'], ['text', 'blank'],
  [null, 'ink'],
] as const;

const NOMS = {
  text: { cle: 'texte', texte: 'le texte courant', fond: '' },
  muted: { cle: 'secondaire', texte: 'le texte secondaire', fond: '' },
  ink: { cle: 'encre', texte: 'l’encre des titres', fond: 'le bandeau d’axe' },
  tint: { cle: 'fond', texte: '', fond: 'le fond des en-têtes' },
  band: { cle: 'bandeau', texte: '', fond: 'le bandeau des échéances' },
  blank: { cle: 'a_completer', texte: '', fond: 'le fond d’un blanc à compléter' },
} as const;

export const contrasteSuffisant: Rule = {
  code: 'CTG4282',
  slug: 'contraste',
  title: 'Texte trop peu contrasté',
  severity: always('erreur'),
  needsWhole: false,
  nonNegotiable: true,
  *check({ habillage, theme }) {
    if (theme === null) return;
    for (const [dessus, dessous] of PAIRES) {
      const [a, b] = [dessus === null ? BLANC : habillage.colors[dessus], dessous === null ? BLANC : habillage.colors[dessous]];
      const rapport = contraste(a, b);
      if (rapport >= CONTRASTE_AA) continue;
      // L'endroit est celui d'une couleur que le territoire a choisie ; l'autre peut venir de l'habillage livré.
      const cles = [dessus, dessous].flatMap((nom) => (nom === null ? [] : [NOMS[nom].cle]));
      const cle = cles.find((nom) => theme.value.couleurs?.[nom] !== undefined);
      yield {
        // Arrondi vers le bas : 4,49 ne doit pas se lire 4,5.
        message: `Le contraste entre ${dessus === null ? 'le texte blanc' : NOMS[dessus].texte} (${a}) et ${dessous === null ? 'le papier' : NOMS[dessous].fond} (${b}) est de ${nombre(Math.floor(rapport * 100) / 100)} pour 1 ; il en faut ${nombre(CONTRASTE_AA)} (niveau AA du RGAA).`,
        hint: dessus === null || dessous === null ? 'Prenez une couleur plus foncée.' : 'Foncez le texte, ou éclaircissez le fond.',
        span: cle === undefined ? theme.at(['couleurs'], 'key') : theme.at(['couleurs', cle]),
      };
    }
  },
};
