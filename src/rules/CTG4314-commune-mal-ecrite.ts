import { enIdentifiant, guillemets } from '../base/francais.ts';
import { officielle } from './aide/officielle.ts';
import { chercheur } from './aide/presque.ts';
import { always, type Rule } from './rule.ts';

/** CTG3003, CTG4302 et CTG4312 comparent déjà ces fichiers, nom à nom. */
const DEJA_COMPARES = /^(?:territoire|convention)\.yaml$|^signataires\//;
const ARTICLE = /^(?:(?:Le|La|Les) |L[’'])/i;

export const communeMalEcrite: Rule = {
  code: 'CTG4314',
  slug: 'commune-mal-ecrite',
  title: 'Commune mal écrite dans un texte',
  severity: always('avertissement'),
  needsWhole: false,
  *check(projet) {
    const { communes, signataires, textes, territoire } = projet;
    if (communes.length === 0) return;
    const o = officielle(projet);
    // « du Creusot » : le nom se lit aussi sans son article.
    const rangs = new Map(communes.flatMap((c) => [c.nom, c.nom.replace(ARTICLE, '')].map((n) => [n, c.rang] as const)));
    const ressemblances = chercheur([...rangs.keys()]);
    const personnes = new Set(signataires.flatMap((s) => (s.value.representants ?? []).flatMap((r) => [r.nom, r.prenom])).map(enIdentifiant));
    for (const { texte, file, passage } of textes) {
      if (DEJA_COMPARES.test(file)) continue;
      for (const { nom, ecrit, start, end } of ressemblances(texte)) {
        const cle = enIdentifiant(ecrit);
        // Une personne, ou une autre commune du département, porte vraiment ce nom.
        if (personnes.has(cle) || (o?.departement !== undefined && o.departement !== null && o.geographie.nommees(ecrit, o.departement).length > 0)) continue;
        yield {
          message: `${guillemets(ecrit)} est à une lettre de ${guillemets(nom)}, commune du territoire. L’acte la nommerait de deux façons.`,
          hint: `Écrivez ${guillemets(nom)}. S’il s’agit d’autre chose, il n’y a rien à changer.`,
          span: passage(start, end),
          ...(territoire === null ? {} : { related: [{ message: 'la commune', span: territoire.at(['communes', rangs.get(nom) ?? 0, 'nom']) }] }),
        };
      }
    }
  },
};
