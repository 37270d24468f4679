import { describe, expect, it } from 'vitest';
import { appliquer, type Correction } from '../../src/base/correction.ts';

const change = (start: number, end: number, text: string): Correction => ({ titre: 'essai', edits: [{ span: { file: 'a', start, end }, text }] });

describe('corrections', () => {
  it('s’appliquent ensemble, dans n’importe quel ordre, sans toucher au reste', () => {
    expect(appliquer('un # deux\ntrois', [change(0, 2, 'UN'), change(10, 15, 'TROIS')]).text).toBe('UN # deux\nTROIS');
    expect(appliquer('un # deux\ntrois', [change(10, 15, 'TROIS'), change(0, 2, 'UN')]).text).toBe('UN # deux\nTROIS');
  });

  it('qui se chevauchent : la première seule', () => {
    const { text, appliquees } = appliquer('abcdef', [change(0, 3, 'X'), change(2, 5, 'Y')]);
    expect(text).toBe('Xdef');
    expect(appliquees).toHaveLength(1);
  });
});
