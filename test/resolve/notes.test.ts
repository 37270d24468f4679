/** Chaque appel a sa note, chaque note un appel ; sinon un constat, à l'endroit de la faute. */
import { describe, expect, it } from 'vitest';
import { SourceText } from '../../src/base/span.ts';
import { compiler, fichiersExemple, net } from '../golden/atelier.ts';

const TETE = '---\ntitre: Essai\napres: objectifs\n---\n';
const FICHIER = 'articles/essai.md';

/** Code, gravité, ligne (celles du texte, sans l'en-tête) et passage montrés, dans l'ordre. */
async function constats(texte: string): Promise<readonly { readonly code: string; readonly severity: string; readonly montre: string; readonly message: string; readonly hint: string }[]> {
  const source = `${TETE}${texte}`;
  const { diagnostics } = await compiler({ ...fichiersExemple('minimal'), [FICHIER]: source });
  return diagnostics.filter((d) => /^CTG301[4-8]$/.test(d.code)).map((d) => {
    expect(d.span?.file).toBe(FICHIER);
    const { line } = new SourceText(FICHIER, source).position(d.span?.start ?? -1);
    return { code: d.code, severity: d.severity, montre: `${String(line - 4)}:${source.slice(d.span?.start, d.span?.end)}`, message: net(d.message), hint: net(d.hint ?? '') };
  });
}

describe('un appel sans note', () => {
  it('est une erreur, avec la clé qui ressemble', async () => {
    expect(await constats('Un[^insee] et deux[^inse].\n\n[^insee]: Note.\n')).toMatchObject([{ code: 'CTG3014', severity: 'erreur', montre: '1:[^inse]', hint: 'Vouliez-vous dire « insee » ?' }]);
  });
  it('dit comment écrire la note, ou ces signes, quand rien ne ressemble', async () => {
    const [un, ...autres] = await constats('Un[^2] et deux[^1].\n\n[^1]: Note.\n');
    expect(autres).toEqual([]);
    expect(un).toMatchObject({ code: 'CTG3014', montre: '1:[^2]' });
    expect(un?.hint).toContain('« [^2]: »');
    expect(un?.hint).toContain('écrivez \\[^2].');
  });
  it('se voit dans une liste, un tableau, une citation ; non dans du code ni échappé', async () => {
    expect((await constats('- Un[^a]\n\n> Deux[^b]\n\n| T[^c] |\n|---|\n| x |\n\n`[^d]` \\[^e] &#91;^f]\n\n    [^g]\n')).map((c) => c.montre)).toEqual(['1:[^a]', '3:[^b]', '5:[^c]']);
  });
  it('dit qu’une clé n’a pas d’espace', async () => {
    const found = await constats('Un[^note un].\n\n[^note-un]: Note.\n');
    expect(found[0]).toMatchObject({ code: 'CTG3014', montre: '1:[^note un]' });
    expect(found[0]?.message).toContain('sans espace');
    expect((await constats('Un[^a b].\n\n[^a b]: mot\n'))[0]?.hint).toContain('[^a-b]');
  });
});

describe('une note', () => {
  it('jamais appelée est un avertissement', async () => {
    expect(await constats('Un.\n\n[^perdue]: Note.\n')).toMatchObject([{ code: 'CTG3015', severity: 'avertissement', montre: '3:[^perdue]' }]);
  });
  it('en double est une erreur, à la seconde', async () => {
    expect(await constats('Un[^a].\n\n[^a]: Note.\n\n[^A]: Autre.\n')).toMatchObject([{ code: 'CTG3016', severity: 'erreur', montre: '5:[^A]' }]);
  });
  it('n’en appelle pas une autre, et ne s’appelle ni d’un titre ni d’un lien', async () => {
    const found = await constats('## Titre[^a]\n\nUn[^a] [lien[^b]](https://www.caf.fr/).\n\n[^a]: Note[^b].\n[^b]: Autre.\n');
    expect(found.map((c) => [c.code, c.montre, /est dans ([^:]+) :/.exec(c.message)?.[1]])).toEqual([['CTG3017', '1:[^a]', 'un titre'], ['CTG3017', '3:[^b]', 'un lien'], ['CTG3017', '5:[^b]', 'une note']]);
  });
  it('ne contient ni titre, ni tableau, ni image', async () => {
    const found = await constats('Un[^a].\n\n[^a]: Note.\n\n    # Titre\n\n    | A |\n    |---|\n    | b |\n\n    ![carte](carte.png)\n');
    expect(found.map((c) => [c.code, c.message.replace(/\..*/, '')])).toEqual([['CTG3018', 'Une note contient un titre'], ['CTG3018', 'Une note contient un tableau'], ['CTG3018', 'Une note contient une image']]);
  });
});

it('une note d’une fiche s’appelle de toutes ses sections, où que soit la définition', async () => {
  const fiche = '---\nactions: [relais]\n---\n[^avant]: Définie avant la première section.\n\n## Contexte\nUn[^avant], deux[^apres].\n\n## Actions à mettre en place\n- Faire\n\n## Premières étapes\n1. Étudier\n\n## Indicateurs\n- Nombre\n\n[^apres]: Définie après la dernière.\n';
  const { diagnostics } = await compiler({ ...fichiersExemple('minimal'), 'fiches-actions/01-essai.md': fiche });
  expect(diagnostics.filter((d) => d.severity === 'erreur' || /^CTG301/.test(d.code))).toEqual([]);
});
