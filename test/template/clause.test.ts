import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import { SourceText } from '../../src/base/span.ts';
import type { Vue } from '../../src/model/forme.ts';
import { vue as faireVue } from '../../src/model/vue.ts';
import { readClause } from '../../src/template/clause.ts';
import { escapeMarkdown } from '../../src/template/escape.ts';
import { compiler, EXEMPLES, fichiersExemple, RACINE } from '../golden/atelier.ts';
import { fourreTout } from '../parite/fourre-tout.ts';
import { tirages } from '../proprietes/tirages.ts';

const source = (corps: string): SourceText => new SourceText('c.md.hbs', `---\ntitre: Essai\n---\n${corps}`);
const lire = (corps: string) => readClause('essai', source(corps));

/** « CODE ligne:colonne texte visé » de chaque faute. */
const fautes = (corps: string): readonly string[] => {
  const s = source(corps);
  const [clause, found] = readClause('essai', s);
  if (found.length > 0) expect(clause).toBeNull();
  return found.map((d) => {
    const { start, end } = d.span ?? { start: 0, end: 0 };
    const { line, column } = s.position(start);
    return `${d.code} ${String(line)}:${String(column)} ${s.text.slice(start, end)}`;
  });
};

describe('ce qu’une clause peut écrire', () => {
  it.each([
    ['{{caf.court}} et {{#if convention.duree}}{{convention.duree}}{{else}}rien{{/if}}'],
    ['{{#each parties}}{{le}}{{#unless derniere}} ; {{/unless}}{{@index}}{{#if @first}}!{{/if}}{{../caf.court}}{{/each}}'],
    ['{{#with convention.charte_engagement}}{{signataires}}{{/with}}'],
    ['{{#unless convention.duree}}sans durée{{else}}{{convention.duree}}{{/unless}}'],
    ['{{! un commentaire }}{{!-- un autre --}}texte'],
    ['\\{{caf.court}} reste tel quel'],
  ])('%s', (corps) => expect(fautes(corps)).toEqual([]));

  it.each([
    ['Bonjour {{caf.cour}}', ['CTG5002 4:9 {{caf.cour}}']],
    ['a\nb {{inconnu.x}}', ['CTG5002 5:3 {{inconnu.x}}']],
    ['{{convention.duree}}', ['CTG5003 4:1 {{convention.duree}}']],
    ['{{parties}}', ['CTG5003 4:1 {{parties}}']],
    ['{{convention}}', ['CTG5003 4:1 {{convention}}']],
    ['{{hypothese.une}}', ['CTG5003 4:1 {{hypothese.une}}']],
    ['{{{caf.court}}}', ['CTG5004 4:1 {{{caf.court}}}']],
    ['{{&caf.court}}', ['CTG5004 4:1 {{&caf.court}}']],
    ['{{> autre}}', ['CTG5004 4:1 {{> autre}}']],
    ['{{lookup caf "court"}}', ['CTG5004 4:1 {{lookup caf "court"}}']],
    ['{{#log caf}}x{{/log}}', ['CTG5004 4:1 {{#log caf}}x{{/log}}']],
    ['{{#each caf}}x{{/each}}', ['CTG5003 4:1 {{#each caf}}x{{/each}}']],
    ['{{#with caf.court}}x{{/with}}', ['CTG5003 4:1 {{#with caf.court}}x{{/with}}']],
    ['{{#each parties}}{{caf.court}}{{/each}}', ['CTG5002 4:18 {{caf.court}}']],
    ['{{@index}}', ['CTG5002 4:1 {{@index}}']],
    ['{{../caf.court}}', ['CTG5002 4:1 {{../caf.court}}']],
    ['{{#if convention.duree}}{{else}}{{convention.duree}}{{/if}}', ['CTG5003 4:33 {{convention.duree}}']],
    ['{{constructor}} {{__proto__}} {{caf.constructor.name}}', ['CTG5002 4:1 {{constructor}}', 'CTG5002 4:17 {{__proto__}}', 'CTG5002 4:31 {{caf.constructor.name}}']],
    ['un\n{{#if caf.court}}\ndeux', ['CTG5001 6:1 deux']],
  ])('%s', (corps, attendu) => expect(fautes(corps)).toEqual(attendu));

  it('dit les deux fautes d’une même clause, et propose', () => {
    const [, found] = lire('{{caf.cour}} {{territoire.nmo}}');
    expect(found.map((d) => d.hint)).toEqual([expect.stringContaining('caf.court'), expect.stringContaining('territoire.nom')]);
  });

  it.each([
    ['sans en-tête', 'texte'],
    ['sans titre', '---\nautre: x\n---\ntexte'],
    ['en-tête mal formé', '---\ntitre: [\n---\ntexte'],
    ['vide', ''],
  ])('%s : refusée', (_, texte) => {
    const [clause, found] = readClause('essai', new SourceText('c.md.hbs', texte));
    expect(clause).toBeNull();
    expect(found.length).toBeGreaterThan(0);
  });

  it('n’importe quel texte : lue ou refusée, jamais de panne, et les endroits sont dans le fichier', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom('{{', '}}', '{{{', '{{#if ', '{{/if}}', '{{else}}', '{{#each ', '{{/each}}', 'caf', '.court', 'parties', '../', '@index', '"', ' ', '\n', 'x', '!', '~', '&', '>', '[', ']', '(', ')', '|', '\\', '--')), (morceaux) => {
        const s = source(morceaux.join(''));
        const [, found] = readClause('essai', s);
        for (const { span } of found) expect(span === null || (span.start >= 0 && span.end >= span.start && span.end <= s.text.length)).toBe(true);
      }),
      tirages(1500),
    ));
});

describe('l’extension', () => {
  const vues = async (): Promise<readonly Vue[]> => {
    const out: Vue[] = [];
    for (const files of [...EXEMPLES.map(fichiersExemple), await fourreTout()]) {
      const { projet } = await compiler(files);
      const v = projet.modele === null ? null : faireVue(projet, projet.modele, { allocataires_minimum: 100, effectif_minimum: 5 });
      if (v === null) throw new Error('pas de vue');
      out.push(v);
    }
    return out;
  };
  /** Handlebars lui-même, chaque valeur échappée : la référence. */
  const reference = Handlebars.create();
  reference.registerHelper('md', (v: unknown) => escapeMarkdown(v));
  const parHandlebars = (corps: string, vue: Vue): string => reference.compile(corps.replace(/(?<!\\)\{\{(?![#/!^]|else\b)([^{}]+)\}\}/g, '{{md $1}}'), { noEscape: true })(vue);

  it('dit ce que dirait Handlebars, sur toutes les clauses livrées et quatre territoires', async () => {
    const dossier = path.join(RACINE, 'templates/clauses');
    const clauses = readdirSync(dossier).filter((f) => f.endsWith('.md.hbs'));
    expect(clauses.length).toBeGreaterThan(30);
    for (const vue of await vues()) {
      for (const f of clauses) {
        const s = new SourceText(f, readFileSync(path.join(dossier, f), 'utf8'));
        const [clause, found] = readClause(f, s);
        expect(found, f).toEqual([]);
        expect(clause?.expand(vue), f).toBe(parHandlebars(s.text.replace(/^---\n[\s\S]*?\n---\n/, ''), vue));
      }
    }
  });

  it('dit ce que dirait Handlebars, sur des gabarits au hasard', async () => {
    const [vue] = await vues();
    if (vue === undefined) throw new Error('pas de vue');
    const { noeud } = fc.letrec<{ noeud: string }>((tie) => ({
      noeud: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.constantFrom('x', ' ', '\n', '- ', 'é', '{{caf.court}}', '{{territoire.nom}}', '{{comptes.actions.lettres}}', '{{! note }}\n', '\\{{x}}'),
        fc.tuple(fc.constantFrom('{{#if convention.duree}}', '{{#if hypothese.une}}', '{{#if presence.plan}}', '{{#unless presence.fiches}}', '{{#if parties}}', '{{#if convention.articulations}}'), tie('noeud'), fc.boolean(), tie('noeud'), fc.boolean()).map(([o, a, autre, b, seul]) => {
          const n = seul ? '\n' : '';
          return `${n}${o}${n}${a}${n}${autre ? `{{else}}${n}${b}${n}` : ''}{{/${o.startsWith('{{#if') ? 'if' : 'unless'}}}${n}`;
        }),
        fc.tuple(tie('noeud'), tie('noeud')).map(([a, b]) => a + b),
        fc.constantFrom('{{#each parties}}\n- {{le}}{{#if derniere}}.{{else}} ;{{/if}} {{@index}} {{../caf.court}}\n{{/each}}\n', '{{#each missions}}{{titre}} :\n{{#each choix}}\n{{this}}{{#if @last}}.{{/if}}\n{{/each}}\n{{/each}}', '{{#with caf}}{{le}}{{/with}}', '{{#with convention.charte_engagement}}{{signataires}}{{else}}aucune{{/with}}'),
      ),
    }));
    let lues = 0;
    fc.assert(
      fc.property(noeud, (corps) => {
        const [clause, found] = lire(corps);
        // « {{this}} » peut être refusé : ce n'est pas l'objet.
        if (clause === null) {
          expect(found.length).toBeGreaterThan(0);
          return;
        }
        lues++;
        expect(clause.expand(vue)).toBe(parHandlebars(corps, vue));
      }),
      tirages(600),
    );
    expect(lues).toBeGreaterThan(300);
  });

  it('neutralise ce qui ferait du Markdown', () => {
    expect(escapeMarkdown('a *b* [c](d) <e> & "f" \\ | # - + _ `')).toBe('a \\*b\\* \\[c\\]\\(d\\) \\<e\\> \\& \\"f\\" \\\\ \\| \\# \\- \\+ \\_ \\`');
    expect([escapeMarkdown(null), escapeMarkdown(undefined), escapeMarkdown(0), escapeMarkdown(' a\n\tb ')]).toEqual(['', '', '0', ' a b ']);
  });
});
