import { describe, expect, it } from 'vitest';
import { read } from '../architecture/scan.ts';

interface Paquet {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const { packages } = JSON.parse(read('package-lock.json')) as { packages: Readonly<Record<string, Paquet>> };
const noms = Object.keys(packages).filter((nom) => nom !== '');

describe('package-lock.json', () => {
  it('nomme chaque paquet avec son empreinte, et aucun registre', () => {
    expect(noms.length).toBeGreaterThan(100);
    expect(noms.filter((nom) => packages[nom]?.integrity === undefined)).toEqual([]);
    expect(noms.filter((nom) => packages[nom]?.resolved !== undefined)).toEqual([]);
  });

  it('contient les variantes de chaque système, sans quoi npm ci échoue', () => {
    const variantes = noms.flatMap((nom) => Object.keys(packages[nom]?.optionalDependencies ?? {}));
    expect(variantes.length).toBeGreaterThan(20);
    expect(variantes.filter((nom) => !noms.some((n) => n === `node_modules/${nom}` || n.endsWith(`/node_modules/${nom}`)))).toEqual([]);
  });
});
