/**
 * Les règles attrapent-elles les fautes ? Un changement à la fois, dans des territoires sains : un constat nouveau doit paraître.
 * L'intégration continue essaie un échantillon fixe et ne laisse pas la part attrapée baisser ; `npm run mutations` en essaie
 * bien plus, montre ce que rien n'attrape, et écrit acquis.json et les tableaux de docs/mutations.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { RACINE } from '../golden/atelier.ts';
import { type Bilan, bilan, tableaux } from './bilan.ts';
import { Juge } from './jugement.ts';
import { territoires } from './territoire.ts';
import { SORTES, tirer } from './tirage.ts';

const LONG = process.env['npm_lifecycle_event'] === 'mutations';
const ACQUIS = path.join(import.meta.dirname, 'acquis.json');
const PAGE = path.join(RACINE, 'docs/mutations.md');
const tous = await territoires();
const juges = new Map(tous.map((t) => [t.nom, new Juge(t)]));

async function juger(essais: ReturnType<typeof tirer>): Promise<Bilan> {
  const verdicts = [];
  for (const essai of essais) {
    const juge = juges.get(essai.territoire.nom) as Juge;
    verdicts.push({ sorte: essai.sorte, ou: `${essai.territoire.nom}/${essai.ou}`, verdict: await juge.juger(essai.fichiers()) });
  }
  return bilan(verdicts);
}

/** L'échantillon de l'intégration continue : au plus trois changements de chaque sorte. */
const echantillon = tirer(tous, 2, 3);

describe('les fautes que l’on commet', () => {
  it.each(tous.map((t) => [t.nom, t] as const))('%s : intact, ou seulement réécrit par yaml, rien de nouveau', async (nom, t) => {
    const juge = juges.get(nom) as Juge;
    const recrits = Object.assign({}, t.fichiers, ...t.noms(/\.yaml$/).map((f) => ({ [f]: t.remanier(f, () => undefined)[f] })));
    expect(await juge.juger(t.fichiers)).toEqual({ stade: null, codes: [] });
    expect(await juge.juger(recrits)).toEqual({ stade: null, codes: [] });
    expect((await juge.constats('projet')).filter((d) => d.severity === 'erreur')).toEqual([]);
  }, 60_000);

  it('chaque sorte a de quoi s’essayer, et chaque changement change quelque chose', () => {
    for (const sorte of Object.keys(SORTES)) expect(echantillon.filter((e) => e.sorte === sorte).length, sorte).toBeGreaterThan(0);
    expect(echantillon.length).toBeGreaterThanOrEqual(300);
    for (const essai of echantillon) expect(essai.fichiers(), essai.ou).not.toEqual(essai.territoire.fichiers);
  }, 60_000);

  it.skipIf(LONG)('l’échantillon : aucune sorte n’est moins attrapée qu’avant', async () => {
    const acquis = JSON.parse(readFileSync(ACQUIS, 'utf8')) as Readonly<Record<string, readonly [attrapees: number, essais: number]>>;
    expect(Object.keys(acquis)).toEqual(Object.keys(SORTES));
    const { parSorte } = await juger(echantillon);
    const reculs = Object.entries(parSorte).flatMap(([sorte, { essais, attrapees, perdues }]) => {
      const [avant = 0, sur = 1] = acquis[sorte] ?? [];
      return attrapees / essais < avant / sur ? [`${sorte} : ${String(attrapees)} sur ${String(essais)}, au lieu de ${String(avant)} sur ${String(sur)} ; plus rien ne voit ${perdues.join(' | ')}`] : [];
    });
    expect(reculs).toEqual([]);
  }, 600_000);

  it.runIf(LONG)('le long passage : tableaux, et ce que rien n’attrape', async () => {
    const court = await juger(echantillon);
    writeFileSync(ACQUIS, `{\n${Object.entries(court.parSorte).map(([s, b]) => `  ${JSON.stringify(s)}: [${String(b.attrapees)}, ${String(b.essais)}]`).join(',\n')}\n}\n`);
    const long = await juger(tirer(tous, Number(process.env['CTG_TIRAGES'] ?? 8), 1000));
    const page = readFileSync(PAGE, 'utf8');
    writeFileSync(PAGE, page.replace(/(<!-- mesures -->\n)[\s\S]*(<!-- fin des mesures -->)/, (_, debut: string, fin: string) => `${debut}${tableaux(long)}${fin}`));
    console.log(tableaux(long));
    for (const [sorte, { perdues }] of Object.entries(long.parSorte)) if (perdues.length > 0) console.log(`${sorte}\n${perdues.map((p) => `    ${p}`).join('\n')}`);
    expect(long.essais).toBeGreaterThan(1000);
  }, 7_200_000);
});
