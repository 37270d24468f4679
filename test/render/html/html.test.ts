import { describe, expect, it } from 'vitest';
import type { Block, DocumentTree, Piece } from '../../../src/document/arbre.ts';
import { renderHtml, renderPlanHtml } from '../../../src/render/html/index.ts';
import { exemple, ligne, p, PIXEL, t } from './exemple.ts';
import { theme } from './theme.ts';

const html = renderHtml(exemple, { theme, pages: 12 });

function article(children: readonly Block[], change: Partial<Piece> = {}): DocumentTree {
  return { ...exemple, pieces: [{ kind: 'article', id: 'a', anchor: 'article-a', label: 'Article 1', title: 'Titre', titled: true, children, ...change }] };
}

const render = (tree: DocumentTree, pages: number | null = 12): string => renderHtml(tree, { theme, pages });
/** Contenu de <main>, sans le reste de la page. */
const main = (page: string): string => /<main[^>]*>(.*)<\/main>/s.exec(page)?.[1] ?? '';
const ids = (page: string): string[] => [...page.replace(/<!--.*?-->/gs, '').matchAll(/ id="([^"]+)"/g)].map((m) => m[1] ?? '');
const levels = (page: string): number[] => [...page.matchAll(/<h([1-6])[ >]/g)].map((m) => Number(m[1]));

describe('page', () => {
  it('justifie le texte courant, et lui seul, quand le thème le veut', () => {
    const justifie = renderHtml(exemple, { theme: { ...theme, align: 'justified' }, pages: 12 });
    const regle = (nom: string): string => justifie.match(new RegExp(`(?:^|, |\\n)${nom.replace('.', '\\.')}(?:, [^{]*)? \\{ (text-align: \\w+) \\}`))?.[1] ?? '';
    expect([regle('p'), regle('p.ligne'), regle('p.legende'), regle('p.signataire')]).toEqual(['text-align: justify', 'text-align: left', 'text-align: left', 'text-align: left']);
    expect(html).not.toContain('justify');
  });

  it('se suffit : ni script, ni style, police ou image à chercher ailleurs', () => {
    expect(html).not.toMatch(/<script|<link|@import|url\(/);
    expect([...html.matchAll(/ src="([^"]{0,11})/g)].map((m) => m[1])).toEqual(Array.from({ length: 4 }, () => 'data:image/'));
  });

  it('a un titre, une langue, des repères et un lien d’évitement', () => {
    expect(html).toContain('<html lang="fr-FR">');
    expect(html).toContain('<title>Convention territoriale globale de Beauval 2024-2027</title>');
    for (const tag of ['<header', '<nav', '<main', '<footer']) expect(html.split(tag)).toHaveLength(2);
    expect(html).toContain('href="#contenu" aria-label="Aller au contenu"');
  });

  it('ne pose aucun identifiant deux fois, et tous ses renvois arrivent', () => {
    const all = ids(html);
    expect(new Set(all).size).toBe(all.length);
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map((m) => m[1]);
    expect(targets.length).toBeGreaterThan(6);
    for (const target of targets) expect(all).toContain(target);
  });

  it('n’a qu’un h1 et ne saute aucun niveau', () => {
    const seen = levels(html);
    expect(seen.filter((level) => level === 1)).toHaveLength(1);
    seen.forEach((level, i) => expect(level - (seen[i - 1] ?? 0)).toBeLessThanOrEqual(1));
  });

  it('ne porte la mention de projet qu’au stade projet', () => {
    expect(html).toContain('<p class="stade">PROJET</p>');
    expect(render({ ...exemple, stade: 'signature' })).not.toContain('PROJET');
  });

  it('rend deux fois les mêmes octets', () => {
    expect(render(exemple)).toBe(html);
  });
});

describe('texte', () => {
  const hostile = '<img src=x onerror=1> & "guillemets" -->';

  it('échappe tout, jusque dans les commentaires que Word lit', () => {
    const tree = { ...article([p(hostile)], { title: hostile }), title: hostile, shortTitle: hostile, subject: hostile, fingerprint: hostile };
    const page = render(tree);
    expect(page).not.toContain('<img src=x');
    expect(page).not.toMatch(/"guillemets"/);
    const comments = [...page.matchAll(/<!--(.*?)-->/gs)].map((m) => m[1] ?? '');
    expect(comments.filter((comment) => comment.includes('&lt;img')).length).toBeGreaterThan(0);
    for (const comment of comments) expect(comment.includes('[if') || comment.includes('[endif]')).toBe(true);
  });

  it('retire les caractères de commande et garde les espaces insécables', () => {
    expect(main(render(article([p('a\u0000b\u0007c\u00A0:\u202F;\uD800')])))).toContain('<p>abc\u00A0:\u202F;</p>');
  });

  it('n’ouvre que http, https et mailto', () => {
    const link = (url: string): string => main(render(article([{ type: 'paragraph', children: [{ type: 'link', url, children: [t('ici')] }] }])));
    expect(link('javascript:alert(1)')).toContain('<p>ici</p>');
    expect(link('data:text/html,x')).toContain('<p>ici</p>');
    expect(link('mailto:a@b.fr')).toContain('<a href="mailto:a@b.fr">ici</a>');
  });

  it('donne le nombre de pages, ou des points tant qu’il n’est pas connu', () => {
    const tree = article([{ type: 'paragraph', children: [{ type: 'page-total' }] }]);
    expect(main(render(tree, 34)).replace(/<!--.*?-->/gs, '')).toContain('<p>34</p>');
    expect(main(render(tree, null))).toContain('<p>…</p>');
  });
});

describe('structure', () => {
  it('remonte les sous-titres d’une pièce sans titre et comble un niveau manquant', () => {
    const children: readonly Block[] = [{ type: 'heading', level: 3, id: 'x', number: null, children: [t('x')] }];
    expect(levels(render(article(children, { titled: false })))).toEqual([1, 2]);
    expect(levels(render(article(children)))).toEqual([1, 2, 3]);
  });

  it('garde la première de deux ancres égales', () => {
    const twice: Block = { type: 'heading', level: 2, id: 'article-a', number: null, children: [t('x')] };
    expect(ids(main(render(article([twice, twice]))))).toEqual(['article-a']);
  });

  it('compte les colonnes d’en-tête sous une cellule fondue', () => {
    const page = main(html);
    expect(page).toContain('<th class="t" scope="row" rowspan="2">Beauval</th>');
    expect(page).toContain('<td class="c">Ludothèque</td><td class="c-droite">20</td>');
  });

  it('ne fait pas commencer une page à la fiche qui suit le titre de son annexe', () => {
    expect(html).toMatch(/<h3 id="fiche-guichet">/);
    expect(html).toMatch(/<h3 id="fiche-laep" class="page" style="page-break-before: always">/);
  });

  it('lie un appel de note à sa note et retour, et dit ce que sont ces liens', () => {
    expect(html).toContain('<sup><a id="appel-1-article-duree" class="appel" href="#note-1-article-duree" role="doc-noteref" aria-label="Note\u00A01">1</a></sup>');
    const notes = /<div class="notes" role="doc-endnotes" aria-label="Notes\u00A0: Article 1">\n(.*?)<\/div>/s.exec(html)?.[1] ?? '';
    expect(notes.match(/<li id="note-\d-article-duree">/g)).toHaveLength(2);
    expect(notes).toContain('<a class="retour" href="#appel-1-article-duree" role="doc-backlink" aria-label="Retour à l’appel de la note\u00A01">↑</a>');
    const suite = article([{ type: 'notes', title: 'Note', said: 'Notes', items: [{ id: 'n4', number: 4, children: [p('Quatrième.')] }] }]);
    expect(main(render(suite))).toContain('<ol start="4">\n<li id="n4"><p class="texte-note">Quatrième.</p>');
  });

  it('nomme un PDF joint et l’embarque, sauf s’il est trop lourd', () => {
    const joined = (bytes: Uint8Array): string => main(render(article([{ type: 'joined', name: 'plan.pdf', description: 'Plan', media: 'application/pdf', bytes, pages: 2 }])));
    expect(joined(PIXEL)).toContain('<a href="data:application/pdf;base64,iVBOR');
    const heavy = joined(new Uint8Array(5 * 1024 * 1024 + 1));
    expect(heavy).toContain('Plan – plan.pdf (PDF, 2 pages)');
    expect(heavy).not.toContain('data:application/pdf');
  });

  it('dessine chaque chiffre : un SVG nommé, que Word ne voit pas, et ses données en tableau', () => {
    const dessins = [...html.matchAll(/<div class="dessin"><!--\[if !mso\]><!--><svg [^>]* role="img" aria-labelledby="(\S+) (\S+)"><title id="(\S+)">([^<]+)<\/title><desc id="(\S+)">([^<]+)<\/desc>.*?<\/svg><!--<!\[endif\]--><\/div>\n<details class="donnees">/g)];
    expect(dessins).toHaveLength(3);
    for (const [, labelled, described, title, , desc] of dessins) expect([labelled, described]).toEqual([title, desc]);
    expect(html).toContain('<th class="zone" scope="row">2018</th><td class="mesure">5\u202F230</td>');
  });
});

describe('plan d’actions', () => {
  const plan = renderPlanHtml(exemple, { theme }) ?? '';

  it('ouvre une bande par nœud qui change, et rien pour un niveau absent', () => {
    const bands = [...plan.matchAll(/class="tenu">([^<]+)</g)].map((m) => m[1]);
    expect(bands).toEqual([
      'Axe 1 – Accueillir chaque enfant',
      'Objectif stratégique 1.1 – Développer l’offre d’accueil du jeune enfant',
      'Objectif stratégique 1.2 – Soutenir les parents',
      'Axe 2 – Faciliter l’accès aux droits',
    ]);
  });

  it('écrit chaque échéance dans la colonne de son année', () => {
    const strips = [...plan.matchAll(/((?:<td class="(?:prevu|an)">\d*<\/td>){4})/g)].map((m) => [...(m[1] ?? '').matchAll(/>(\d*)<\/td/g)].map((c) => c[1]));
    expect(strips).toEqual([['2024', '2025', '', ''], ['', '', '2026', ''], ['', '2025', '2026', '2027'], ['', '', '', '']]);
  });

  it('omet les colonnes vides et ne lie pas ce qui n’est pas dans la page', () => {
    expect(plan).toContain('>Thématiques</th>');
    expect(plan).not.toContain('>Priorité</th>');
    expect(plan).not.toContain('href="#fiche');
    expect(html).toContain('<a href="#fiche-guichet">Fiche-action 1</a>');
  });

  it('écrit les échéances dans une seule colonne quand la période est trop longue', () => {
    const long = article([{ type: 'plan-actions', levels: [], actionLabel: 'Action', rows: [ligne(1, { path: [], echeances: [2024, 2040] })] }]);
    expect(renderPlanHtml(long, { theme })).toContain('<td class="c">2024, 2040</td>');
  });

  it('n’existe pas sans plan', () => {
    expect(renderPlanHtml({ ...exemple, pieces: [] }, { theme })).toBeNull();
  });
});
