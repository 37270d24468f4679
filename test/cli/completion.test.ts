import { Command } from 'commander';
import { expect, it } from 'vitest';
import { bash } from '../../src/cli/completion/bash.ts';
import { fish } from '../../src/cli/completion/fish.ts';
import { commandWords, flat } from '../../src/cli/completion/words.ts';
import { zsh } from '../../src/cli/completion/zsh.ts';

const programme = (): Command => {
  const p = new Command('ctg');
  const reprise = p.command('import').description('reprend l’existant');
  reprise.command('plan').description('reprend un plan : tableau').argument('<fichier>').option('-o, --sortie <dossier>', 'où écrire [ici]');
  return p;
};

it('descend dans les sous-commandes, et reconnaît fichiers et dossiers à leur nom', () => {
  const mots = flat(commandWords(programme()));
  expect(mots.map((m) => m.path)).toEqual(['ctg', 'ctg import', 'ctg import plan']);
  expect(mots[2]?.argument).toEqual({ kind: 'fichier' });
  expect(mots[2]?.options[0]).toEqual({ long: '--sortie', short: '-o', description: 'où écrire [ici]', value: { kind: 'dossier' } });
  expect(mots[2]?.description).toBe('reprend un plan');
});

it('protège apostrophes et crochets de chaque interpréteur', () => {
  const mots = commandWords(programme().description("l'acte"));
  expect(bash(mots)).toContain("'ctg import plan -o' | 'ctg import plan --sortie'");
  expect(zsh(mots)).toContain('où écrire \\[ici\\]');
  expect(fish(mots)).toContain("-l sortie -s o -x -a '(__fish_complete_directories)'");
});
