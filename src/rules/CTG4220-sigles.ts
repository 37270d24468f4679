import { combien, enumeration, guillemets } from '../base/francais.ts';
import { parTexte } from '../base/memoire.ts';
import type { Span } from '../base/span.ts';
import type { Projet, TexteAuteur } from '../resolve/projet.ts';
import { always, type Rule } from './rule.ts';

const SIGLE = /(?<![\p{L}\p{N}@./’'_-])(\p{Lu}{2,6})(?![\p{L}\p{N}@_]|[-.]\p{L}|[’']\p{Lu})/gu;
/** Fichiers dont le texte s'imprime en phrases : les autres tiennent des noms propres et des codes. */
const LUS = /^(?:plan|diagnostic|articles|annexes|fiches-actions)\/|^(?:gouvernance|indicateurs|calendrier|strategie)\.yaml$|^enjeux\.md$/;

/** Un titre tout en capitales n'est pas fait de sigles. */
const siglesDe = parTexte((texte): readonly RegExpExecArray[] => (/\p{Ll}/u.test(texte) ? [...texte.matchAll(SIGLE)] : []));

export const sigles: Rule = {
  code: 'CTG4220',
  slug: 'sigles',
  title: 'Sigle sans explication',
  severity: always('information'),
  needsWhole: true,
  *check(projet, { liste }) {
    const connus = expliques(projet, [...liste('nationaux'), ...liste('sigles')]);
    const found = new Map<string, { readonly span: Span; fois: number }>();
    for (const auteur of projet.textes) {
      if (!LUS.test(auteur.file)) continue;
      for (const { index, 1: sigle = '' } of siglesDe(auteur.texte)) {
        if (connus.has(sigle) || /^(?:[XIVLC]+|X{2,})$/.test(sigle) || defini(auteur, index, sigle)) {
          connus.add(sigle);
          continue;
        }
        const first = found.get(sigle);
        if (first === undefined) found.set(sigle, { span: auteur.passage(index, index + sigle.length), fois: 1 });
        else first.fois += 1;
      }
    }
    const restants = [...found].filter(([sigle]) => !connus.has(sigle));
    const [first] = restants;
    if (first === undefined) return;
    yield {
      message: `${enumeration(restants.map(([sigle, { fois }]) => `${guillemets(sigle)} (${combien(fois, 'fois', 'fois')})`))} : aucune explication au glossaire ni dans le texte. Les familles et les élus liront aussi cet acte.`,
      hint: `Ajoutez à glossaire.yaml : « ${first[0]}: » puis ce qu’il veut dire ; ou écrivez les mots en entier.`,
      span: first[1].span,
      related: restants.slice(1).map(([sigle, { span }]) => ({ message: sigle, span })),
    };
  },
};

/** Sigles qu'expliquent les glossaires, ou qui désignent une partie, une instance, un acteur. */
function expliques({ glossaire, signataires, instances, acteurs, territoire }: Projet, courants: readonly string[]): Set<string> {
  const noms = [
    ...signataires.flatMap((s) => [s.court, s.value.nom ?? '']),
    ...instances.map((i) => i.value.sigle ?? ''),
    ...[...acteurs.values()].map((a) => a.nom),
    territoire?.value.nom ?? '',
  ].flatMap((nom) => nom.match(/\p{Lu}{2,6}/gu) ?? []);
  return new Set([...glossaire.keys(), ...courants].map((s) => s.toUpperCase()).concat(noms));
}

/** « contrat enfance et jeunesse (CEJ) », « CEJ (contrat enfance et jeunesse) ». */
function defini({ texte }: TexteAuteur, index: number, sigle: string): boolean {
  const [before, after] = [texte.slice(0, index), texte.slice(index + sigle.length)];
  return (/\p{L}\s\(\s*(?:dit |ou )?$/u.test(before) && /^\s*\)/u.test(after)) || /^\s\(\p{L}{3,}[^)]*\s[^)]*\)/u.test(after);
}
