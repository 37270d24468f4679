/** Texte en ligne → suites de texte stylées. */
import type { Inline, InlineHandlers } from '../../document/arbre.ts';
import { retourDeNote } from '../../document/texte.ts';
import { plain, type RenderContext } from './context.ts';
import type { Run, TextStyle } from './definition.ts';
import { HEADING } from './styles.ts';
import { tag } from './tags/tag.ts';

/** Un appel de note : sa taille et sa hauteur, en parts du corps du texte. */
const CALL_SIZE = 0.66;
const CALL_RISE = 0.36;

/** `seen` : sigles déjà développés dans le bloc ; null dans une langue étrangère, où les nôtres n'ont pas cours. */
function handlers(context: RenderContext, style: TextStyle, seen: Set<string> | null): InlineHandlers<Run[]> {
  const { theme, anchors, draft, totalPlaceholder } = context.shared;
  const inside = (children: readonly Inline[], more: TextStyle): Run[] => runsOf(context, children, { ...style, ...more }, seen).map((run) => ({ ...more, ...run }));
  return {
    text: ({ value }) => (seen === null ? [{ text: value, tag: null }] : context.shared.sigles(value, seen)).flatMap((part) => plain(context, part.text, style).map((run) => (part.tag === null ? run : { ...run, tag: part.tag }))),
    strong: ({ children }) => inside(children, { bold: true }),
    emphasis: ({ children }) => inside(children, { italics: !style.italics }),
    code: ({ value }) => {
      const code = tag('Code');
      return plain(context, value, { ...style, font: HEADING }).map((run) => ({ font: HEADING, background: theme.colors.tint, tag: code, ...run }));
    },
    link: ({ url, children }) => inside(children, { color: theme.colors.ink, decoration: 'underline', decorationColor: theme.colors.rule }).map((run) => ({ ...run, link: url, linkTitle: plainText(children) })),
    crossref: ({ target, children }) => {
      const destination = anchors.get(target);
      if (destination === undefined) return inside(children, {});
      return inside(children, { color: theme.colors.ink }).map((run) => ({ ...run, linkToDestination: destination, linkTitle: plainText(children) }));
    },
    langue: ({ lang, children }) => {
      // Une seule balise de bout en bout, même sur du code : l'élément en cours se lirait sinon avant ce qu'il entoure.
      const span = tag('Span', { lang });
      return runsOf(context, children, { ...style, hyphens: false }, null).map((run) => ({ ...run, hyphens: false, tag: span }));
    },
    break: () => [{ text: '\n' }],
    blank: ({ value }) => plain(context, value, style).map((run) => (draft ? { ...run, background: theme.colors.blank } : run)),
    'note-call': ({ id, target, number, said }) => {
      const size = style.fontSize ?? 10;
      const small = { ...style, fontSize: size * CALL_SIZE, color: theme.colors.ink };
      const [mark, destination] = [anchors.get(id), anchors.get(target)];
      return plain(context, String(number), small).map((run) => ({
        ...run, fontSize: small.fontSize, color: small.color, rise: size * CALL_RISE, linkTitle: said, around: tag('Reference'),
        ...(mark === undefined ? {} : { mark }),
        ...(destination === undefined ? {} : { linkToDestination: destination }),
      }));
    },
    'note-back': (node) => {
      const destination = anchors.get(node.target);
      return plain(context, retourDeNote(node), { ...style, font: HEADING, italics: false }).map((run) => ({ font: HEADING, italics: false, color: theme.colors.ink, ...run, linkTitle: node.said, ...(destination === undefined ? {} : { linkToDestination: destination }) }));
    },
    'page-total': () => [{ text: totalPlaceholder, late: { kind: 'total' } }],
  };
}

function runsOf(context: RenderContext, inlines: readonly Inline[], style: TextStyle, seen: Set<string> | null): Run[] {
  const handle = handlers(context, style, seen) as { readonly [type: string]: (node: Inline) => Run[] };
  return inlines.flatMap((inline) => (handle[inline.type] as (node: Inline) => Run[])(inline));
}

/** Le texte en ligne d'un bloc. */
export const renderInlines = (context: RenderContext, inlines: readonly Inline[], style: TextStyle = context.tone): Run[] => runsOf(context, inlines, style, new Set());

/** Le texte nu, pour un signet ou une entrée de sommaire. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines.map((inline) => {
    switch (inline.type) {
      case 'text': case 'code': case 'blank': return inline.value;
      case 'break': return ' ';
      case 'page-total': case 'note-call': case 'note-back': return '';
      default: return plainText(inline.children);
    }
  }).join('');
}
