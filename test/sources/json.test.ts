import { describe, expect, it } from 'vitest';
import { SourceText } from '../../src/base/span.ts';
import { parseJson } from '../../src/sources/json.ts';
import { constatsDe } from '../rules/projet.ts';

const lire = (text: string) => parseJson(new SourceText('communes.geojson', text));
const contours = (code: string, points: string): string => `{\n"type": "FeatureCollection",\n"features": [\n{ "type": "Feature",\n"properties": { "code": "${code}", "nom": "Bourg" },\n"geometry": { "type": "Polygon", "coordinates": [${points}] } }\n]}`;
const CARRE = '[[4,46],[4.1,46],[4.1,46.1],[4,46]]';

describe('un fichier JSON', () => {
  it('rend sa valeur et l’endroit de chaque chemin', () => {
    const texte = ' {"a": [1, {"b\\"c": "x"}], "d": null}';
    const [content, faults] = lire(texte);
    expect(faults).toEqual([]);
    expect(content?.value).toEqual({ a: [1, { 'b"c': 'x' }], d: null });
    const at = content?.at(['a', 1, 'b"c']);
    expect(texte.slice(at?.start, at?.end)).toBe('"x"');
    const key = content?.at(['d'], 'key');
    expect(texte.slice(key?.start, key?.end)).toBe('"d"');
    // Un chemin absent mène à ce qui le contient.
    expect(content?.at(['a', 7]).start).toBe(texte.indexOf('['));
  });
  it.each([
    ['{"a": ]', 6],
    ['{"a": 1', 6],
    [`${'['.repeat(60)}${']'.repeat(60)}`, 40],
  ])('mal formé ou trop profond est refusé à son endroit : %s', (texte, ou) => {
    const [content, faults] = lire(texte);
    expect(content).toBeNull();
    expect(faults.map((f) => [f.code, f.span?.start])).toEqual([['CTG1016', ou]]);
  });
});

describe('communes.geojson', () => {
  it.each([
    ['un code sans guillemets', contours('99001', CARRE).replace('"99001"', '99001'), 'CTG2003', 5],
    ['une latitude impossible', contours('99001', CARRE.replace('[4,46]', '[4,146]')), 'CTG2004', 6],
    ['un anneau de trois points', contours('99001', '[[4,46],[4.1,46],[4,46]]'), 'CTG2004', 6],
    ['une ligne au lieu d’une surface', contours('99001', CARRE).replace('Polygon', 'LineString'), 'CTG2004', 6],
  ])('est refusé pour %s', (_quoi, texte, code, ligne) => {
    const tous = ['CTG2001', 'CTG2003', 'CTG2004', 'CTG2005', 'CTG2006'].flatMap((c) => constatsDe(c, { 'communes.geojson': texte }).map((ou) => `${c} ${ou}`));
    expect(tous).not.toEqual([]);
    expect(tous.every((t) => t.endsWith(`communes.geojson:${String(ligne)}`)), `${tous.join()} (${code})`).toBe(true);
  });
  it('sert à la carte d’un chiffre', () => {
    const chiffre = 'chiffres:\n  x:\n    libelle: Enfants\n    valeur: 66\n    communes: {"99001": 66}\n';
    const territoire = 'nom: Bourg-Modèle\ntype: commune\ndepartement: Val-Modèle\ncommunes:\n  - {nom: Bourg-Modèle, insee: "99001"}\npetite_enfance: {recenser: commune, informer: commune}\n';
    expect(constatsDe('CTG4281', { 'diagnostic/a.yaml': chiffre, 'territoire.yaml': territoire })).toHaveLength(1);
    expect(constatsDe('CTG4281', { 'diagnostic/a.yaml': chiffre, 'territoire.yaml': territoire, 'communes.geojson': contours('99001', CARRE) })).toEqual([]);
  });
});

describe('le secret statistique', () => {
  it('vaut aussi pour les valeurs d’un graphique', () => {
    const chiffre = (reste: string): Record<string, string> => ({ 'diagnostic/a.yaml': `chiffres:\n  x:\n    libelle: Foyers aidés\n    unite: foyers\n    source: Caf\n${reste}` });
    expect(constatsDe('CTG4210', chiffre('    valeur: 40\n    evolution: [{annee: 2018, valeur: 12}, {annee: 2019, valeur: 3}]\n'))).toEqual(['erreur diagnostic/a.yaml:7']);
    expect(constatsDe('CTG4210', chiffre('    valeur:\n    motif: secret statistique\n    evolution: [{annee: 2018, valeur: 12}, {annee: 2019, valeur: 30}]\n'))).toEqual(['erreur diagnostic/a.yaml:8']);
    expect(constatsDe('CTG4210', chiffre('    valeur: 40\n    evolution: [{annee: 2018, valeur: 12}, {annee: 2019, valeur: 30}]\n'))).toEqual([]);
  });
});
