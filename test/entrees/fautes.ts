/** De quoi écrire une faute en une ligne : ce qu'elle change dans le territoire sain. */
import path from 'node:path';
import { type Fichiers, lireDossier } from './territoire.ts';

/** Le territoire sain, à lui : les exemples livrés vivent leur vie. */
export const MINIMAL = lireDossier(path.join(import.meta.dirname, 'sain'));

export const CONVENTION = 'convention.yaml';
export const TERRITOIRE = 'territoire.yaml';
export const COMMUNE = 'signataires/02-commune.yaml';
export const PLAN = 'plan/plan.yaml';
export const FICHE = 'fiches-actions/01-relais.md';
export const PREAMBULE = 'articles/preambule.md';

/** Contenu d'un fichier sain. */
export function contenu(fichier: string): string {
  const found = MINIMAL[fichier];
  if (found === undefined) throw new Error(`le territoire sain n’a pas de fichier ${fichier}`);
  return found;
}

/** Dans un fichier sain, un passage en remplace un autre. */
export function ici(fichier: string, avant: string, apres: string): Fichiers {
  if (!contenu(fichier).includes(avant)) throw new Error(`${fichier} ne contient pas « ${avant} »`);
  return { [fichier]: contenu(fichier).replace(avant, () => apres) };
}

/** Le titre de la première action, écrit autrement. */
export const titre = (valeur: string): Fichiers => ici(PLAN, 'titre: Ouvrir un relais petite enfance', `titre: ${valeur}`);
/** L'échéance de la première action. */
export const echeances = (valeur: string): Fichiers => ici(PLAN, 'echeances: [2026]', `echeances: ${valeur}`);
/** La fin de la convention. */
export const fin = (valeur: string): Fichiers => ici(CONVENTION, "fin: '2029-12-31'", `fin: ${valeur}`);
/** Le numéro de la délibération. */
export const numero = (valeur: string): Fichiers => ici(COMMUNE, "numero: '2025-01'", `numero: ${valeur}`);
/** Le nom de la maire. */
export const nom = (valeur: string): Fichiers => ici(COMMUNE, 'nom: Modèle', `nom: ${valeur}`);
/** Le nom du territoire. */
export const territoire = (valeur: string): Fichiers => ici(TERRITOIRE, 'nom: Bourg-Modèle\ntype', `nom: ${valeur}\ntype`);

const ENTETE = '---\nactions: [relais]\n---\n\n';
const CORPS = '## Actions à mettre en place\n\n- Ouvrir.\n\n## Indicateurs\n\n- Familles reçues.\n';
/** Une fiche-action : en-tête et corps, sains s'ils ne sont pas donnés. */
export const fiche = (entete = ENTETE, corps = CORPS): Fichiers => ({ [FICHE]: entete + corps });
export { CORPS, ENTETE };

/** Un texte du territoire dans le préambule. */
export const prose = (texte: string): Fichiers => ({ [PREAMBULE]: `${texte}\n` });

/** Un chiffre du diagnostic et sa valeur. */
export const valeur = (v: string): Fichiers => chiffres(`  habitants:\n    libelle: Habitants\n    valeur: ${v}\n`);
export const chiffres = (lignes: string): Fichiers => ({
  'diagnostic/01-population.yaml': `titre: Population\npar_defaut: { unite: habitants, annee: 2020, source: Insee, zone: Bourg-Modèle }\nchiffres:\n${lignes}`,
});

/** Une image citée par le préambule. */
export const image = (nomDuFichier: string, octets: string | Uint8Array): Fichiers => ({ ...prose(`![Carte](../images/${nomDuFichier})`), [`images/${nomDuFichier}`]: octets });
export const cite = (chemin: string): Fichiers => prose(`![Carte](<${chemin}>)`);

/** Un texte tel que l'écrit un vieux logiciel de Windows. */
export const latin1 = (texte: string): Uint8Array => Uint8Array.from(texte.replaceAll('’', "'"), (c) => c.charCodeAt(0));
export function utf16(texte: string): Uint8Array {
  const octets = new Uint8Array(texte.length * 2 + 2);
  octets.set([0xff, 0xfe]);
  for (let i = 0; i < texte.length; i++) octets.set([texte.charCodeAt(i) & 255, texte.charCodeAt(i) >> 8], 2 + i * 2);
  return octets;
}

/** Une image PNG réduite à ses bornes. */
export function png(largeur: number, hauteur: number): Uint8Array {
  const octets = new Uint8Array(60);
  octets.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const view = new DataView(octets.buffer);
  view.setUint32(16, largeur);
  view.setUint32(20, hauteur);
  octets.set([0x49, 0x45, 0x4e, 0x44], 52);
  return octets;
}

/** Le même fichier, sous un grand nombre de noms. */
export const foule = (nombre: number, nommer: (i: number) => string, texte: string): Fichiers => Object.fromEntries(Array.from({ length: nombre }, (_, i) => [nommer(i), texte]));
