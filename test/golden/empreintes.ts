/** Empreintes des sorties, une par ligne : les octets mêmes, car ctg comprime pareil sur toute machine. */
import { createHash } from 'node:crypto';
import type { Output } from '../../src/pipeline/compile.ts';

export const empreintes = (outputs: readonly Output[]): string => outputs.map((o) => `${createHash('sha256').update(o.bytes).digest('hex')}  ${o.path}\n`).join('');
