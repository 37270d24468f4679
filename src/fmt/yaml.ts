/**
 * La mise en forme d'un texte YAML : retrait de deux espaces, guillemets d'une seule sorte et seulement s'il en faut, une ligne vide
 * au plus, une fin de ligne. Les textes gardent leurs lignes, les commentaires leur place. Rend null si le sens pouvait changer.
 */
import { type CollectionTag, type Document, Lexer, parseDocument, Scalar, type ScalarTag, stringify, type Tags, visit } from 'yaml';

/** Un texte que tout lecteur de YAML, même ancien, lit comme ce texte sans guillemets. Un code, une date les gardent : leurs zéros en dépendent. */
const seLitNu = (texte: string): boolean => /^\D/.test(texte) && stringify(texte, { lineWidth: 0 }) === `${texte}\n`;

/** Commentaires d'un texte, dans l'ordre, sans leur retrait. */
function commentaires(texte: string): readonly string[] {
  const trouves: string[] = [];
  for (const jeton of new Lexer().lex(texte)) if (jeton.startsWith('#')) trouves.push(jeton.trimEnd());
  return trouves;
}

/** Lignes d'un texte réparti sur plusieurs : la première telle quelle, les autres au nouveau retrait. */
function redresser(brut: string, indent: string, bloc: boolean): string {
  const [tete = '', ...suite] = brut.replace(/\n+$/, '').split('\n');
  const retraits = suite.filter((l) => l.trim() !== '').map((l) => /^ */.exec(l)?.[0].length ?? 0);
  const ote = bloc ? Math.min(...retraits) : 0;
  return [tete.trimEnd(), ...suite.map((l) => (l.trim() === '' ? '' : `${indent}${bloc ? l.slice(ote).trimEnd() : l.trim()}`))].join('\n');
}

/** Les étiquettes du format, avec nos façons d'écrire : accolades espacées, crochets serrés, textes jamais recoupés. */
function etiquettes(bruts: WeakMap<Scalar, string>) {
  return (tags: Tags): Tags =>
    tags.map((tag) => {
      if (typeof tag === 'string') return tag;
      if (tag.collection === undefined) {
        const { stringify: ecrire } = tag;
        return {
          ...tag,
          stringify(item, ctx, onComment, onChompKeep) {
            const brut = bruts.get(item);
            if (brut !== undefined) return redresser(brut, ctx.indent === '' ? '  ' : ctx.indent, item.type === Scalar.BLOCK_FOLDED);
            return ecrire?.(item, ctx, onComment, onChompKeep) ?? String(item.value);
          },
        } as ScalarTag;
      }
      const padding = tag.collection === 'map' ? ' ' : '';
      return {
        ...tag,
        stringify: (item: { toString(ctx: object, a?: unknown, b?: unknown): string }, ctx: object, a: unknown, b: unknown) => item.toString({ ...ctx, flowCollectionPadding: padding }, a, b),
      } as unknown as CollectionTag;
    });
}

/** Ôte les blancs de fin des commentaires. */
function sansBlancsDeFin(document: Document.Parsed): void {
  const net = (commentaire: string): string => commentaire.replace(/[ \t]+$/gm, '');
  const nettoyer = (porteur: { comment?: string | null; commentBefore?: string | null }): void => {
    if (porteur.comment != null) porteur.comment = net(porteur.comment);
    if (porteur.commentBefore != null) porteur.commentBefore = net(porteur.commentBefore);
  };
  nettoyer(document);
  visit(document, { Node: (_, node) => nettoyer(node) });
}

export type Forme = { readonly ok: true; readonly texte: string } | { readonly ok: false; readonly raison: string };

function reecrire(texte: string): string | null {
  const bruts = new WeakMap<Scalar, string>();
  const document = parseDocument(texte, { compat: null, customTags: etiquettes(bruts) });
  if (document.errors.length > 0) return null;
  sansBlancsDeFin(document);
  let [simples, doubles] = [0, 0];
  const retypes: Scalar[] = [];
  visit(document, {
    Scalar(_, node) {
      if (node.range == null) return;
      const brut = texte.slice(node.range[0], node.range[1]);
      // Un nombre reste comme il est écrit : 1.50, 007.
      if (typeof node.value !== 'string') {
        if (brut !== '') bruts.set(node, brut);
        return;
      }
      const entre = node.type === Scalar.QUOTE_SINGLE || node.type === Scalar.QUOTE_DOUBLE;
      if (node.type === Scalar.BLOCK_FOLDED ? /^>-?\n/.test(brut) : node.type !== Scalar.BLOCK_LITERAL && brut.trimEnd().includes('\n')) bruts.set(node, brut);
      else if (entre && seLitNu(node.value)) node.type = Scalar.PLAIN;
      else if (entre && !/[\\\n]/.test(brut)) {
        if (node.type === Scalar.QUOTE_SINGLE) simples += 1;
        else doubles += 1;
        retypes.push(node);
      }
    },
  });
  const simple = simples >= doubles;
  // Un texte qui contient le guillemet choisi garde l'autre : rien à doubler ni à échapper.
  for (const node of retypes) node.type = (simple ? !String(node.value).includes("'") : String(node.value).includes('"')) ? Scalar.QUOTE_SINGLE : Scalar.QUOTE_DOUBLE;
  return commeAvantLaFin(texte, document.toString({ lineWidth: 0, indent: 2, singleQuote: simple }));
}

/** Rang de la première ligne des commentaires qui finissent un texte, ou null. */
function debutDeFin(lignes: readonly string[]): number | null {
  let debut: number | null = null;
  for (let i = lignes.length - 1; i > 0 && /^#|^[ \t]*$/.test(lignes[i] as string); i--) if ((lignes[i] as string).startsWith('#')) debut = i;
  return debut;
}

/** Des commentaires de fin collés à ce qui précède le restent : `yaml` les en séparerait. */
function commeAvantLaFin(avant: string, apres: string): string {
  const [anciennes, lignes] = [avant.split('\n'), apres.split('\n')];
  const [ancien, nouveau] = [debutDeFin(anciennes), debutDeFin(lignes)];
  if (ancien === null || nouveau === null || anciennes[ancien - 1]?.trim() === '' || lignes[nouveau - 1] !== '') return apres;
  return lignes.toSpliced(nouveau - 1, 1).join('\n');
}

const memeValeur = (a: string, b: string): boolean => {
  const [un, deux] = [a, b].map((t) => parseDocument(t, { compat: null }));
  return un?.errors.length === 0 && deux?.errors.length === 0 && JSON.stringify(enPaires(un)) === JSON.stringify(enPaires(deux));
};
/** La valeur, ordre des champs et nature des nombres compris. */
const enPaires = (document: Document.Parsed): unknown => ordonne(document.toJS({ mapAsMap: true }));
function ordonne(valeur: unknown): unknown {
  if (valeur instanceof Map) return { paires: [...valeur].map(([k, v]) => [ordonne(k), ordonne(v)]) };
  if (Array.isArray(valeur)) return valeur.map(ordonne);
  return typeof valeur === 'number' ? `n${Object.is(valeur, -0) ? '-0' : String(valeur)}` : valeur;
}

/** Met un texte YAML en forme. `raison` : pourquoi il reste tel quel. */
export function formerYaml(brut: string): Forme {
  const texte = brut.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (parseDocument(texte, { compat: null }).errors.length > 0) return { ok: false, raison: 'il ne se lit pas comme du YAML : ctg validate dit où' };
  if (texte.trim() === '') return { ok: true, texte: '' };
  const forme = reecrire(texte);
  const sur = forme !== null && memeValeur(texte, forme) && JSON.stringify(commentaires(texte)) === JSON.stringify(commentaires(forme)) && reecrire(forme) === forme;
  return sur ? { ok: true, texte: forme } : { ok: false, raison: 'sa mise en forme pourrait changer son sens : laissé tel quel' };
}
