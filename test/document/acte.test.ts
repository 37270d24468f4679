/** L'acte entier, selon ce que le territoire choisit : hypothèse, clauses remplacées ou ajoutées, modèle à lui, annexes jointes. */
import { PDFDocument } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import type { DocumentTree } from '../../src/document/arbre.ts';
import { crossRefs } from '../../src/document/ancres.ts';
import { treeTexts } from '../../src/document/texte.ts';
import { arbreDe, compiler, type Fichiers, fichiersExemple, net, piece } from '../golden/atelier.ts';
import { fourreTout, unPdf } from '../parite/fourre-tout.ts';
import { png } from '../golden/png.ts';
import { textes } from '../model/territoires.ts';

const minimal = fichiersExemple('minimal');
const lire = (nom: string): string => new TextDecoder().decode(minimal[nom]);
const labels = (tree: DocumentTree, kind: string): readonly string[] => tree.pieces.filter((p) => p.kind === kind).map((p) => net(`${p.label ?? ''} ${p.id}`));
const tout = (tree: DocumentTree): string => net(treeTexts(tree, '12').join('\n'));

describe('hypothèse 1 : le diagnostic n’est pas achevé', () => {
  const files = Object.fromEntries(Object.entries({ ...minimal, 'convention.yaml': `${lire('convention.yaml').replace('hypothese: 2', 'hypothese: 1')}diagnostic_attendu_le: '2026-06-30'\n` }).filter(([f]) => !f.startsWith('plan/')));
  it('donne un acte complet, sans plan, qui renvoie à un avenant', async () => {
    const tree = await arbreDe(files);
    expect(tree.pieces).toHaveLength(3 + 14 + 1 + 7);
    expect(textes(tree, 'plan-actions').join(' ')).toMatch(/avenant que prévoit l’article 4/);
    expect(tout(tree)).toContain('30 juin 2026');
    expect(tree.pieces.flatMap((p) => p.children).some((b) => b.type === 'plan-actions')).toBe(false);
    const { outputs } = await compiler(files, { targets: ['pdf', 'html', 'plan'] });
    expect(outputs.map((o) => o.path)).toEqual(['convention.pdf', 'convention.html']);
  });
  it('ne laisse ni mot vide ni phrase suspendue', async () => {
    const texte = tout(await arbreDe(files));
    for (const residu of [/undefined/, /\bnull\b/, /\[object/, /\{\{|\}\}/, / [,.]/, /\.\.|,,/, /\\/]) expect(texte).not.toMatch(residu);
  });
});

describe('clauses du territoire', () => {
  it('remplace une clause par son texte, motif compris', async () => {
    const tree = await arbreDe({ ...minimal, 'articles/communication.md': '---\nremplace: true\nmotif: demandé par les deux parties\n---\nUne communication bien à nous.\n' });
    expect(textes(tree, 'communication')).toEqual(['Une communication bien à nous.']);
    expect(piece(tree, 'communication').title).toBe('Communication');
  });

  it('un article de plus décale tous les suivants, et tous les renvois', async () => {
    const sans = await arbreDe(minimal);
    const avec = await arbreDe({ ...minimal, 'articles/handicap.md': '---\ntitre: Accueil de tous\napres: champs-caf\n---\nVoir l’[](article:handicap) et l’[](article:duree).\n' });
    expect(labels(avec, 'article').slice(1, 5)).toEqual(['Article 2 champs-caf', 'Article 3 handicap', 'Article 4 champs-collectivite', 'Article 5 objectifs']);
    expect(labels(avec, 'article')).toHaveLength(labels(sans, 'article').length + 1);
    expect(textes(avec, 'handicap')).toEqual(['Voir l’article 3 et l’article 11.']);
    const renvois = (tree: DocumentTree): readonly string[] => crossRefs(tree).map((r) => r.target);
    expect(renvois(avec).length).toBeGreaterThan(10);
    // Chaque renvoi « article N » écrit partout dans l'acte porte le rang de sa cible.
    let vus = 0;
    const visite = (node: unknown, tree: DocumentTree): void => {
      if (Array.isArray(node)) for (const n of node) visite(n, tree);
      else if (node !== null && typeof node === 'object' && !(node instanceof Uint8Array)) {
        const { type, target, children } = node as { type?: string; target?: string; children?: readonly { value?: string }[] };
        const rang = type === 'crossref' ? /^(?:article|annexe)\u00A0\d+$/.exec(children?.[0]?.value ?? '')?.[0] : undefined;
        if (rang !== undefined) {
          vus++;
          expect(net(rang)).toBe(net(tree.pieces.find((p) => p.anchor === target)?.label?.toLowerCase() ?? ''));
        }
        Object.values(node).forEach((v) => visite(v, tree));
      }
    };
    for (const tree of [sans, avec]) visite(tree.pieces, tree);
    expect(vus).toBeGreaterThan(20);
    // Les sous-titres suivent leur article.
    const fin = piece(avec, 'fin').children.flatMap((b) => (b.type === 'heading' && b.level === 2 ? [b.number] : []));
    expect(fin).toEqual(['13.1', '13.2', '13.3', '13.4']);
  });

  it('un texte à une clause sans place réservée va à la fin : rien n’est perdu', async () => {
    const tree = await arbreDe({ ...minimal, 'articles/duree.md': 'Une précision de plus.\n' });
    expect(textes(tree, 'duree').at(-1)).toBe('Une précision de plus.');
  });

  it('un modèle à soi, avec sa propre clause', async () => {
    const files: Fichiers = {
      ...minimal,
      'convention.yaml': lire('convention.yaml').replace('quatorze-articles', 'maison').replace('hypothese: 2\n', ''),
      'modeles/maison.yaml': `nom: Modèle maison
titre: Convention de la maison
description: Trois articles
version: '1'
liminaires:
  - id: parties
articles:
  - id: objet-maison
  - id: duree
  - id: recours
annexes: []
preavis: {denonciation_mois: 2}
`,
      'modeles/clauses/objet-maison.md.hbs': '---\ntitre: Objet de la maison\n---\nPar cet acte, {{caf.court}} et {{collectivites.court}} s’engagent {{convention.prend_effet}}, pour {{comptes.actions.lettres}} actions. Voir l’[](article:duree).\n',
      'articles/champs-collectivite.md': '---\ntitre: Champs\napres: objet-maison\n---\n- Petite enfance\n',
    };
    const tree = await arbreDe(files);
    expect(tree.cover.title).toBe('Convention de la maison');
    expect(labels(tree, 'article')).toEqual(['Article 1 objet-maison', 'Article 2 champs-collectivite', 'Article 3 duree', 'Article 4 recours']);
    expect(textes(tree, 'objet-maison')).toEqual(['Par cet acte, la Caf et la Commune de Bourg-Modèle s’engagent à compter du 1er janvier 2026, pour trois actions. Voir l’article 3.']);
    expect(textes(tree, 'signatures')[0]).toMatch(/pages, paraphées par les parties\.$/);
  });

  it('la clause d’un territoire l’emporte sur celle de la bibliothèque', async () => {
    const tree = await arbreDe({ ...minimal, 'modeles/clauses/recours.md.hbs': '---\ntitre: Recours\n---\nUn recours à notre façon.\n' });
    expect(textes(tree, 'recours')).toEqual(['Un recours à notre façon.']);
  });

  it('une clause fautive se dit à sa ligne et n’écrit rien', async () => {
    const { outputs, diagnostics, sources } = await compiler({ ...minimal, 'modeles/clauses/recours.md.hbs': '---\ntitre: Recours\n---\nUn.\n\nDeux {{caf.cour}}.\n' }, { targets: ['html'] });
    expect(outputs).toEqual([]);
    const [faute] = diagnostics.filter((d) => d.code === 'CTG5002');
    expect(faute?.hint).toContain('caf.court');
    expect(sources.get('modeles/clauses/recours.md.hbs')?.position(faute?.span?.start ?? 0)).toEqual({ line: 6, column: 6 });
  });
});

describe('annexes jointes et nombre de pages', () => {
  it('joint un PDF et une image, et compte toutes les pages', async () => {
    const files = await fourreTout();
    const { outputs, tree } = await compiler(files, { targets: ['pdf', 'html'] });
    const joints = piece(tree as DocumentTree, 'portrait').children.flatMap((b) => (b.type === 'joined' ? [`${b.name} ${String(b.pages)}`] : []));
    expect(joints).toEqual(['portrait.pdf 3', 'carte.png 1']);
    const [pdf, html] = outputs;
    const total = (await PDFDocument.load(pdf?.bytes as Uint8Array, { updateMetadata: false })).getPageCount();
    expect(new TextDecoder().decode(html?.bytes)).toContain(`>${String(total)}</span>`);
    const sans = await compiler({ ...files, 'annexes/portrait.pdf': await unPdf(1) }, { targets: ['pdf'] });
    expect((await PDFDocument.load(sans.outputs[0]?.bytes as Uint8Array, { updateMetadata: false })).getPageCount()).toBe(total - 2);
  });

  it.each([
    ['un PDF abîmé', 'plan.pdf', new TextEncoder().encode('%PDF-1.4 cassé')],
    ['une image tronquée', 'plan.png', png(10, 10).slice(0, 40)],
    ['un fichier qui n’est pas une image', 'plan.jpg', new TextEncoder().encode('bonjour')],
  ])('%s se dit à sa ligne', async (_, fichier, contenu) => {
    const { outputs, diagnostics, sources } = await compiler({ ...minimal, 'annexes/cartes.md': `---\ntitre: Cartes\nfichiers:\n  - fichier: ${fichier}\n    description: Carte\n---\nVoici.\n`, [`annexes/${fichier}`]: contenu }, { targets: ['html'] });
    expect(outputs).toEqual([]);
    const [faute] = diagnostics.filter((d) => d.severity === 'erreur');
    expect(faute?.code).toBe('CTG0011');
    expect(sources.get('annexes/cartes.md')?.position(faute?.span?.start ?? 0).line).toBe(4);
  });

  it('un document absent se dit, et un chemin qui sort du territoire est refusé', async () => {
    const avec = async (fichier: string): Promise<readonly string[]> => {
      const { diagnostics } = await compiler({ ...minimal, 'annexes/cartes.md': `---\ntitre: Cartes\nfichiers:\n  - fichier: '${fichier}'\n    description: Carte\n---\nVoici.\n` });
      return diagnostics.filter((d) => d.severity === 'erreur').map((d) => d.code);
    };
    expect(await avec('absent.pdf')).toEqual(['CTG0013']);
    for (const dehors of ['../../secret.pdf', '/etc/passwd.pdf', 'C:\\secret.pdf', 'https://exemple.fr/a.pdf']) expect(await avec(dehors), dehors).toEqual(['CTG0007']);
  });
});
