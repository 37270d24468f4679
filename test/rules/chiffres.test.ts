/** Règles des chiffres du diagnostic, aux limites de leurs tolérances. */
import { describe, expect, it } from 'vitest';
import { constatsDe } from './projet.ts';

const entete = 'par_defaut: { zone: Bourg-Modèle, annee: 2022, source: Insee }\nchiffres:\n';
const fichier = (...chiffres: readonly string[]): Record<string, string> => ({ 'diagnostic/01-essai.yaml': entete + chiffres.map((c, i) => `  c${String(i)}: { libelle: Chiffre ${String(i)}, ${c} }\n`).join('') });
const constats = (code: string, ...chiffres: readonly string[]): number => constatsDe(code, fichier(...chiffres)).length;

describe('calculs', () => {
  const taux = (valeur: string, unite: string, reste = ''): string => `valeur: ${valeur}, unite: ${unite}, numerateur: c1, denominateur: c2${reste}`;
  it.each([
    ['33.3', '"%"', 'valeur: 1, unite: places', 'valeur: 3, unite: enfants', 0],
    ['33.4', '"%"', 'valeur: 1, unite: places', 'valeur: 3, unite: enfants', 1],
    ['33', '"%"', 'valeur: 1, unite: places', 'valeur: 3, unite: enfants', 0],
    ['66.7', 'places pour 100 enfants', 'valeur: 2, unite: places', 'valeur: 3, unite: enfants', 0],
    ['667', 'places pour 1 000 enfants', 'valeur: 2, unite: places', 'valeur: 3, unite: enfants', 0],
    ['2.5', 'enfants par famille', 'valeur: 5, unite: enfants', 'valeur: 2, unite: familles', 0],
    ['2.6', 'enfants par famille', 'valeur: 5, unite: enfants', 'valeur: 2, unite: familles', 1],
    ['5700', '€', 'valeur: 562, unite: millions d’euros', 'valeur: 98600, unite: allocataires, arrondi: à 100 près', 0],
    ['6000', '€', 'valeur: 562, unite: millions d’euros', 'valeur: 98600, unite: allocataires, arrondi: à 100 près', 1],
    ['90', '"%"', 'valeur: 1, unite: places', 'valeur: 0, unite: enfants', 1],
    ['90', '"%"', 'valeur: 1, unite: places', 'valeur: -3, unite: enfants', 1],
    ['90', '"%"', 'valeur: 1, unite: places', 'valeur: 3, unite: enfants, precision: environ', 0],
    ['90', '"%"', 'valeur: , motif: secret statistique, unite: places', 'valeur: 3, unite: enfants', 0],
  ])('taux de %s %s pour %s sur %s : %i', (valeur, unite, haut, bas, nombre) => {
    expect(constats('CTG4208', taux(valeur, unite, unite === '€' ? ', arrondi: à 100 près' : ''), haut, bas)).toBe(nombre);
  });

  it.each([
    ['valeur: 30, unite: foyers', 'valeur: 12, unite: foyers', 'valeur: 18, unite: foyers', 0],
    ['valeur: 31, unite: foyers', 'valeur: 12, unite: foyers', 'valeur: 18, unite: foyers', 1],
    ['valeur: 33, unite: foyers', 'valeur: 10, unite: foyers, arrondi: à 5 près', 'valeur: 20, unite: foyers, arrondi: à 5 près', 0],
    ['valeur: 36, unite: foyers', 'valeur: 10, unite: foyers, arrondi: à 5 près', 'valeur: 20, unite: foyers, arrondi: à 5 près', 1],
    ['valeur: 100, unite: "%"', 'valeur: 33.3, unite: "%"', 'valeur: 66.6, unite: "%"', 0],
    ['valeur: 100, unite: "%"', 'valeur: 33.3, unite: "%"', 'valeur: 46.6, unite: "%"', 1],
    ['valeur: 0.3, unite: ETP', 'valeur: 0.1, unite: ETP', 'valeur: 0.2, unite: ETP', 0],
  ])('%s, somme de %s et %s : %i', (total, a, b, nombre) => {
    expect(constats('CTG4208', `${total}, somme_de: [c1, c2]`, a, b)).toBe(nombre);
  });
});

describe('arrondis de la Caf', () => {
  const caf = (n: number, unite = 'foyers', reste = ''): string => `valeur: ${String(n)}, unite: ${unite}, source: Caf${reste}`;
  it.each([
    [[caf(40), caf(15), caf(25)], 1],
    [[caf(40), caf(15)], 0],
    [[caf(40), caf(15), caf(26)], 0],
    [[caf(40, 'services'), caf(15, 'services'), caf(25, 'services')], 0],
    [[caf(40), caf(15), caf(25, 'foyers', ', precision: environ')], 0],
    [[caf(40, 'foyers', ', arrondi: exact'), caf(15, 'foyers', ', arrondi: exact'), caf(25, 'foyers', ', arrondi: exact')], 0],
  ])('%j : %i', (chiffres, nombre) => {
    expect(constats('CTG4211', ...chiffres)).toBe(nombre);
  });
});

describe('chiffre tapé', () => {
  const avec = (texte: string): number => constatsDe('CTG4257', { ...fichier('valeur: 71.8, unite: "%"', 'valeur: 4200, unite: habitants', 'valeur: 12, unite: familles'), 'articles/preambule.md': `${texte}\n` }).length;
  it.each([
    ['Le taux est de 71,8 %.', 1],
    ['4 200 habitants', 1],
    ['4200 habitants', 1],
    ['14 200 habitants', 0],
    ['4 200 habitantes', 0],
    ['71,85 %', 0],
    ['12 familles', 0],
    ['71,8 % et 4 200 habitants', 1],
  ])('%s : %i constat', (texte, nombre) => {
    expect(avec(texte)).toBe(nombre);
  });
});
