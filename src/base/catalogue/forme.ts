import { define } from '../diagnostic.ts';
import { guillemets } from '../francais.ts';

/** CTG2xxx : forme d'un fichier, d'après son schéma. */
export const FORME = {
  CTG2001: define<{ champ: string; titre: string; exemple: string | null; conseil?: string | null }>({
    title: 'Champ obligatoire absent',
    severity: 'erreur',
    message: (p) => `Il manque ${guillemets(p.champ)}${p.titre === '' || p.titre === p.champ ? '' : ` (${p.titre})`}.`,
    hint: (p) => p.conseil ?? (p.exemple === null ? `Ajoutez une ligne ${guillemets(`${p.champ}: …`)}.` : `Par exemple : ${p.exemple}`),
  }),
  CTG2002: define<{ cle: string; suggestion: string | null; admis: readonly string[] }>({
    title: 'Clé inconnue',
    severity: 'erreur',
    message: (p) => `${guillemets(p.cle)} n’est pas un champ connu à cet endroit.`,
    hint: (p) => p.suggestion ?? `Champs admis : ${p.admis.join(', ')}.`,
  }),
  CTG2003: define<{ valeur: string; admis: readonly string[]; suggestion: string | null }>({
    title: 'Valeur non admise',
    severity: 'erreur',
    message: (p) => `${guillemets(p.valeur)} n’est pas une valeur admise.`,
    hint: (p) => `${p.suggestion === null ? '' : `${p.suggestion} `}Valeurs admises : ${p.admis.join(', ')}.`,
  }),
  CTG2004: define<{ detail: string; exemple: string | null }>({
    title: 'Valeur hors limites',
    severity: 'erreur',
    message: (p) => p.detail,
    hint: (p) => (p.exemple === null ? 'Corrigez la valeur.' : `Par exemple : ${p.exemple}`),
  }),
  CTG2005: define<{ valeur: string; attendu: string; exemple: string | null; conseil?: string | null }>({
    title: 'Valeur mal écrite',
    severity: 'erreur',
    message: (p) => `${guillemets(p.valeur)} n’a pas la forme attendue : ${p.attendu}.`,
    hint: (p) => (p.conseil != null ? p.conseil : p.exemple === null ? 'Corrigez la valeur.' : `Par exemple : ${p.exemple}`),
  }),
  CTG2006: define<{ attendu: string; recu: string; conseil: string | null }>({
    title: 'Valeur d’une autre nature',
    severity: 'erreur',
    message: (p) => `On attend ici ${p.attendu} ; le fichier contient ${p.recu}.`,
    hint: (p) => p.conseil,
  }),
  CTG2007: define<{ date: string; conseil: string }>({
    title: 'Date inexistante',
    severity: 'erreur',
    message: (p) => `Le ${p.date} n’existe pas au calendrier.`,
    hint: (p) => p.conseil,
  }),
  CTG2008: define<{ titre: string; suggestion: string | null; admis: readonly string[] }>({
    title: 'Section inconnue',
    severity: 'erreur',
    message: (p) => `${guillemets(p.titre)} n’est pas une section de fiche-action.`,
    hint: (p) => p.suggestion ?? `Sections admises : ${p.admis.join(', ')}.`,
  }),
  CTG2009: define<{ titre: string; attendu: string }>({
    title: 'Contenu de section inattendu',
    severity: 'erreur',
    message: (p) => `La section ${guillemets(p.titre)} doit contenir ${p.attendu}.`,
    hint: () => 'Commencez chaque ligne de la liste par un tiret et une espace (ou par 1., 2. pour des étapes).',
  }),
  CTG2010: define<{ titre: string }>({
    title: 'Section en double',
    severity: 'erreur',
    message: (p) => `La section ${guillemets(p.titre)} est déjà donnée plus haut.`,
    hint: () => 'Réunissez les deux sections.',
  }),
  CTG2011: define<{ ou: string }>({
    title: 'Texte hors section',
    severity: 'erreur',
    message: (p) => `Ce texte n’est sous aucun titre ${p.ou}.`,
    hint: () => 'Placez-le sous un titre, ou supprimez-le : il ne serait pas imprimé.',
  }),
} as const;
