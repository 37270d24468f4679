import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown } from '../../src/template/escape.ts';
import { expand } from '../../src/template/expand.ts';

const vue = { nom: 'A * B', vide: '', rien: null, oui: true, non: false, zero: 0, liste: [{ n: 'un' }, { n: 'deux' }, { n: '#3' }], mots: ['a', 'b_c'], vides: [], objet: { titre: 'T', sous: { x: '1. y' } } };

/** Handlebars lui-même, où chaque valeur passe par le même échappement : la référence de notre interprète. */
function reference(template: string): string {
  const engine = Handlebars.create();
  engine.registerHelper('md', (value: unknown) => escapeMarkdown(value));
  return engine.compile(template.replace(/\{\{(~?)(?!else)([@\w.][\w./]*)(~?)\}\}/g, '{{$1md $2$3}}'), { noEscape: true })(vue);
}

describe('une clause étendue', () => {
  it.each([
    'a {{nom}} b',
    '{{objet.titre}} {{objet.sous.x}} {{objet.absent.x}} {{rien}}',
    '{{#if oui}}o{{else}}n{{/if}} {{#if non}}o{{else}}n{{/if}} {{#if vide}}o{{/if}} {{#if rien}}o{{else}}n{{/if}} {{#if zero}}o{{else}}n{{/if}}',
    '{{#if vides}}o{{else}}n{{/if}} {{#if liste}}o{{/if}} {{#if objet}}o{{/if}}',
    '{{#unless non}}o{{else}}n{{/unless}}{{#unless liste}}o{{else}}n{{/unless}}',
    '{{#if non}}a{{else if oui}}b{{else}}c{{/if}}',
    '{{#each liste}}\n- {{n}}{{#if @last}}.{{else}} ;{{/if}}\n{{/each}}\nfin',
    '{{#each liste}}{{@index}}{{#if @first}}>{{/if}}{{n}} {{../nom}} {{/each}}',
    '{{#each mots}}[{{this}}]{{/each}}{{#each vides}}x{{else}}rien{{/each}}',
    '{{#with objet}}{{titre}} {{#with sous}}{{x}} {{../titre}} {{../../nom}}{{/with}}{{/with}}{{#with rien}}x{{else}}sans{{/with}}',
    '{{!-- note --}}a  {{~nom~}}  b',
  ])('dit comme Handlebars : %j', (template) => {
    expect(expand(Handlebars.parse(template), vue)).toBe(reference(template));
  });

  it('échappe toute valeur', () => expect(expand(Handlebars.parse('{{nom}}{{#each mots}}{{this}}{{/each}}'), vue)).toBe('A \\* Bab\\_c'));
});
