import { describe, expect, it } from 'vitest';
import { plusJours } from '../../src/rules/aide/periode.ts';
import { constatsDe } from './projet.ts';

const commune = (deliberation: string, reste = "siren: '200000008'"): string =>
  `categorie: commune\ncommune: Bourg-Modèle\n${reste}\nrepresentants:\n  - { civilite: Mme, prenom: Jeanne, nom: Modèle, qualite: maire }\ndeliberation: ${deliberation}\n`;
const vote = (deliberation: string, autres: Readonly<Record<string, string>> = {}) => ({ 'signataires/02-commune.yaml': commune(deliberation), ...autres });
const nombreDe = (code: string, fichiers: Readonly<Record<string, string>>): number => constatsDe(code, fichiers).length;
const ctg = (stade: string): string => `format: 1\nstade: ${stade}\n`;
const convention = (reste: string): string => `modele: quatorze-articles\nhypothese: 2\nperiode: { debut: '2026-01-01', fin: '2029-12-31' }\n${reste}`;
const territoire = (habitants: number, reste = ''): string => `nom: Bourg-Modèle\ntype: commune\ndepartement: Val-Modèle\ncommunes:\n  - { nom: Bourg-Modèle, population: ${String(habitants)} }\n${reste}`;

describe('jours', () => {
  it('passent les mois et les années', () => {
    expect([plusJours('2025-02-26', 4), plusJours('2024-02-26', 4), plusJours('2025-12-30', 3), plusJours('2025-05-01', 0)]).toEqual(['2025-03-02', '2024-03-01', '2026-01-02', '2025-05-01']);
  });
});

describe('convocation', () => {
  it.each([
    [3499, '2025-11-16', 0],
    [3499, '2025-11-17', 1],
    [3500, '2025-11-16', 1],
    [3500, '2025-11-14', 0],
    [3500, '2025-11-15', 1],
  ])('%i habitants, convoqués le %s pour le 20 : %i constat', (habitants, jour, attendu) => {
    expect(nombreDe('CTG4105', vote(`{ date: '2025-11-20', convocation: '${jour}' }`, { 'territoire.yaml': territoire(habitants) }))).toBe(attendu);
  });
});

describe('signature', () => {
  const signee = (jour: string) => ({ 'ctg.yaml': ctg('signature'), 'convention.yaml': convention(`signature: { lieu: Bourg-Modèle, date: '${jour}' }\n`) });
  const complete = "{ numero: a1, date: '2025-11-20', transmission: '2025-11-24', publication: '2025-11-25' }";

  it.each([
    ['2025-11-26', 0],
    ['2025-11-25', 1],
    ['2025-11-24', 2],
  ])('le %s, transmise le 24 et publiée le 25 : %i constat', (jour, attendu) => {
    expect(nombreDe('CTG4103', vote(complete, signee(jour)))).toBe(attendu);
  });

  it('ne dit rien avant ce stade, et ne se règle pas', () => {
    expect(nombreDe('CTG4102', vote('{}', { 'ctg.yaml': ctg('conseil') }))).toBe(0);
    const reglee = `${ctg('signature')}regles:\n  CTG4102: { gravite: ignorer, motif: essai }\n`;
    expect(constatsDe('CTG4102', vote('{}', { 'ctg.yaml': reglee }))).toEqual(['erreur signataires/02-commune.yaml:1']);
  });

  it('d’un signataire venu par avenant se compare à l’avenant', () => {
    const nouveau = { 'signataires/03-nouveau.yaml': "categorie: syndicat\nnom: Syndicat du Val-Modèle\nrepresentants:\n  - { civilite: M., prenom: Paul, nom: Exemple, qualite: président }\ndeliberation: { numero: b2, date: '2027-03-01', transmission: '2027-03-05', publication: '2027-03-05' }\nadhesion: { avenant: nouveau }\n" };
    const avenant = (jour: string) => ({ 'avenants/01-nouveau.yaml': `objet: Adhésion\ntype: ajout de signataire\ndate: '${jour}'\n` });
    const base = vote(complete, signee('2025-12-10'));
    expect(nombreDe('CTG4102', { ...base, ...nouveau, ...avenant('2027-04-01') })).toBe(0);
    expect(nombreDe('CTG4102', { ...base, ...nouveau, ...avenant('2027-02-01') })).toBe(1);
    expect(nombreDe('CTG4103', { ...base, ...nouveau, ...avenant('2027-03-05') })).toBe(2);
  });
});

describe('votes', () => {
  it.each([
    ['presents: 27, pouvoirs: 5, votants: 32, en_exercice: 33', 0],
    ['presents: 27, pouvoirs: 5, votants: 31, non_participants: 1', 0],
    ['presents: 27, pouvoirs: 5, votants: 31', 1],
    ['presents: 27, pouvoirs: 7, en_exercice: 33', 1],
    ['votants: 34, en_exercice: 33', 1],
    ['votants: 32, pour: 30, contre: 1, abstentions: 1', 0],
    ['votants: 32, pour: 30, contre: 1, abstentions: 0, non_participants: 1', 0],
    ['votants: 32, pour: 30, contre: 1, abstentions: 0', 1],
    ['votants: 32, pour: 33', 1],
    ['pour: 10, contre: 22', 1],
    ['presents: 27', 0],
  ])('%s : %i constat', (nombres, attendu) => {
    expect(nombreDe('CTG4106', vote(`{ date: '2025-11-20', ${nombres} }`))).toBe(attendu);
  });
});

describe('accusé de réception', () => {
  it.each([
    ['99_DE-078-200000008-20251120-DEL24_081-D', 0],
    ['059-200000008-20251120-DELIB370A-DE', 0],
    ['02A-200000008-20251120-12-DE', 0],
    ['059-200000008-20251121-DELIB370A-DE', 1],
    ['059-200000009-20251121-DELIB370A-DE', 2],
    ['reçu en préfecture', 1],
  ])('%s : %i constat', (accuse, attendu) => {
    expect(nombreDe('CTG4108', vote(`{ date: '2025-11-20', accuse: '${accuse}' }`))).toBe(attendu);
  });
});

describe('matière', () => {
  it.each([
    ['8.2', 0],
    ['7.10', 0],
    ['7.11', 1],
    ['0.1', 1],
    ['8.02', 1],
  ])('%s : %i constat', (code, attendu) => {
    expect(nombreDe('CTG4109', vote(`{ date: '2025-11-20', matiere: '${code}' }`))).toBe(attendu);
  });
});

describe('personne autorisée', () => {
  it.each([
    ['le maire', 0],
    ['Jeanne MODÈLE', 0],
    ['première adjointe', 1],
  ])('%s : %i constat', (autorise, attendu) => {
    expect(nombreDe('CTG4107', vote(`{ date: '2025-11-20', autorise: '${autorise}' }`))).toBe(attendu);
  });
});

describe('petite enfance', () => {
  const conseil = { 'ctg.yaml': ctg('conseil') };

  it.each([
    [3500, '', 1],
    [3500, 'petite_enfance: { recenser: commune, informer: commune }\n', 0],
    [3501, 'petite_enfance: { recenser: commune, informer: commune }\n', 1],
    [3501, 'petite_enfance: { recenser: commune, informer: commune, planifier: commune, soutenir_qualite: commune }\n', 0],
  ])('%i habitants, « %s » : %i constat', (habitants, reste, attendu) => {
    expect(nombreDe('CTG4401', { ...conseil, 'territoire.yaml': territoire(habitants, reste) })).toBe(attendu);
  });

  it('demande les quatre compétences dès qu’un groupement signe', () => {
    const syndicat = { 'signataires/03-syndicat.yaml': 'categorie: syndicat\nnom: Syndicat du Val-Modèle\nrepresentants:\n  - { civilite: M., prenom: Paul, nom: Exemple, qualite: président }\n' };
    const deux = territoire(900, 'petite_enfance: { recenser: commune, informer: commune }\n');
    expect(nombreDe('CTG4401', { ...conseil, 'territoire.yaml': deux })).toBe(0);
    expect(nombreDe('CTG4401', { ...conseil, ...syndicat, 'territoire.yaml': deux })).toBe(1);
  });

  it('ne remonte pas avant la loi', () => {
    const ancienne = { ...conseil, 'territoire.yaml': territoire(12_000), 'convention.yaml': convention('').replace('2026-01-01', '2023-01-01').replace('2029', '2026') };
    expect(nombreDe('CTG4401', { ...ancienne, ...vote("{ numero: a1, date: '2023-12-17' }") })).toBe(0);
    expect(nombreDe('CTG4401', { ...ancienne, ...vote("{ numero: a1, date: '2023-12-18' }") })).toBe(1);
  });

  it('un schéma dont aucun élément n’est situé : un constat ; un endroit inconnu : une référence inconnue', () => {
    const vaut = (reste: string) => ({ 'convention.yaml': convention(`vaut_schema_petite_enfance: true\n${reste}`) });
    expect(constatsDe('CTG4402', vaut(''))).toEqual(['avertissement convention.yaml:4']);
    expect(constatsDe('CTG4402', { ...conseil, ...vaut('') })).toEqual(['erreur convention.yaml:4']);
    expect(constatsDe('CTG3001', vaut('schema_petite_enfance:\n  besoins: annexe:diagnosti\n'))).toEqual(['erreur convention.yaml:6']);
    expect(constatsDe('CTG3001', vaut('schema_petite_enfance:\n  besoins: annexe:diagnostic\n'))).toEqual([]);
  });
});
