import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Theme } from '../../../src/render/theme.ts';

/** L'habillage livré. */
export const theme = parse(readFileSync(new URL('../../../templates/theme/classique.yaml', import.meta.url), 'utf8')) as Theme;
