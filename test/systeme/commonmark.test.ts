import { beforeAll, describe, expect, it } from 'vitest';
import type { CompileResult } from '../../src/pipeline/compile.ts';
import { blockTexts } from '../../src/document/texte.ts';
import { compiler } from '../golden/atelier.ts';
import { absents, EXEMPLES_COMMONMARK, type ExempleCommonmark, motsAttendus, repere, territoire } from '../parite/commonmark.ts';
import { texteHtml } from '../parite/html.ts';
import { sansPoppler, textes } from '../render/pdf/poppler.ts';

/** Ce que ctg refuse dans un texte d'auteur, et combien d'exemples de la spécification y tombent. */
const REFUS: Readonly<Record<string, number>> = {
  /** Lien vers une adresse qui n'est ni http, ni https, ni mailto : un acte ne renvoie pas à un fichier voisin. */
  CTG6005: 97,
  /** Image au chemin qui sort du territoire. */
  CTG0007: 14,
  /** Image absente. */
  CTG0013: 6,
  /** Renvoi mal formé : `<localhost:5001/foo>` se lit comme un renvoi. */
  CTG3006: 1,
  /** Caractère absent des polices. */
  CTG7001: 3,
};

describe('les 652 exemples de CommonMark', () => {
  let gardes: readonly ExempleCommonmark[];
  let r: CompileResult;
  const refus = new Map<number, string>();

  beforeAll(async () => {
    // Un premier passage sans rendu dit les refus ; les suivants, ce que les polices ne savent pas écrire.
    gardes = EXEMPLES_COMMONMARK;
    for (let passage = 0; passage < 4; passage++) {
      r = await compiler(territoire(gardes), { targets: passage === 0 ? [] : ['pdf', 'html'] });
      const fautes = r.diagnostics.filter((d) => d.severity === 'erreur');
      if (fautes.length === 0 && passage > 0) break;
      for (const d of fautes) {
        const n = Number(/x(\d{4})\.md$/.exec(d.span?.file ?? '')?.[1]);
        if (Number.isNaN(n)) throw new Error(`${d.code} ${d.span?.file ?? ''} ${d.message}`);
        if (!refus.has(n)) refus.set(n, d.code);
      }
      gardes = gardes.filter((e) => !refus.has(e.number));
    }
  }, 300_000);

  it('sont presque tous admis ; les refus sont comptés par motif', () => {
    const comptes: Record<string, number> = {};
    for (const code of refus.values()) comptes[code] = (comptes[code] ?? 0) + 1;
    expect(EXEMPLES_COMMONMARK).toHaveLength(652);
    expect(comptes).toEqual(REFUS);
    expect(r.outputs.map((o) => o.path)).toEqual(['convention.pdf', 'convention.html']);
  });

  const manques = (texteDe: (e: ExempleCommonmark) => string): readonly string[] =>
    gardes.flatMap((e) => {
      const perdus = absents(motsAttendus(e.html), texteDe(e));
      return perdus.length === 0 ? [] : [`${String(e.number)} (${e.section}) : ${perdus.join(' ')}`];
    });

  it('mettent tous leurs mots dans l’arbre', () => {
    const textesDe = new Map(r.tree?.pieces.map((p) => [p.title, p.children.flatMap((b) => blockTexts(b)).join('\n')]));
    expect(manques((e) => textesDe.get(repere(e.number)) ?? '')).toEqual([]);
  });

  it('mettent tous leurs mots dans la page HTML', () => {
    const page = texteHtml(new TextDecoder().decode(r.outputs[1]?.bytes));
    const parts = new Map(page.split(/(?=Repère\d{4})/).map((s) => [s.slice(0, 10), s]));
    expect(parts.size).toBe(gardes.length + 1);
    expect(manques((e) => parts.get(repere(e.number)) ?? '')).toEqual([]);
  });

  it.skipIf(sansPoppler)('mettent tous leurs mots dans le PDF', () => {
    const pages = textes(r.outputs[0]?.bytes as Uint8Array);
    // Le sommaire nomme aussi chaque article : on part du corps.
    const corps = pages.slice(pages.findIndex((p) => p.startsWith('Entre les soussignés'))).map((p) => p.replace(/\nConvention territoriale globale – Bourg-Modèle PROJET[\s\S]*$/, '').replace(/^\d+\.\n/gm, ''));
    const parts = new Map(corps.join('\n').split(/(?=Repère\d{4})/).map((s) => [s.slice(0, 10), s]));
    expect(parts.size).toBe(gardes.length + 1);
    expect(manques((e) => parts.get(repere(e.number)) ?? '')).toEqual([]);
  });

  it('voit un mot perdu', () => expect(absents(['un', 'deux', 'trois'], 'un trois')).toEqual(['deux']));
});
