import type { Command } from 'commander';
import { bash } from './bash.ts';
import { fish } from './fish.ts';
import { powershell } from './powershell.ts';
import type { SHELLS } from './shells.ts';
import { type CommandWords, commandWords } from './words.ts';
import { zsh } from './zsh.ts';

export type Shell = (typeof SHELLS)[number];

const WRITERS: Readonly<Record<Shell, (root: CommandWords) => string>> = { bash, zsh, fish, powershell };

/** Le script d'autocomplétion d'un interpréteur de commandes, tiré de la grammaire. */
export const completionScript = (program: Command, shell: Shell): string => WRITERS[shell](commandWords(program));
