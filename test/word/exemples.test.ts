import { beforeAll, describe, expect, it } from 'vitest';
import type { DocumentTree } from '../../src/document/arbre.ts';
import { compiler, EXEMPLES, fichiersExemple, net } from '../golden/atelier.ts';
import { aligner, flux } from '../parite/alignement.ts';
import { textesAttendus, tousLesBlocs } from '../parite/attendus.ts';
import { fourreTout } from '../parite/fourre-tout.ts';
import { decoder } from '../parite/html.ts';
import { docx, manque, valider } from './outils.ts';

const CAS = [...EXEMPLES, 'fourre-tout'] as const;
interface Rendu { readonly tree: DocumentTree; readonly page: string; readonly plan: string }

async function rendre(nom: (typeof CAS)[number]): Promise<Rendu> {
  const { outputs, tree } = await compiler(nom === 'fourre-tout' ? await fourreTout() : fichiersExemple(nom), { targets: ['html', 'plan'] });
  const texte = (path: string): string => new TextDecoder().decode(outputs.find((o) => o.path === path)?.bytes);
  if (tree === null) throw new Error('pas d’arbre');
  return { tree, page: texte('convention.html'), plan: texte('plan-actions.html') };
}

describe.skipIf(manque('java', '-version'))('les pages HTML des exemples', () => {
  it('n’ont aucune erreur pour le validateur du W3C', async () => {
    const pages: Record<string, string> = {};
    for (const nom of CAS) {
      const { page, plan } = await rendre(nom);
      pages[`${nom}-convention.html`] = page;
      pages[`${nom}-plan.html`] = plan;
    }
    expect(Object.values(pages).every((p) => p.length > 5000)).toBe(true);
    expect(valider(pages).filter((m) => m.type === 'error')).toEqual([]);
  });
});

describe.skipIf(manque('soffice', '--version')).each(CAS)('la convention de %s reprise par LibreOffice', (nom) => {
  let rendu: Rendu;
  let parts: ReadonlyMap<string, string>;
  let document: string;
  const texteDe = (xml: string): string => decoder([...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(?:br|tab|noBreakHyphen)\b[^>]*\/>/g)].map((m) => m[1] ?? (m[0].includes('noBreakHyphen') ? '‑' : '\n')).join(''));
  const paragraphes = (): string[] => [...document.matchAll(/<w:p>(.*?)<\/w:p>|<w:p [^>]*>(.*?)<\/w:p>/gs)].map((m) => m[1] ?? m[2] ?? '');
  const styled = (style: string): string[] => paragraphes().filter((p) => p.includes(`<w:pStyle w:val="${style}"/>`)).map((p) => net(texteDe(p)));

  beforeAll(async () => {
    rendu = await rendre(nom);
    parts = docx(rendu.page);
    document = parts.get('word/document.xml') ?? '';
  });

  it('garde chaque titre de pièce et de fiche, dans l’ordre', () => {
    const titre = (label: string | null, title: string): string => net(label === null ? title : `${label} – ${title}`);
    expect(styled('Heading1')).toEqual([net(rendu.tree.cover.title)]);
    expect(styled('Heading2')).toEqual(rendu.tree.pieces.filter((p) => p.titled).map((p) => titre(p.label, p.title)));
    const fiches = tousLesBlocs(rendu.tree).flatMap((b) => (b.type === 'fiche-action' ? [titre(b.label, b.title)] : []));
    expect(styled('Heading3').filter((t) => t.startsWith('Fiche-action'))).toEqual(fiches);
  });

  it('répète les en-têtes de tableau', () => {
    const blocs = tousLesBlocs(rendu.tree);
    const tetes = blocs.reduce((n, b) => n + (b.type === 'table' ? b.head.length : 0), 0);
    const plans = blocs.filter((b) => b.type === 'plan-actions').length;
    const pyramides = blocs.filter((b) => b.type === 'graphique' && b.dessin.type === 'pyramide').length;
    expect([...document.matchAll(/<w:tblHeader w:val="true"\/>/g)]).toHaveLength(tetes + 2 * plans + pyramides);
  });

  it('commence une page à chaque annexe', () => {
    // Le saut est sur le titre, ou juste avant lui, sans texte entre les deux.
    const xml = document.replace(/<w:pageBreakBefore\/>|<w:br w:type="page"\/>/g, '<w:t>⏏</w:t>');
    const lus = net(texteDe(xml));
    for (const p of rendu.tree.pieces.filter((x) => x.kind === 'annexe')) expect(lus).toContain(`⏏${net(`${p.label ?? ''} – ${p.title}`)}`);
  });

  it('lie les notes dans les deux sens', () => {
    const notes = tousLesBlocs(rendu.tree).flatMap((b) => (b.type === 'notes' ? b.items : []));
    expect(notes.length > 0).toBe(nom === 'fourre-tout' || nom === 'creusot-montceau');
    const liens = [...document.matchAll(/<w:hyperlink w:anchor="((?:note|appel)-[^"]+)"/g)].map((m) => m[1] ?? '');
    expect(notes.map(({ id }) => id).filter((id) => !liens.includes(id))).toEqual([]);
    expect(liens.filter((l) => l.startsWith('appel-'))).toHaveLength(liens.filter((l) => l.startsWith('note-')).length);
    expect(liens.filter((l) => !document.includes(`w:name="${l}"`))).toEqual([]);
  });

  it('numérote les pages et porte l’empreinte en pied', () => {
    const pieds = [...parts].filter(([n]) => n.startsWith('word/footer')).map(([, xml]) => xml).join('');
    expect(pieds).toMatch(/<w:instrText[^>]*> PAGE <\/w:instrText>/);
    expect(pieds).toMatch(/<w:instrText[^>]*> NUMPAGES/);
    expect(pieds).toContain(rendu.tree.fingerprint);
  });

  it('ne perd aucun mot', () => {
    const pages = /NUMPAGES "'>(\d+)</.exec(rendu.page)?.[1] ?? '';
    // Après le sommaire, qui nomme aussi les pièces ; la couverture est avant.
    const textes = paragraphes().map(texteDe);
    const debut = textes.findIndex((t, i) => i > 0 && net(t).startsWith('Entre les soussignés'));
    expect(debut).toBeGreaterThan(5);
    const couverture = 3 + rendu.tree.cover.signataires.length + 1;
    const r = aligner(textesAttendus(rendu.tree, pages, 'html').slice(couverture), flux([textes.slice(debut).join('\n')]));
    expect(r.manquants).toEqual([]);
    expect(r.espaces).toEqual([]);
  });
});
