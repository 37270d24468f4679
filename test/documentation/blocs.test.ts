/**
 * La documentation, exécutée. Page après page, dans l'ordre de lecture :
 *   ```sh [code=1]                        chaque ligne s'exécute ; code de sortie 0, ou au moins une fois celui annoncé
 *   ```console                            `$ commande`, puis ce qu'elle affiche ; une ligne « … » en saute
 *   ```yaml fichier=plan/plan.yaml        le fichier entier, écrit dans le territoire et contrôlé par ctg
 *   ```yaml fichier=plan/plan.yaml ajout  un extrait, fondu dans le fichier qui est là
 *   … faute=CTG3001                       et ctg doit y trouver ce constat ; sans cela, aucune erreur
 *   ```yaml, ```json                      lisibles
 */
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Document, isMap, isPair, isScalar, parse, parseDocument } from 'yaml';
import { simple } from '../cli/scenario.ts';
import { exigerBati } from '../paquet/outils.ts';
import { HORS_ESSAI, parSection, sceneDe } from './hors-essai.ts';
import { type Bloc, blocsDe, PAGES } from './pages.ts';
import { Atelier, type Lieu } from './scenes.ts';

const atelier = new Atelier();
const executees: string[] = [];
const laissees = new Set<string>();
const ou = (b: Bloc): string => `${b.page}:${String(b.ligne)}`;

/** Fond un extrait dans un document : les tables se complètent, le reste se remplace. */
function fondre(doc: Document, noeud: unknown, chemin: readonly unknown[] = []): void {
  if (!isMap(noeud)) throw new Error('un extrait est une table');
  for (const pair of noeud.items) {
    if (!isPair(pair) || !isScalar(pair.key)) continue;
    const ici = [...chemin, pair.key.value];
    if (isMap(pair.value) && isMap(doc.getIn(ici))) fondre(doc, pair.value, ici);
    else doc.setIn(ici, pair.value);
  }
}

interface Rapport {
  readonly diagnostics: readonly { readonly code: string; readonly severity: string; readonly file: string | null; readonly message: string }[];
}

async function ecrireSource(bloc: Bloc, lieu: Lieu): Promise<void> {
  const fichier = bloc.options.get('fichier') ?? '';
  if (bloc.options.has('ajout')) {
    const doc = parseDocument(lieu.lire(fichier));
    fondre(doc, parseDocument(bloc.texte).contents);
    lieu.ecrire(fichier, doc.toString({ lineWidth: 0, flowCollectionPadding: false }));
  } else lieu.ecrire(fichier, bloc.texte);
  const { dit } = await lieu.executer('ctg validate --stade projet --format json 2> /dev/null');
  const { diagnostics } = JSON.parse(dit) as Rapport;
  const dedans = diagnostics.filter((d) => d.file === fichier);
  const faute = bloc.options.get('faute');
  if (faute !== undefined) expect(dedans.map((d) => d.code), ou(bloc)).toContain(faute);
  else expect(dedans.filter((d) => d.severity === 'erreur'), ou(bloc)).toEqual([]);
}

async function executer(bloc: Bloc, place: () => Lieu): Promise<void> {
  const attendu = Number(bloc.options.get('code') ?? 0);
  const codes: number[] = [];
  for (const brute of bloc.texte.split('\n')) {
    const ligne = brute.replace(/\s+#\s.*$/, '').trim();
    if (ligne === '' || ligne.startsWith('#')) continue;
    if (HORS_ESSAI.some((h) => h.page === bloc.page && h.ligne === ligne)) {
      laissees.add(`${bloc.page} ${ligne}`);
      continue;
    }
    const { code, dit } = await place().executer(ligne);
    executees.push(ligne);
    expect([0, attendu], `${ou(bloc)} : ${ligne}\n${dit}`).toContain(code);
    codes.push(code);
  }
  if (attendu !== 0) expect(codes, ou(bloc)).toContain(attendu);
}

async function montrer(bloc: Bloc, lieu: Lieu): Promise<void> {
  const [commande = '', ...montre] = bloc.texte.trimEnd().split('\n');
  expect(commande, ou(bloc)).toMatch(/^\$ ctg /);
  const { dit } = await lieu.executer(commande.slice(2));
  executees.push(commande.slice(2));
  const lignes = simple(dit).split('\n');
  let depuis = 0;
  let saut = false;
  for (const attendue of simple(montre.join('\n')).split('\n')) {
    if (attendue === '…') {
      saut = true;
      continue;
    }
    const at = lignes.indexOf(attendue, depuis);
    expect(at, `${ou(bloc)} : « ${attendue} » n’est pas affiché ici\n${dit}`).toBeGreaterThanOrEqual(depuis);
    if (!saut) expect(lignes[depuis], ou(bloc)).toBe(attendue);
    [depuis, saut] = [at + 1, false];
  }
  if (!saut) expect(lignes.slice(depuis), ou(bloc)).toEqual([]);
}

async function jouer(bloc: Bloc, place: () => Lieu): Promise<void> {
  if (bloc.langue === 'sh') return executer(bloc, place);
  const lieu = place();
  if (bloc.langue === 'console') return montrer(bloc, lieu);
  if (bloc.options.has('fichier')) return ecrireSource(bloc, lieu);
  if (bloc.langue === 'yaml') expect(() => parse(bloc.texte) as unknown, ou(bloc)).not.toThrow();
  else if (bloc.langue === 'json') expect(() => JSON.parse(bloc.texte) as unknown, ou(bloc)).not.toThrow();
  else expect(['markdown', 'handlebars', 'text', 'ts', 'diff'], `${ou(bloc)} : langue inconnue`).toContain(bloc.langue);
}

describe.skipIf(process.platform === 'win32')('les blocs de la documentation', () => {
  beforeAll(async () => {
    exigerBati();
    await atelier.preparer();
  });
  afterAll(() => atelier.rendre());

  const suites = PAGES.flatMap((page) => {
    const blocs = blocsDe(page);
    const sections = parSection(page) ? [...new Set(blocs.map((b) => b.section))] : [''];
    return sections.map((section) => ({ nom: path.posix.join(page, section.replaceAll('/', '∕')), ...sceneDe(page, section), blocs: parSection(page) ? blocs.filter((b) => b.section === section) : blocs }));
  }).filter(({ blocs }) => blocs.length > 0);

  describe.concurrent('se jouent dans l’ordre', () => {
    it.each(suites)('$nom', { timeout: 240_000 }, async ({ scene, neuve, blocs }) => {
      let lieu = atelier.ouvrir(scene);
      const ailleurs = (): Lieu => (neuve ? (lieu = atelier.ouvrir(scene)) : lieu);
      for (const bloc of blocs) await jouer(bloc, ailleurs);
    });
  });

  it('rien n’est laissé de côté sans raison', () => {
    expect(executees.length).toBeGreaterThan(25);
    expect(HORS_ESSAI.filter((h) => !laissees.has(`${h.page} ${h.ligne}`))).toEqual([]);
    expect(HORS_ESSAI.length).toBeLessThanOrEqual(12);
    expect(HORS_ESSAI.filter((h) => h.raison.length < 15)).toEqual([]);
  });
});
