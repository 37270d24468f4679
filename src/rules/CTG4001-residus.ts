import type { Span } from '../base/span.ts';
import { combien, guillemets } from '../base/francais.ts';
import { chercheurDeResidus } from './aide/residus.ts';
import { beforeCouncil, type Rule } from './rule.ts';

/** Ce que `ctg init` écrit là où une donnée manque. */
const BLANC = 'à compléter';
const CONSEQUENCE = 'Il serait imprimé tel quel, et l’acte voté serait incomplet.';
const DONNEE = 'Écrivez la donnée, ou retirez la phrase. Une date ou un numéro encore inconnus se laissent hors des fichiers : ctg leur réserve une ligne à remplir.';
const ENUMERATION = 'Écrivez le mot qui manque, ou retirez la phrase. Si ces points prolongent une énumération, collez-les au dernier mot ou écrivez « etc. ».';

export const residusDeModele: Rule = {
  code: 'CTG4001',
  slug: 'residus',
  title: 'Reste de modèle',
  severity: beforeCouncil,
  needsWhole: false,
  *check({ textes }, { liste }) {
    const residus = chercheurDeResidus({ partout: liste('partout'), enTete: liste('en_tete'), sansSuite: liste('sans_suite'), enAttente: liste('mots_en_attente'), verbes: liste('verbes_voulus') });
    // Le blanc que ctg propose lui-même se compte par fichier : cent avertissements semblables ne seraient pas lus.
    const blancs = new Map<string, Span[]>();
    for (const auteur of textes) {
      for (const { start, end } of residus(auteur)) {
        const reste = auteur.texte.slice(start, end).trim();
        const span = auteur.passage(start, end);
        if (reste.toLowerCase() === BLANC) blancs.set(span.file, [...(blancs.get(span.file) ?? []), span]);
        else yield { message: `${guillemets(reste)} est un reste de modèle ou un blanc. ${CONSEQUENCE}`, hint: /^[.…]+$/.test(reste) ? ENUMERATION : DONNEE, span };
      }
    }
    for (const [span, ...others] of blancs.values()) {
      if (span === undefined) continue;
      const suite = others.length === 0 ? '' : ` (et ${combien(others.length, 'autre blanc', 'autres blancs')} dans ce fichier)`;
      yield { message: `${guillemets(BLANC)} est un blanc${suite}. ${CONSEQUENCE}`, hint: DONNEE, span, related: others.map((autre) => ({ message: 'à compléter aussi', span: autre })) };
    }
  },
};
