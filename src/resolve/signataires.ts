import { diagnostic } from '../base/catalogue/index.ts';
import { avecCorrection, type Diagnostic } from '../base/diagnostic.ts';
import { de, enIdentifiant, guillemets } from '../base/francais.ts';
import type { Span } from '../base/span.ts';
import { memeNom, suggest } from '../base/suggestion.ts';
import { designer, groupeCommune, sansArticle } from './denomination.ts';
import { located, type ResolveInput } from './input.ts';
import type { Acteur, Commune, Signataire } from './projet.ts';

export function resolveCommunes(input: ResolveInput, diagnostics: Diagnostic[]): readonly Commune[] {
  const file = input.files('territoire')[0];
  const territoire = file?.value;
  for (const [i, c] of (territoire?.communes ?? []).entries()) {
    const first = territoire?.communes.findIndex((other) => other.nom === c.nom && (other.insee === undefined || c.insee === undefined || other.insee === c.insee)) ?? i;
    if (file === undefined || first === i) continue;
    diagnostics.push(diagnostic('CTG3012', { nom: c.nom }, file.at(['communes', i, 'nom']), [{ message: 'déjà donnée ici', span: file.at(['communes', first, 'nom']) }]));
  }
  const departement = territoire === undefined ? null : (input.geographie?.departement(territoire.departement) ?? null);
  return (territoire?.communes ?? []).map((c, rang) => {
    const byCode = c.insee === undefined ? null : (input.geographie?.commune(c.insee) ?? null);
    const byName = departement === null ? [] : (input.geographie?.nommees(c.nom, departement) ?? []);
    const officielle = byCode ?? (byName.length === 1 ? (byName[0] ?? null) : null);
    const groupe = groupeCommune(c.nom, c.article);
    // La liaison officielle vaut pour le nom officiel ; un nom écrit autrement garde la nôtre.
    const liaison = c.article === 'aucun' ? `de ${c.nom}` : c.article === undefined && officielle !== null && officielle.nom.replaceAll('’', "'") === c.nom.replaceAll('’', "'") ? officielle.de : de(groupe);
    return { id: enIdentifiant(c.nom), nom: c.nom, groupe, de: liaison, officielle, insee: c.insee ?? null, population: c.population ?? null, rang };
  });
}

/** Les signataires dans l'ordre de leurs fichiers, avec leur désignation. */
export function resolveSignataires(input: ResolveInput, communes: readonly Commune[], diagnostics: Diagnostic[]): readonly Signataire[] {
  const files = input.files('signataire');
  const groupes = new Map<string, string>();
  for (const file of files) {
    for (const [i, membre] of (file.value.membres ?? []).entries()) {
      const known = files.find((f) => f.id === membre);
      if (known !== undefined) groupes.set(membre, file.id);
      else if (!input.incomplets.has('signataire')) {
        diagnostics.push(
          diagnostic('CTG3001', { quoi: 'Aucun signataire', id: membre, suggestion: sansFichier(input, membre) ?? suggest(membre, files.map((f) => f.id)), ou: 'le dossier signataires/' }, file.at(['membres', i])),
        );
      }
    }
  }
  const found: Signataire[] = [];
  for (const file of files) {
    const { value } = file;
    // Le signataire écrit le nom officiel, et territoire.yaml un autre sous le même code : c'est là qu'est la faute.
    const exacte = communes.find((c) => c.nom === value.commune) ?? null;
    const malNommee = exacte === null && value.commune !== undefined ? (communes.find((c) => c.insee !== null && c.officielle?.nom === value.commune) ?? null) : null;
    const commune = exacte ?? malNommee;
    if (malNommee !== null) diagnostics.push(communeMalNommee(input, malNommee, file.at(['commune'])));
    if (value.categorie === 'commune' && value.commune === undefined) {
      diagnostics.push(diagnostic('CTG3008', { categorie: value.categorie, champ: 'commune' }, file.at(['categorie'])));
    } else if (value.commune !== undefined && commune === null && !input.incomplets.has('territoire')) {
      diagnostics.push(avecCorrection(diagnostic('CTG3003', { nom: value.commune, suggestion: suggest(value.commune, communes.map((c) => c.nom)) }, file.at(['commune'])), 'écrire le nom de la commune comme dans territoire.yaml', memeNom(value.commune, communes.map((c) => c.nom))));
    }
    const jumelle = commune === null ? undefined : found.find((s) => s.commune?.id === commune.id);
    if (jumelle !== undefined) diagnostics.push(diagnostic('CTG3012', { nom: commune?.nom ?? '' }, file.at(['commune']), [{ message: 'cette commune signe déjà par ce fichier', span: jumelle.at(['commune']) }]));
    if (value.categorie === 'groupe' ? value.nom_court === undefined : value.categorie !== 'commune' && value.nom === undefined) {
      diagnostics.push(diagnostic('CTG3008', { categorie: value.categorie, champ: value.categorie === 'groupe' ? 'nom_court' : 'nom' }, file.at(['categorie'])));
    } else if (value.categorie === 'groupe' && value.membres === undefined) {
      diagnostics.push(diagnostic('CTG3008', { categorie: value.categorie, champ: 'membres' }, file.at(['categorie'])));
    }
    if (value.categorie !== 'groupe' && (value.representants ?? []).length === 0) {
      diagnostics.push(diagnostic('CTG3008', { categorie: value.categorie, champ: 'representants' }, file.at(['categorie'])));
    }
    const designation = designer(value, commune);
    const named = value.nom ?? value.nom_court;
    if (designation === null && named !== undefined) diagnostics.push(diagnostic('CTG3009', { nom: named }, file.at([value.nom === undefined ? 'nom_court' : 'nom'])));
    const nom = named ?? value.commune ?? file.id;
    found.push({
      ...located(file, value),
      ...(designation ?? { le: nom, court: value.nom_court ?? nom, genre: 'f', pluriel: false }),
      commune,
      groupe: groupes.get(file.id) ?? null,
    });
  }
  if (found.length === 0 && !input.incomplets.has('signataire')) {
    diagnostics.push(diagnostic('CTG3010', { manque: 'tous' }, null));
  } else if (found.length > 0 && !found.some((s) => s.value.categorie === 'caf') && !input.incomplets.has('signataire')) {
    diagnostics.push(diagnostic('CTG3010', { manque: 'caf' }, null));
  }
  return found;
}

/** L'identifiant est-il celui de la Caf, alors qu'aucune ne signe ? CTG3010 le dit déjà. */
export const cafAbsente = (signataires: readonly Signataire[], id: string): boolean => /^caf(?:-|$)/.test(id) && !signataires.some((s) => s.value.categorie === 'caf');

/** Le conseil, si cet identifiant est celui d'une commune du territoire qui n'a pas de fichier ; sinon null. */
function sansFichier(input: ResolveInput, id: string): string | null {
  const commune = input.files('territoire')[0]?.value.communes.find((c) => enIdentifiant(c.nom) === id);
  return commune === undefined ? null : `${commune.nom} est une commune du territoire, et n’a pas de fichier dans signataires/ : remettez-le s’il a été effacé, ou retirez ${guillemets(id)} d’ici.`;
}

/** Une commune que territoire.yaml n'écrit pas comme son code le dit. */
function communeMalNommee(input: ResolveInput, { nom, insee, officielle, rang }: Commune, signataire: Span): Diagnostic {
  const officiel = officielle?.nom ?? '';
  const span = input.files('territoire')[0]?.at(['communes', rang, 'nom']) ?? null;
  return avecCorrection(diagnostic('CTG3013', { ecrit: nom, officiel, insee: insee ?? '' }, span, [{ message: 'le signataire', span: signataire }]), 'écrire le nom officiel de la commune', memeNom(nom, [officiel]));
}

/** Acteurs : les signataires, puis ceux d'acteurs.yaml. */
export function resolveActeurs(input: ResolveInput, signataires: readonly Signataire[], diagnostics: Diagnostic[]): ReadonlyMap<string, Acteur> {
  const acteurs = new Map<string, Acteur>();
  for (const s of signataires) acteurs.set(s.id, { id: s.id, nom: sansArticle(s.court), span: s.at([]), signataire: s, membres: s.value.membres ?? [s.id], aDesigner: false });
  const file = input.files('acteurs')[0];
  for (const [id, acteur] of Object.entries(file?.value ?? {})) {
    if (file === undefined) continue;
    const taken = acteurs.get(id);
    if (taken !== undefined) {
      diagnostics.push(diagnostic('CTG3002', { id }, file.at([id], 'key'), [{ message: 'déjà pris par ce signataire', span: taken.span }]));
      continue;
    }
    for (const [i, s] of (acteur.signataires ?? []).entries()) {
      if (signataires.some((known) => known.id === s) || input.incomplets.has('signataire')) continue;
      diagnostics.push(diagnostic('CTG3001', { quoi: 'Aucun signataire', id: s, suggestion: sansFichier(input, s) ?? suggest(s, signataires.map((k) => k.id)), ou: 'le dossier signataires/' }, file.at([id, 'signataires', i])));
    }
    acteurs.set(id, { id, nom: acteur.nom, span: file.at([id], 'key'), signataire: null, membres: acteur.signataires ?? [], aDesigner: acteur.a_designer ?? false });
  }
  // Toutes les communes ensemble : inutile de les énumérer, ni de les déclarer.
  const territoire = input.files('territoire')[0];
  if (territoire !== undefined && territoire.value.communes.length > 1 && !acteurs.has('communes')) {
    acteurs.set('communes', { id: 'communes', nom: 'Communes', span: territoire.at(['communes'], 'key'), signataire: null, membres: signataires.filter((s) => s.commune !== null).map((s) => s.id), aDesigner: false });
  }
  return acteurs;
}
