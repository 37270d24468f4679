/** De quoi écrire une faute en une ligne : ce qu'elle change dans le territoire sain. */
import path from 'node:path';
import { png } from '../golden/png.ts';
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

export { png };

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

/** Une image PNG réduite à ses bornes : dimensions données, aucun point. */
export function pngVide(largeur: number, hauteur: number): Uint8Array {
  const octets = png(1, 1);
  const view = new DataView(octets.buffer, octets.byteOffset);
  view.setUint32(16, largeur);
  view.setUint32(20, hauteur);
  return octets;
}

/** Des octets où `combien` d'entre eux, à partir de `ou`, sont faux. */
export function abimer(octets: Uint8Array, ou: number, combien = 1): Uint8Array {
  const copie = Uint8Array.from(octets);
  for (let i = ou; i < ou + combien; i += 1) copie[i] = (copie[i] as number) ^ 0x5a;
  return copie;
}

/** Un JPEG réduit à ses marques : tant de couleurs, tel codage. */
export function jpeg(couleurs: number, sof = 0xc0, fin = true): Uint8Array {
  return Uint8Array.from([0xff, 0xd8, 0xff, sof, 0, 8 + couleurs * 3, 8, 0, 10, 0, 10, couleurs, ...Array.from({ length: couleurs * 3 }, () => 1), 0xff, 0xda, 0, 2, 1, 2, 3, 4, ...(fin ? [0xff, 0xd9] : [])]);
}

/** Le même fichier, sous un grand nombre de noms. */
export const foule = (nombre: number, nommer: (i: number) => string, texte: string): Fichiers => Object.fromEntries(Array.from({ length: nombre }, (_, i) => [nommer(i), texte]));
