/**
 * Réduit le découpage administratif officiel (Insee, DGCL ; Licence Ouverte) à un petit fichier par département,
 * lu en moins d'une milliseconde. Une ligne par commune, puis une par EPCI dont une commune est du département.
 *
 * C	code	nom	liaison	siren	population	siren de l'EPCI
 * A	code	nom	code de la commune nouvelle        (commune déléguée ou associée)
 * E	siren	nom	type	codes des membres
 *
 * departements.tsv : le millésime, puis code	nom	liaison	région
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const PACKAGE = '@etalab/decoupage-administratif';
const data = (name) => require(`${PACKAGE}/data/${name}.json`);

/** Année des données, d'après la version du paquet (table de son README). */
export const MILLESIMES = { 6: 2026, 5: 2025, 4: 2024 };

export function writeGeographie(directory) {
  const { version } = JSON.parse(readFileSync(require.resolve(`${PACKAGE}/package.json`), 'utf8'));
  const millesime = MILLESIMES[version.split('.')[0]];
  if (millesime === undefined) throw new Error(`millésime inconnu pour ${PACKAGE} ${version}`);
  const communes = data('communes');
  const epcis = data('epci');
  const departements = data('departements');
  const regions = new Map(data('regions').map((r) => [r.code, r.nom]));
  const ofCommune = new Map(epcis.flatMap((e) => e.membres.map((m) => [m.code, e.code])));
  const byDepartement = new Map(departements.map((d) => [d.code, []]));
  const nouvelles = new Map(communes.filter((c) => c.type === 'commune-actuelle').map((c) => [c.code, c]));
  const sorted = [...communes].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : a.type < b.type ? -1 : 1));
  for (const c of sorted) {
    const lines = byDepartement.get(c.departement);
    if (lines === undefined) continue;
    if (c.type === 'commune-actuelle') lines.push(['C', c.code, c.nom, c.typeLiaison, c.siren ?? '', c.population ?? '', ofCommune.get(c.code) ?? '']);
    else if (c.chefLieu !== undefined && nouvelles.get(c.chefLieu)?.nom !== c.nom) lines.push(['A', c.code, c.nom, c.chefLieu]);
  }
  for (const e of [...epcis].sort((a, b) => (a.code < b.code ? -1 : 1))) {
    for (const departement of new Set(e.membres.map((m) => nouvelles.get(m.code)?.departement))) {
      byDepartement.get(departement)?.push(['E', e.code, e.nom, e.type, e.membres.map((m) => m.code).sort().join(' ')]);
    }
  }
  mkdirSync(directory, { recursive: true });
  let written = 0;
  for (const [code, lines] of byDepartement) {
    if (lines.length === 0) continue;
    writeFileSync(join(directory, `${code}.tsv`), `${lines.map((l) => l.join('\t')).join('\n')}\n`);
    written += lines.length;
  }
  writeFileSync(join(directory, 'departements.tsv'), `${String(millesime)}\n${departements.map((d) => [d.code, d.nom, d.typeLiaison, regions.get(d.region) ?? ''].join('\t')).join('\n')}\n`);
  if (written < 35_000) throw new Error(`découpage administratif incomplet : ${written} lignes`);
  return { millesime, written };
}
