import type { Span } from '../base/span.ts';
import { departementDe } from '../geographie/geographie.ts';
import type { Projet } from '../resolve/projet.ts';
import { millesime, officielle, sure } from './aide/officielle.ts';
import { always, type Finding, type Rule } from './rule.ts';

export const siren: Rule = {
  code: 'CTG4307',
  slug: 'siren',
  title: 'SIREN et géographie officielle',
  severity: always('avertissement'),
  needsWhole: false,
  *check(projet) {
    const o = officielle(projet);
    if (o === null) return;
    for (const s of projet.signataires) {
      const attendu = s.commune === null ? null : (sure(s.commune)?.siren ?? null);
      if (s.value.siren === undefined || attendu === null || s.value.siren === attendu) continue;
      yield {
        message: `Le SIREN ${s.value.siren} n’est pas celui de cette commune : ${attendu} (${millesime(o)}). L’accusé de réception et les données publiées désigneraient une autre collectivité.`,
        hint: `Écrivez : siren: "${attendu}"`,
        span: s.at(['siren']),
      };
    }
    for (const [numero, span] of intercommunalites(projet)) yield* inconnu(projet, numero, span);
  },
};

/** SIREN d'intercommunalités écrits dans les sources. Les syndicats ne sont pas dans la géographie officielle. */
function* intercommunalites({ territoire, signataires }: Projet): Iterable<readonly [string, Span]> {
  if (territoire?.value.epci?.siren !== undefined) yield [territoire.value.epci.siren, territoire.at(['epci', 'siren'])];
  for (const s of signataires) if (s.value.categorie === 'epci' && s.value.nom !== undefined && s.value.siren !== undefined) yield [s.value.siren, s.at(['siren'])];
}

/** Une intercommunalité se cherche dans les départements des communes ; sans commune connue, on ne peut rien dire. */
function* inconnu(projet: Projet, numero: string, span: Span): Iterable<Finding> {
  const o = officielle(projet);
  const connues = projet.communes.map(sure).filter((c) => c !== null);
  const [premiere] = connues;
  if (o === null || premiere === undefined || connues.some((c) => o.geographie.epci(numero, departementDe(c.code)) !== null)) return;
  const leur = premiere.epci === null ? null : o.geographie.epci(premiere.epci, departementDe(premiere.code));
  yield {
    message: `Aucune intercommunalité du département ne porte le SIREN ${numero} (${millesime(o)}). On ne saurait pas de quelle collectivité parle l’acte.`,
    hint: leur === null ? 'Vérifiez les neuf chiffres.' : `Vérifiez les neuf chiffres. L’intercommunalité de ${premiere.nom} est ${leur.nom} : ${leur.siren}.`,
    span,
  };
}
