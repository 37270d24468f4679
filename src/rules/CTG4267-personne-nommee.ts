import { enumeration, guillemets } from '../base/francais.ts';
import type { Span } from '../base/span.ts';
import { proprietaire } from './aide/courriels.ts';
import { mots, personne } from './aide/personnes.ts';
import { PERSONNES } from './formes/personnes.ts';
import { always, type Rule } from './rule.ts';

export const personneNommee: Rule = {
  code: 'CTG4267',
  slug: 'personne-nommee',
  title: 'Personne nommée dans un texte',
  severity: always('avertissement'),
  needsWhole: false,
  *check({ textes, signataires, communes }, reglages) {
    const [de, pasUnNom] = [proprietaire(reglages), reglages.liste('pas_un_nom')];
    const signent = signataires.flatMap((s) => (s.value.representants ?? []).map((r) => personne(r.prenom, r.nom).nom));
    const lieux = new Set(communes.map((c) => c.nom));
    const found: { readonly ecrit: string; readonly span: Span }[] = [];
    for (const auteur of textes) {
      if (auteur.file.startsWith('signataires/') || !PERSONNES.indice.test(auteur.texte)) continue;
      for (const m of auteur.texte.matchAll(PERSONNES.nommee)) {
        if (PERSONNES.fonctions.test(m[0]) || signent.some((nom) => mots(m[0]).join('-').endsWith(nom))) continue;
        found.push({ ecrit: m[0].replace(/\s+/g, ' '), span: auteur.passage(m.index, m.index + m[0].length) });
      }
      for (const m of auteur.texte.matchAll(PERSONNES.famille)) {
        const nom = m[1] ?? '';
        if (pasUnNom.includes(nom) || lieux.has(nom)) continue;
        found.push({ ecrit: m[0], span: auteur.passage(m.index, m.index + m[0].length) });
      }
      for (const m of auteur.texte.matchAll(PERSONNES.courriel)) {
        if (!/[.]/.test(m[1] ?? '') || de(m) !== 'agent') continue;
        found.push({ ecrit: m[0], span: auteur.passage(m.index, m.index + m[0].length) });
      }
    }
    const [first, ...others] = found;
    if (first === undefined) return;
    yield {
      message: `Le texte nomme ${enumeration([...new Set(found.map((f) => guillemets(f.ecrit)))])}, qui ne signe pas la convention. Une fonction suffit : la personne changera, et son nom serait publié avec l’acte.`,
      hint: 'Écrivez la fonction ou le service : « la chargée de coopération », « une famille de la commune ».',
      span: first.span,
      related: others.map((o) => ({ message: o.ecrit, span: o.span })),
    };
  },
};
