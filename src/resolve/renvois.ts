/** Les renvois écrits dans les textes : `[](chiffre:population)`, `[](article:duree)`. */
import { extrait } from '../base/caracteres.ts';
import { diagnostic } from '../base/catalogue/index.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { codeLangue, conseilLangue } from '../base/langues.ts';
import { suggest } from '../base/suggestion.ts';
import type { ResolveInput } from './input.ts';
import type { Projet, Renvoi } from './projet.ts';
import { cafAbsente } from './signataires.ts';

/** Ce qu'un texte peut citer, et ce que le renvoi imprime. Source de la référence générée. */
export const GENRES_RENVOI = {
  chiffre: 'un chiffre du diagnostic, avec son unité ; chiffre:nom/Zone cite une comparaison',
  lettres: 'un chiffre entier du diagnostic, en lettres et au masculin, sans son unité',
  chiffres: 'un groupe de chiffres (nom du fichier), seul dans son paragraphe',
  article: 'le numéro d’un article',
  annexe: 'le numéro d’une annexe',
  action: 'l’intitulé d’une action du plan',
  fiche: 'le numéro d’une fiche-action',
  acteur: 'le nom d’un signataire ou d’un acteur',
  axe: 'l’intitulé d’un axe, d’un enjeu ou d’un objectif',
  indicateur: 'le libellé d’un indicateur',
  instance: 'le nom d’une instance',
  compte: 'un nombre que ctg compte, en lettres',
  convention: 'un fait de l’acte',
  pages: 'le nombre total de pages (pages:total)',
} as const;
export type GenreRenvoi = keyof typeof GENRES_RENVOI;

export const COMPTES = ['signataires', 'communes', 'communes_signataires', 'axes', 'objectifs', 'actions', 'fiches', 'annexes', 'equipements', 'instances', 'postes'] as const;
export const FAITS = ['titre', 'annees', 'prend_effet', 'fin', 'duree', 'lieu'] as const;

/** `[welcome pack](langue:en)` : la forme d'un renvoi, mais elle dit la langue d'un passage au lieu de désigner quelque chose. */
export const LANGUE = 'langue';

/** Sépare un lien en genre et identifiant ; null si ce n'est pas un renvoi (adresse externe, chemin). */
export function splitRenvoi(url: string): { readonly genre: string; readonly id: string } | null {
  const parts = /^([a-zé-]+):([^/].*)?$/i.exec(url);
  if (parts === null || /^(https?|mailto|tel|ftp|file|data|javascript):/i.test(url)) return null;
  return { genre: (parts[1] as string).toLowerCase(), id: decodeURIComponent((parts[2] ?? '').replace(/%(?![0-9a-f]{2})/gi, '%25')) };
}

export function checkRenvois(projet: Omit<Projet, 'textes' | 'renvois'>, renvois: readonly Renvoi[], input: ResolveInput, diagnostics: Diagnostic[]): void {
  const pieces = projet.modele?.pieces ?? [];
  const known: Readonly<Record<GenreRenvoi, { readonly ids: readonly string[]; readonly quoi: string; readonly ou: string; readonly from: readonly string[] }>> = {
    chiffre: { ids: [...projet.chiffres.values()].flatMap((c) => [c.id, ...(c.value.comparaisons ?? []).map((x) => `${c.id}/${x.zone}`)]), quoi: 'Aucun chiffre', ou: 'le dossier diagnostic/', from: ['diagnostic'] },
    lettres: { ids: [...projet.chiffres.keys()], quoi: 'Aucun chiffre', ou: 'le dossier diagnostic/', from: ['diagnostic'] },
    chiffres: { ids: projet.diagnostic.map((g) => g.id), quoi: 'Aucun groupe de chiffres', ou: 'le dossier diagnostic/', from: ['diagnostic'] },
    article: { ids: pieces.filter((p) => p.kind !== 'annexe').map((p) => p.id), quoi: 'Aucun article', ou: 'le modèle choisi', from: ['modele', 'convention', 'article'] },
    annexe: { ids: pieces.filter((p) => p.kind === 'annexe').map((p) => p.id), quoi: 'Aucune annexe', ou: 'le modèle choisi', from: ['modele', 'convention', 'annexe'] },
    action: { ids: projet.plan.actions.map((a) => a.id), quoi: 'Aucune action', ou: 'le dossier plan/', from: ['plan'] },
    fiche: { ids: projet.fiches.map((f) => f.id), quoi: 'Aucune fiche-action', ou: 'le dossier fiches-actions/', from: ['fiche-action'] },
    acteur: { ids: [...projet.acteurs.keys()], quoi: 'Aucun acteur', ou: 'signataires/ et acteurs.yaml', from: ['signataire', 'acteurs'] },
    axe: { ids: projet.plan.noeuds.map((n) => n.id), quoi: 'Aucun axe ni objectif', ou: 'le dossier plan/', from: ['plan'] },
    indicateur: { ids: projet.indicateurs.map((i) => i.id), quoi: 'Aucun indicateur', ou: 'indicateurs.yaml', from: ['indicateurs'] },
    instance: { ids: projet.instances.map((i) => i.id), quoi: 'Aucune instance', ou: 'gouvernance.yaml', from: ['gouvernance'] },
    compte: { ids: COMPTES, quoi: 'Aucun compte', ou: `la liste : ${COMPTES.join(', ')}`, from: [] },
    convention: { ids: FAITS, quoi: 'Aucun fait de l’acte', ou: `la liste : ${FAITS.join(', ')}`, from: [] },
    pages: { ids: ['total'], quoi: 'Aucun compte de pages', ou: 'pages:total', from: [] },
  };
  const genres = [...Object.keys(known), LANGUE];
  for (const { genre, id, span } of renvois) {
    if (genre === LANGUE) {
      if (codeLangue(id) === null) diagnostics.push(diagnostic('CTG3020', { code: extrait(id), faute: 'code', suggestion: conseilLangue(id) }, span));
      continue;
    }
    const target = Object.hasOwn(known, genre) ? known[genre as GenreRenvoi] : undefined;
    if (target === undefined) {
      diagnostics.push(diagnostic('CTG3006', { lien: extrait(`${genre}:${id}`), suggestion: suggest(`${genre}:${id}`, genres.map((g) => `${g}:${id}`)), formes: genres.map((g) => `${g}:…`) }, span));
    } else if (projet.modele === null && (genre === 'article' || genre === 'annexe')) {
      // Modèle inconnu ou invalide, déjà signalé : tous les renvois à ses pièces sembleraient faux.
    } else if (!target.ids.includes(id) && !target.from.some((kind) => input.incomplets.has(kind)) && !((genre === 'acteur' || genre === 'signataire') && cafAbsente(projet.signataires, id))) {
      diagnostics.push(diagnostic('CTG3001', { quoi: target.quoi, id, suggestion: suggest(id, target.ids), ou: target.ou }, span));
    }
  }
}
