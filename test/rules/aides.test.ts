import { describe, expect, it } from 'vitest';
import { memoryHost } from '../../src/host/memory.ts';
import { analyze } from '../../src/pipeline/analyze.ts';
import { noCache } from '../../src/pipeline/cache.ts';
import { lendemain, plusAnnees } from '../../src/rules/aide/periode.ts';
import { mots, personne, presque } from '../../src/rules/aide/personnes.ts';

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
    const host = memoryHost({ files: { 'ctg.yaml': 'format: 1\n', [file]: text } });
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
