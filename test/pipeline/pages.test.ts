/** « 29 pages », écrit dans un acte qui en a un autre nombre : le défaut de la convention du Creusot, à la compilation. */
import { appendFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { copier, ctg, dansUnDossier } from '../cli/outils.ts';
import { simple } from '../cli/scenario.ts';

it('un nombre de pages annoncé ailleurs et faux arrête la compilation ; juste, il passe', async () => {
  await dansUnDossier(async (cwd) => {
    copier('minimal', path.join(cwd, 'faux'));
    appendFileSync(path.join(cwd, 'faux/convention.yaml'), 'nombres_annonces:\n  pages: 29\n');
    const faux = await ctg(['build', 'faux', '--cible', 'html'], { cwd });
    const dit = simple(`${faux.sortie}${faux.erreur}`);
    expect([faux.code, dit]).toEqual([1, expect.stringContaining('CTG7006')]);
    expect(dit).toContain('Le nombre de pages annoncé est 29 ; celui de l’acte est');
    expect(dit).toMatch(/convention\.yaml:\d+:\d+/);
    expect(existsSync(path.join(cwd, 'faux/sortie/convention.html'))).toBe(false);

    const compte = /celui de l’acte est (\d+)/.exec(dit)?.[1] ?? '0';
    copier('minimal', path.join(cwd, 'juste'));
    appendFileSync(path.join(cwd, 'juste/convention.yaml'), `nombres_annonces:\n  pages: ${compte}\n`);
    expect((await ctg(['build', 'juste', '--cible', 'html'], { cwd })).code).toBe(0);
  });
});
