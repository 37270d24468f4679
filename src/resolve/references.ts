/** Les références écrites dans les champs YAML : chacune doit trouver sa cible. */
import { diagnostic } from '../base/catalogue/index.ts';
import { avecCorrection, type Diagnostic } from '../base/diagnostic.ts';
import type { Span } from '../base/span.ts';
import { memeNom, suggest } from '../base/suggestion.ts';
import { checkCycles } from './cycles.ts';
import type { ResolveInput } from './input.ts';
import type { Projet } from './projet.ts';
import { cafAbsente } from './signataires.ts';

interface Target {
  readonly quoi: string;
  readonly ou: string;
  readonly ids: ReadonlySet<string>;
  /** Sortes de fichiers d'où viennent les identifiants : si l'une manque, on se tait. */
  readonly from: readonly string[];
}

type Draft = Omit<Projet, 'textes' | 'renvois'>;

/** Vérifie toutes les références d'un champ à une chose. */
export function checkReferences(projet: Draft, input: ResolveInput, diagnostics: Diagnostic[]): void {
  const target = (quoi: string, ou: string, ids: Iterable<string>, from: readonly string[]): Target => ({ quoi, ou, ids: new Set(ids), from });
  const acteurs = target('Aucun acteur', 'signataires/ et acteurs.yaml', projet.acteurs.keys(), ['signataire', 'acteurs']);
  const thematiques = target('Aucune thématique', 'strategie.yaml', projet.thematiques.keys(), ['strategie']);
  const actions = target('Aucune action', 'le dossier plan/', projet.plan.actions.map((a) => a.id), ['plan']);
  const noeuds = target('Aucun objectif', 'le dossier plan/', projet.plan.noeuds.map((n) => n.id), ['plan']);
  const chiffres = target('Aucun chiffre', 'le dossier diagnostic/', projet.chiffres.keys(), ['diagnostic']);
  const communes = new Set(projet.communes.map((c) => c.nom));

  const check = (id: string | undefined, to: Target, span: () => Span): void => {
    if (id === undefined || to.ids.has(id) || to.from.some((kind) => input.incomplets.has(kind))) return;
    // Sans aucun signataire, déjà signalé, tous les acteurs sembleraient inconnus.
    if (to === acteurs && projet.signataires.length === 0) return;
    if (to === acteurs && cafAbsente(projet.signataires, id)) return;
    diagnostics.push(diagnostic('CTG3001', { quoi: to.quoi, id, suggestion: suggest(id, to.ids), ou: to.ou }, span()));
  };
  const each = (ids: readonly string[] | undefined, to: Target, span: (i: number) => Span): void => {
    for (const [i, id] of (ids ?? []).entries()) check(id, to, () => span(i));
  };

  for (const node of projet.plan.noeuds) {
    check(node.source.thematique, thematiques, () => node.at(['thematique']));
    each(node.source.thematiques_associees, thematiques, (i) => node.at(['thematiques_associees', i]));
    each(node.source.pilotes, acteurs, (i) => node.at(['pilotes', i]));
  }
  for (const { value, at } of projet.plan.actions) {
    check(value.thematique, thematiques, () => at(['thematique']));
    each(value.thematiques_associees, thematiques, (i) => at(['thematiques_associees', i]));
    each(value.pilotes, acteurs, (i) => at(['pilotes', i]));
    each(value.partenaires, acteurs, (i) => at(['partenaires', i]));
  }
  for (const { value, at } of projet.fiches) {
    check(value.thematique, thematiques, () => at(['thematique']));
    check(value.objectif, noeuds, () => at(['objectif']));
    each(value.pilotes, acteurs, (i) => at(['pilotes', i]));
    each(value.partenaires, acteurs, (i) => at(['partenaires', i]));
    for (const [i, line] of (value.budget ?? []).entries()) check(line.financeur, acteurs, () => at(['budget', i, 'financeur']));
  }
  for (const { value, at } of projet.chiffres.values()) {
    check(value.thematique, thematiques, () => at(['thematique']));
    check(value.numerateur, chiffres, () => at(['numerateur']));
    check(value.denominateur, chiffres, () => at(['denominateur']));
    each(value.somme_de, chiffres, (i) => at(['somme_de', i]));
  }
  checkCycles(projet.chiffres, diagnostics);
  for (const { value, at } of projet.diagnostic) check(value.par_defaut?.thematique, thematiques, () => at(['par_defaut', 'thematique']));
  for (const { value, at } of projet.textesDiagnostic) check(value.thematique, thematiques, () => at(['thematique']));
  for (const { value, at } of projet.indicateurs) {
    each(value.actions, actions, (i) => at(['actions', i]));
    check(value.responsable, acteurs, () => at(['responsable']));
  }
  for (const { value, at } of projet.instances) {
    check(value.secretariat, acteurs, () => at(['secretariat']));
    each(value.copilotage, acteurs, (i) => at(['copilotage', i]));
    for (const [i, c] of (value.composition ?? []).entries()) check(c.organisme, acteurs, () => at(['composition', i, 'organisme']));
  }
  for (const { value, at } of projet.charges) {
    check(value.employeur, acteurs, () => at(['employeur']));
    each(value.thematiques, thematiques, (i) => at(['thematiques', i]));
  }
  for (const { value, at } of projet.equipements) {
    check(value.cofinanceur, acteurs, () => at(['cofinanceur']));
    if (!communes.has(value.commune) && !input.incomplets.has('territoire')) {
      diagnostics.push(avecCorrection(diagnostic('CTG3003', { nom: value.commune, suggestion: suggest(value.commune, communes) }, at(['commune'])), 'écrire le nom de la commune comme dans territoire.yaml', memeNom(value.commune, communes)));
    }
  }
  const { calendrier, territoire, convention, strategie } = projet;
  if (calendrier !== null) for (const [i, etape] of calendrier.value.entries()) each(etape.acteurs, acteurs, (j) => calendrier.at([i, 'acteurs', j]));
  if (territoire !== null) {
    for (const [i, c] of (territoire.value.competences ?? []).entries()) {
      each(c.thematiques, thematiques, (j) => territoire.at(['competences', i, 'thematiques', j]));
      each(c.exercee_par, acteurs, (j) => territoire.at(['competences', i, 'exercee_par', j]));
    }
    for (const [field, id] of Object.entries(territoire.value.petite_enfance ?? {})) check(id, acteurs, () => territoire.at(['petite_enfance', field]));
  }
  if (convention !== null) {
    each(convention.value.charte_engagement?.signataires, acteurs, (i) => convention.at(['charte_engagement', 'signataires', i]));
    const choix = (projet.modele?.value.missions ?? []).flatMap((m) => Object.keys(m.choix));
    if (projet.modele !== null) each(convention.value.missions, target('Aucune mission', 'le modèle choisi', choix, ['modele']), (i) => convention.at(['missions', i]));
  }
  if (strategie !== null) for (const [id, t] of Object.entries(strategie.value.thematiques ?? {})) each(t.couvre, thematiques, (i) => strategie.at(['thematiques', id, 'couvre', i]));
  for (const bilan of projet.bilans) for (const id of Object.keys(bilan.value.actions ?? {})) check(id, actions, () => bilan.at(['actions', id], 'key'));
  const avenants = target('Aucun avenant', 'le dossier avenants/', projet.avenants.map((a) => a.id), ['avenant']);
  for (const s of projet.signataires) check(s.value.adhesion?.avenant, avenants, () => s.at(['adhesion', 'avenant']));
}

