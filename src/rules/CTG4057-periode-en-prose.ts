import { guillemets } from '../base/francais.ts';
import { annees, bornes } from './aide/periode.ts';
import { unDe } from './aide/mots.ts';
import { CETTE_CONVENTION, MOIS, PERIODES } from './formes/periode-en-prose.ts';
import { always, type Rule } from './rule.ts';

export const periodeEnProse: Rule = {
  code: 'CTG4057',
  slug: 'periode-en-prose',
  title: 'Période écrite à la main et qui a changé',
  severity: always('avertissement'),
  needsWhole: false,
  *check(projet, { liste }) {
    const autreChose = unDe(liste('autre_chose'));
    const { convention } = projet;
    const periode = bornes(projet);
    if (periode === null || convention === null) return;
    const debut = convention.value.periode.debut === 'signature' ? null : periode.debut;
    for (const { texte, nature, passage } of projet.textes) {
      if (nature !== 'prose' || !texte.includes('20')) continue;
      for (const { phrase, start } of phrases(texte)) {
        if (!CETTE_CONVENTION.test(phrase) || autreChose.test(phrase)) continue;
        for (const match of PERIODES.flatMap((p) => [...phrase.matchAll(p)])) {
          const [de, a] = [borne(match[1] ?? ''), borne(match[2] ?? '')];
          if ((debut === null || debut.startsWith(de)) && periode.fin.startsWith(a)) continue;
          yield {
            message: `${guillemets(match[0])} : la convention court sur ${annees(periode)}. L’acte porterait deux périodes, et l’on ne saurait laquelle a été votée.`,
            hint: 'Retirez la période du texte : l’article Durée la porte. Ou corrigez-la, ici ou dans convention.yaml.',
            span: passage(start + match.index, start + match.index + match[0].length),
            related: [{ message: 'la période de la convention', span: convention.at(['periode', 'fin']) }],
          };
        }
      }
    }
  },
};

/** Les phrases d'un texte ; le point d'une abréviation en coupe une de trop, ce qui ne fait que taire la règle. */
function* phrases(texte: string): Iterable<{ readonly phrase: string; readonly start: number }> {
  for (const match of texte.matchAll(/[^.!?;\n]+/gu)) yield { phrase: match[0], start: match.index };
}

/** « 2024 » tel quel, « 1er janvier 2024 » en AAAA-MM-JJ. */
function borne(ecrit: string): string {
  const [, jour, mois = '', annee = ''] = /^(\d{1,2})(?:er)?\s(\p{L}+)\s(\d{4})$/u.exec(ecrit) ?? [];
  if (jour === undefined) return ecrit;
  return `${annee}-${String(MOIS.indexOf(mois.toLowerCase()) + 1).padStart(2, '0')}-${jour.padStart(2, '0')}`;
}
