/** Règles qui lisent les textes : ce qu'elles voient, et surtout ce qu'elles doivent laisser. */
import { describe, expect, it } from 'vitest';
import { constatsDe } from './projet.ts';

const dans = (code: string, texte: string): number => constatsDe(code, { 'articles/preambule.md': `${texte}\n` }).length;

describe('renvois tapés', () => {
  it.each([
    ['voir l’article 6', 1],
    ['voir l’annexe n° 3.', 1],
    ['aux articles 4 et 5 de la présente convention', 1],
    ['l’article 9 de la convention et l’annexe 2', 1],
    ['l’article 1er', 1],
    ['l’article 6 de la loi n° 78-17', 0],
    ['les articles 12, 13 et 14 du décret', 0],
    ['l’article L. 263-1 du Code de la sécurité sociale', 0],
    ['l’article 30 du RGPD', 0],
    ['le RGPD, notamment son article 30', 0],
    ['l’article 3 de la convention de délégation', 0],
    ['l’article 2 du contrat de ville', 0],
    ['quatre articles 100 % coton', 0],
    ['un article de presse', 0],
  ])('%s : %i constat', (texte, nombre) => {
    expect(dans('CTG4053', texte)).toBe(nombre);
  });

  it('réunit tous les renvois en un constat', () => {
    expect(dans('CTG4053', 'L’article 6, l’annexe 3 et l’article 9.\n\nL’annexe 4.')).toBe(1);
  });
});

describe('périodes tapées', () => {
  it.each([
    ['La convention couvre les années 2026-2029.', 0],
    ['La convention couvre les années 2025-2028.', 1],
    ['La CTG va de 2026 à 2030.', 1],
    ['La CTG va du 1er janvier 2026 au 31 décembre 2029.', 0],
    ['La CTG va du 2 janvier 2026 au 31 décembre 2029.', 1],
    ['La CTG succède au contrat enfance et jeunesse 2022-2025.', 0],
    ['La CTG précédente couvrait 2022-2025.', 0],
    ['Le schéma départemental 2024-2030 guide la CTG.', 0],
    ['Entre 2013 et 2018, la population a baissé.', 0],
    ['Année scolaire 2024-2025 : la CTG est prête.', 0],
    ['La convention de financement 2024-2027 suit.', 0],
  ])('%s : %i constat', (texte, nombre) => {
    expect(dans('CTG4057', texte)).toBe(nombre);
  });

  it('ne compare que la fin quand la convention court de sa signature', () => {
    const convention = "modele: quatorze-articles\nhypothese: 2\nperiode:\n  debut: signature\n  fin: '2029-12-31'\n";
    expect(constatsDe('CTG4057', { 'convention.yaml': convention, 'articles/preambule.md': 'La CTG couvre 2025-2029.\n' })).toEqual([]);
    expect(constatsDe('CTG4057', { 'convention.yaml': convention, 'articles/preambule.md': 'La CTG couvre 2025-2030.\n' })).toHaveLength(1);
  });
});

describe('données personnelles', () => {
  it.each([
    ['2 85 05 78 006 084 36', 1],
    ['1850578006084', 1],
    ['né le 3/4/2018', 1],
    ['née le 1er mars 2018', 1],
    ['+33 6 00 00 00 00', 1],
    ['06.00.00.00.00', 1],
    ['a.b@orange.fr', 1],
    ['01 99 00 00 00', 0],
    ['mairie@orange.fr', 0],
    ['contact@bourg-modele.example', 0],
    ['Les enfants nés en 2018', 0],
    ['La convention est née le jour de la signature', 0],
    ['Le relais du Val-Modèle est né le 1er mars 2018.', 0],
    ['Le relais la reçoit. Sa fille est née le 1er mars 2018.', 1],
    ['SIREN 217800291, SIRET 21780029100017', 0],
    ['3 267 778 € et 1 345 666 €', 0],
    ['n° 2024-12-11-0600000000', 0],
  ])('%s : %i constat', (texte, nombre) => {
    expect(dans('CTG4217', texte)).toBe(nombre);
  });

  it('lit aussi les fichiers YAML', () => {
    expect(constatsDe('CTG4217', { 'acteurs.yaml': 'pmi:\n  nom: PMI, 06 00 00 00 00\n' })).toEqual(['erreur acteurs.yaml:2']);
  });

  it('ne s’abaisse pas par réglage', () => {
    const reglage = "format: 1\nregles:\n  CTG4217: { gravite: information, motif: Essai }\n";
    expect(constatsDe('CTG4217', { 'ctg.yaml': reglage, 'articles/preambule.md': 'Le 06 00 00 00 00.\n' })).toEqual(['erreur articles/preambule.md:1']);
  });
});

describe('personnes nommées', () => {
  it.each([
    ['Mme Julie Témoin anime le réseau.', 1],
    ['La réponse de la famille Témoin', 1],
    ['Écrire à julie.temoin@bourg-modele.example', 1],
    ['Mme Modèle et M. Paul Exemple signent.', 0],
    ['Madame la Préfète et Monsieur le Maire', 0],
    ['Madame, Monsieur,', 0],
    ['la famille et ses proches', 0],
    ['la Maison de la famille', 0],
    ['Écrire à petite-enfance@bourg-modele.example', 0],
  ])('%s : %i constat', (texte, nombre) => {
    expect(dans('CTG4267', texte)).toBe(nombre);
  });
});
