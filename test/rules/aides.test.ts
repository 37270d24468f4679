import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/pipeline/analyze.ts';
import { noCache } from '../../src/pipeline/cache.ts';
import { lendemain, plusAnnees } from '../../src/rules/aide/periode.ts';
import { mots, personne, presque } from '../../src/rules/aide/personnes.ts';
import { chercheur } from '../../src/rules/aide/presque.ts';
import { intervalle } from '../../src/rules/aide/quand.ts';
import { hote } from './projet.ts';

describe('noms de personnes', () => {
  it.each([
    ['Kader Atteye', 'Kadder', 'Atteye'],
    ['M. Kader ATTEYE', 'Kadder', 'Atteye'],
    ['Yves Vernochet', 'Jean-Yves', 'Vernochet'],
    ['Kadder Ateye', 'Kadder', 'Atteye'],
    ['Gilles Lécolle', 'Gilles', 'Lécole'],
  ])('rapproche %j de %s %s', (ecrit, prenom, nom) => {
    expect(presque(mots(ecrit), personne(prenom, nom))).toBe(true);
  });

  it.each([
    ['Kadder Atteye', 'Kadder', 'Atteye'],
    ['Mme Jean-Yves VERNOCHET', 'Jean Yves', 'Vernochet'],
    ['Gilles Lecole', 'Gilles', 'Lécole'],
    ['Paul Martin', 'Jean', 'Martin'],
    ['Martin', 'Jean', 'Martin'],
    ['Bassin Nord', 'David', 'Marti'],
  ])('ne confond pas %j avec %s %s', (ecrit, prenom, nom) => {
    expect(presque(mots(ecrit), personne(prenom, nom))).toBe(false);
  });
});

describe('dates', () => {
  it('passe les mois, les années et le 29 février', () => {
    expect(['2024-02-28', '2024-02-29', '2025-02-28', '2025-12-31', '2025-04-30'].map(lendemain)).toEqual(['2024-02-29', '2024-03-01', '2025-03-01', '2026-01-01', '2025-05-01']);
    expect(plusAnnees('2024-01-01', 5)).toBe('2029-01-01');
  });
});

describe('endroit d’un passage', () => {
  const passages = (file: string, text: string, wanted: string): readonly string[] => {
    const host = hote({ 'ctg.yaml': 'format: 1\n', [file]: text });
    const { projet, sources } = analyze(host, noCache);
    return projet.textes
      .filter((t) => t.file === file && t.texte.includes(wanted))
      .map((t) => {
        const at = t.texte.lastIndexOf(wanted);
        const span = t.passage(at, at + wanted.length);
        return `${String(span.start)} ${(sources.get(file)?.text ?? '').slice(span.start, span.end)}`;
      });
  };

  it('se trouve dans un paragraphe, en comptant les occurrences', () => {
    expect(passages('annexes/a.md', '---\ntitre: A\n---\nXX puis\nXX ici\n', 'XX')).toEqual(['25 XX']);
  });

  it('se trouve dans un texte YAML, entre guillemets ou sur plusieurs lignes', () => {
    expect(passages('acteurs.yaml', "pmi:\n  nom: 'a XX b'\n", 'XX')).toEqual(['15 XX']);
    expect(passages('acteurs.yaml', 'pmi:\n  nom: >-\n    un\n    XX\n', 'XX')).toEqual(['26 XX']);
  });

  it('est le texte entier quand la source l’écrit autrement', () => {
    expect(passages('annexes/a.md', '---\ntitre: A\n---\nici &hellip; là\n', '…')).toEqual(['17 ici &hellip; là']);
  });
});

describe('moment d’une étape', () => {
  it.each([
    ['29 avril 2021', '2021-04-29 2021-04-29'],
    ['1er mars 2022', '2022-03-01 2022-03-01'],
    ['Février 2024', '2024-02-01 2024-02-29'],
    ['Juin et juillet 2022', '2022-06-01 2022-07-31'],
    ['De septembre 2021 à mars 2022', '2021-09-01 2022-03-31'],
    ['De novembre à février 2025', '2024-11-01 2025-02-28'],
    ['Du 26 au 28 septembre 2022', '2022-09-26 2022-09-28'],
    ['Les 3, 10 et 17 mai 2022', '2022-05-03 2022-05-17'],
    ['2021-2022', '2021-01-01 2022-12-31'],
    ['Rentrée 2024', '2024-01-01 2024-12-31'],
    ['Chaque année, en juin', null],
    ['Juin', null],
  ])('« %s » : %s', (quand, attendu) => {
    const lu = intervalle(quand);
    expect(lu === null ? null : `${lu.debut} ${lu.fin}`).toBe(attendu);
  });
});

describe('noms à une lettre près', () => {
  const cherche = chercheur(['Le Creusot', 'Creusot', 'Saint-Julien-sur-Dheune', 'Torcy']);
  it.each([
    ['les familles du Cresuot', ['Cresuot']],
    ['à Saint Julien sur Dheunne', ['Saint Julien sur Dheunne']],
    ['du Creusot et de Saint-Julien-sur-Dheune', []],
    ['Torcz', []],
    ['le creuset', []],
  ])('« %s »', (texte, attendus) => {
    expect(cherche(texte).map((r) => r.ecrit)).toEqual(attendus);
  });
});
