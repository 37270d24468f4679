/** Fautes que le hasard a trouvées, gardées une à une. */
import { afterEach, expect, it, vi } from 'vitest';
import { corriger } from '../../src/cli/corrections.ts';
import { compile } from '../../src/pipeline/compile.ts';
import { compiler, fichiersExemple, hote } from '../golden/atelier.ts';
import { fourreTout, unPdf } from '../parite/fourre-tout.ts';

afterEach(() => vi.restoreAllMocks());

it('un PDF joint dont un objet est abîmé est refusé, et pdf-lib ne parle pas à la place de ctg', async () => {
  const dire = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const pdf = new TextDecoder('latin1').decode(await unPdf(3));
  const abime = Uint8Array.from(pdf.replace(/ 0 obj\n<</, ' 0 obj\n@@'), (c) => c.charCodeAt(0));
  const { diagnostics } = await compiler({ ...(await fourreTout()), 'annexes/portrait.pdf': abime });
  expect(diagnostics.filter((d) => d.code === 'CTG0011').map((d) => d.span?.file)).toEqual(['annexes/portrait.md']);
  expect(dire).not.toHaveBeenCalled();
});

it('--fix corrige d’un coup un fichier où trente lignes cachent chacune la suivante', async () => {
  const actions = [...Array(30).keys()].map((i) => `          a${String(i)}:\n            titre: Action ${String(i)} : première étape\n            echeances: [2027]\n`).join('');
  const fichiers = { ...fichiersExemple('minimal'), 'plan/plan.yaml': `axes:\n  accueil:\n    titre: Accueil\n    pilotes: [commune]\n    objectifs:\n      offre:\n        titre: Offre\n        actions:\n${actions}` };
  const lire = (f: Readonly<Record<string, string | Uint8Array>>) => corriger(hote(f), (host) => compile(host, { targets: [] }));
  const [fait, ...autres] = await lire(fichiers);
  expect(autres).toEqual([]);
  expect(fait?.faites).toHaveLength(30);
  expect(await lire({ ...fichiers, 'plan/plan.yaml': fait?.apres ?? '' })).toEqual([]);
});

it('un retour de ligne isolé (fichier d’un ancien Mac) est montré, au lieu de passer dans un nom de champ', async () => {
  const minimal = fichiersExemple('minimal');
  const texte = new TextDecoder().decode(minimal['convention.yaml']);
  const { diagnostics } = await compiler({ ...minimal, 'convention.yaml': `\r${texte.slice(1)}` });
  expect(diagnostics.map((d) => [d.code, d.span?.start, d.span?.end])).toContainEqual(['CTG1013', 0, 1]);
  const { diagnostics: aucun } = await compiler({ ...minimal, 'convention.yaml': texte.replaceAll('\n', '\r\n') });
  expect(aucun).toEqual([]);
});
