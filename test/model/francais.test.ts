import { describe, expect, it } from 'vitest';
import { a, combien, dateEnLettres, dateExiste, de, elide, enIdentifiant, enLettres, enumeration, minusculeArticle, nombre, pluriel } from '../../src/base/francais.ts';
import { designer, designerNom, groupeCommune, sansArticle } from '../../src/resolve/denomination.ts';

describe('contractions', () => {
  it.each([
    ['Le Creusot', 'du Creusot', 'au Creusot'],
    ['le Département', 'du Département', 'au Département'],
    ['Les Bizots', 'des Bizots', 'aux Bizots'],
    ['les cinq communes', 'des cinq communes', 'aux cinq communes'],
    ['La Rochelle', 'de La Rochelle', 'à La Rochelle'],
    ['la Caf', 'de la Caf', 'à la Caf'],
    ['L’Haÿ-les-Roses', 'de L’Haÿ-les-Roses', 'à L’Haÿ-les-Roses'],
    ['l’État', 'de l’État', 'à l’État'],
    ['Aubergenville', 'd’Aubergenville', 'à Aubergenville'],
    ['Écuisses', 'd’Écuisses', 'à Écuisses'],
    ['Hyères', 'd’Hyères', 'à Hyères'],
    ['Morey', 'de Morey', 'à Morey'],
    ['Lens', 'de Lens', 'à Lens'],
    ['Lesneven', 'de Lesneven', 'à Lesneven'],
    ['Latresne', 'de Latresne', 'à Latresne'],
  ])('%s : %s, %s', (nom, avecDe, avecA) => {
    expect(de(nom)).toBe(avecDe);
    expect(a(nom)).toBe(avecA);
  });
  it('n’élide ni devant onze ni devant huit', () => {
    expect(elide('onze')).toBe(false);
    expect(de('huit communes')).toBe('de huit communes');
  });
  it('ne met en minuscule que l’article', () => {
    expect(minusculeArticle('Le Creusot')).toBe('le Creusot');
    expect(minusculeArticle('Lens')).toBe('Lens');
    expect(minusculeArticle('L’Île-d’Yeu')).toBe('l’Île-d’Yeu');
  });
});

describe('nombres en lettres', () => {
  it.each([
    [0, 'zéro', 'zéro'], [1, 'un', 'une'], [2, 'deux', 'deux'], [16, 'seize', 'seize'], [17, 'dix-sept', 'dix-sept'], [20, 'vingt', 'vingt'],
    [21, 'vingt et un', 'vingt et une'], [22, 'vingt-deux', 'vingt-deux'], [31, 'trente et un', 'trente et une'], [61, 'soixante et un', 'soixante et une'],
    [70, 'soixante-dix', 'soixante-dix'], [71, 'soixante et onze', 'soixante et onze'], [72, 'soixante-douze', 'soixante-douze'], [79, 'soixante-dix-neuf', 'soixante-dix-neuf'],
    [80, 'quatre-vingts', 'quatre-vingts'], [81, 'quatre-vingt-un', 'quatre-vingt-une'], [90, 'quatre-vingt-dix', 'quatre-vingt-dix'], [91, 'quatre-vingt-onze', 'quatre-vingt-onze'],
    [99, 'quatre-vingt-dix-neuf', 'quatre-vingt-dix-neuf'], [100, 'cent', 'cent'], [101, 'cent un', 'cent une'], [180, 'cent quatre-vingts', 'cent quatre-vingts'],
    [200, 'deux cents', 'deux cents'], [201, 'deux cent un', 'deux cent une'], [999, 'neuf cent quatre-vingt-dix-neuf', 'neuf cent quatre-vingt-dix-neuf'],
  ])('%i', (n, masculin, feminin) => {
    expect(enLettres(n)).toBe(masculin);
    expect(enLettres(n, 'f')).toBe(feminin);
  });
  it('au-delà de 999, en chiffres', () => expect(enLettres(1234)).toBe('1\u202F234'));
  it('tous les nombres de 0 à 999 se disent différemment', () => expect(new Set(Array.from({ length: 1000 }, (_, n) => enLettres(n))).size).toBe(1000));
});

describe('nombres et accords', () => {
  it.each([[0.5, '0,5'], [93305, '93\u202F305'], [1234567.25, '1\u202F234\u202F567,25'], [-12, '−12'], [999, '999'], [0, '0']])('%d', (n, texte) => expect(nombre(n)).toBe(texte));
  it('accorde à partir de deux', () => {
    expect([pluriel(0, 'an'), pluriel(1, 'an'), pluriel(1.9, 'an'), pluriel(2, 'an'), pluriel(2, 'original', 'originaux')]).toEqual(['an', 'an', 'an', 'ans', 'originaux']);
    expect(combien(1200, 'point')).toBe('1\u202F200\u00A0points');
  });
  it('énumère', () => expect([enumeration([]), enumeration(['a']), enumeration(['a', 'b']), enumeration(['a', 'b', 'c'])]).toEqual(['', 'a', 'a et b', 'a, b et c']));
  it('dit les dates, et connaît le calendrier', () => {
    expect([dateEnLettres('2024-01-01'), dateEnLettres('2027-12-31'), dateEnLettres('2024-08-09')]).toEqual(['1er\u00A0janvier 2024', '31\u00A0décembre 2027', '9\u00A0août 2024']);
    expect(['2024-02-29', '2023-02-29', '1900-02-29', '2000-02-29', '2024-13-01', '2024-04-31', '24-04-01'].map(dateExiste)).toEqual([true, false, false, true, false, false, false]);
  });
  it('fait un identifiant d’un nom', () => expect([enIdentifiant('Écuisses'), enIdentifiant('L’Haÿ-les-Roses'), enIdentifiant('Sœur Cœlia')]).toEqual(['ecuisses', 'l-hay-les-roses', 'soeur-coelia']));
});

describe('désignations', () => {
  it.each([
    ['Caisse d’allocations familiales des Yvelines', 'la Caisse d’allocations familiales des Yvelines', 'f'],
    ['Communauté urbaine Creusot Montceau', 'la Communauté urbaine Creusot Montceau', 'f'],
    ['Département de Saône-et-Loire', 'le Département de Saône-et-Loire', 'm'],
    ['Syndicat intercommunal du Val', 'le Syndicat intercommunal du Val', 'm'],
    ['Association Les Lutins', 'l’Association Les Lutins', 'f'],
    ['Établissement public de la Vallée', 'l’Établissement public de la Vallée', 'm'],
    ['État', 'l’État', 'm'],
    ['Le Relais', 'le Relais', 'm'],
  ])('%s', (nom, le, genre) => expect(designerNom(nom, undefined)).toEqual({ le, genre }));
  it('ne devine pas', () => expect(designerNom('Zébulon', undefined)).toBeNull());
  it('suit l’article donné', () => {
    expect(designerNom('Zébulon', 'le')).toEqual({ le: 'le Zébulon', genre: 'm' });
    expect(designerNom('Amicale laïque', 'la')).toEqual({ le: 'l’Amicale laïque', genre: 'f' });
    expect(designerNom('Familles rurales', 'aucun')?.le).toBe('Familles rurales');
  });
  it('fait la commune de son nom', () => {
    expect(groupeCommune('Les Bizots', undefined)).toBe('les Bizots');
    const commune = { id: 'x', nom: 'Les Bizots', groupe: groupeCommune('Les Bizots', undefined), de: 'des Bizots', officielle: null, insee: null, population: null, rang: 0 };
    expect(designer({ categorie: 'commune', commune: 'Les Bizots' }, commune)).toEqual({ le: 'la commune des Bizots', court: 'la Commune des Bizots', genre: 'f', pluriel: false });
    expect(sansArticle('la Commune des Bizots')).toBe('Commune des Bizots');
    expect(sansArticle('l’État')).toBe('État');
  });
});
