import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { reglagesDe } from '../../src/rules/reglages.ts';
import { constatsDe, RACINE } from './projet.ts';

const SIGLES_NATIONAUX = reglagesDe('CTG4220').liste('nationaux');

describe('sigles', () => {
  it('connus de la règle : ceux du glossaire national, et eux seuls', () => {
    const glossaire = readFileSync(path.join(RACINE, 'templates/glossaire.yaml'), 'utf8');
    const cles = [...glossaire.matchAll(/^([^#\s:]+):/gm)].map((m) => m[1]);
    expect(cles.length).toBeGreaterThan(50);
    expect([...SIGLES_NATIONAUX]).toEqual(cles);
    const courants = reglagesDe('CTG4220').liste('sigles');
    expect(courants.length).toBeGreaterThan(20);
    expect(courants.filter((s) => SIGLES_NATIONAUX.includes(s))).toEqual([]);
  });

  it.each([
    ['Le BSR est proposé.', 1],
    ['Le brevet de sécurité routière (BSR) est proposé ; le BSR est gratuit.', 0],
    ['Le BSR (brevet de sécurité routière) est proposé.', 0],
    ['La CAF et le REAAP', 0],
    ['PETITE ENFANCE ET JEUNESSE', 0],
    ['Le XXIe siècle, le chapitre XIV', 0],
    ['Écrire à BSR@ville.example', 0],
    ['Saint-ÉLOY et la rue d’ABC-Ville', 0],
  ])('%s : %i constat', (texte, nombre) => {
    expect(constatsDe('CTG4220', { 'articles/preambule.md': `${texte}\n` })).toHaveLength(nombre);
  });
});
