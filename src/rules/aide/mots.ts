import { enIdentifiant, guillemets } from '../../base/francais.ts';
import { parTexte } from '../../base/memoire.ts';

/** Cite un intitulé entre guillemets, abrégé s'il est long. */
export const citer = (titre: string): string => guillemets(titre.length > 70 ? `${titre.slice(0, 69).trimEnd()}…` : titre);

/** Un texte, tel quel, dans une expression régulière ; toute apostrophe et tout blanc y valent pour les autres. */
export const litteral = (mot: string): string => mot.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[’']/g, '[’\']').replace(/\s/g, '\\s');

/** Ces mots, du plus long au plus court, comme choix d'une expression régulière. */
export const choix = (mots: readonly string[]): string => (mots.length === 0 ? '(?!)' : [...mots].sort((a, b) => b.length - a.length).map(litteral).join('|'));

const SEPARATEUR = '\n';
const partout = parTexte((mots) => new RegExp(choix(mots.split(SEPARATEUR)), 'iu'));
const entiers = parTexte((mots) => new RegExp(`(?<!\\p{L})(?:${choix(mots.split(SEPARATEUR))})(?!\\p{L})`, 'iu'));
const debuts = parTexte((mots) => new RegExp(`^(?:${choix(mots.split(SEPARATEUR))})`, 'iu'));
const cle = (mots: readonly string[]): string => (mots.length === 0 ? '\0' : mots.join(SEPARATEUR));

/** Un de ces mots, où qu'il soit dans un texte. Chaque liste n'est compilée qu'une fois. */
export const unDe = (mots: readonly string[]): RegExp => partout(cle(mots));
/** Un de ces mots, entier. */
export const motEntier = (mots: readonly string[]): RegExp => entiers(cle(mots));
/** Un de ces mots, en tête. */
export const debutParmi = (mots: readonly string[]): RegExp => debuts(cle(mots));

const singulier = parTexte((s) => enIdentifiant(s).replace(/aux\b/g, 'al').replace(/s\b/g, ''));
/** Le même nom, au pluriel près et sans égard aux accents ni à la casse. */
export const memeNom = (a: string, b: string): boolean => singulier(a) === singulier(b);
export const parmiNoms = (nom: string, noms: readonly string[]): boolean => noms.some((n) => memeNom(n, nom));
