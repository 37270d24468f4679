/**
 * Le même arbre, rendu par ctg (balisé, enchaîné, joint) ou par pdfmake tel quel, qui reçoit notre définition sans nos pages, nos mots
 * ni nos balises. Arguments : `ctg` ou `pdfmake`, dossier du territoire, nombre de rendus, fichier à écrire, dossier de ctg. Écrit en
 * JSON le temps de processeur du premier rendu et des suivants (ms) : l'arbre et les polices sont déjà lus. banc.js l'empaquette.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import pdfmake from 'pdfmake';
import { nodeHost } from '../../src/host/node.ts';
import { compile } from '../../src/pipeline/compile.ts';
import { readHabillage } from '../../src/pipeline/theme.ts';
import type { LayoutInput } from '../../src/render/pdf/flow/layout.ts';
import { type PdfOptions, renderPdf } from '../../src/render/pdf/index.ts';
import { Press } from '../../src/render/pdf/press.ts';
import { makeStyles, pageMargins } from '../../src/render/pdf/styles.ts';
import type { DocumentTree } from '../../src/document/arbre.ts';

const [moteur, dossier, passages, vers, RACINE] = process.argv.slice(2) as [string, string, string, string, string];

class Pris extends Error {}

/** Notre définition, prise au moment où la presse allait la mettre en page. */
async function definition(tree: DocumentTree, options: PdfOptions): Promise<object> {
  let pris: Omit<LayoutInput, 'defaultStyle'> | null = null;
  const images: Record<string, string> = {};
  const { layout, addImage } = Press.prototype;
  Press.prototype.layout = (input) => {
    pris = input;
    throw new Pris();
  };
  Press.prototype.addImage = function (this: Press, bytes) {
    const name = addImage.call(this, bytes);
    images[name] = `data:image/${bytes[0] === 0xff ? 'jpeg' : 'png'};base64,${Buffer.from(bytes).toString('base64')}`;
    return name;
  };
  await renderPdf(tree, options);
  Object.assign(Press.prototype, { layout, addImage });
  if (pris === null) throw new Error('la définition n’est pas passée par la presse');
  const { content, header, footer, watermark } = pris as Omit<LayoutInput, 'defaultStyle'>;
  const { theme } = options;
  return { content: [content], header, footer, watermark, images, defaultStyle: makeStyles(theme).body, pageSize: 'A4', pageMargins: pageMargins(theme.margins.portrait), compress: true };
}

const host = nodeHost(dossier, { packageRoot: RACINE, env: {} });
const { tree, projet } = await compile(host, { targets: [] });
if (tree === null) throw new Error(`${dossier} a des erreurs`);
const { theme, fonts } = readHabillage(host, projet);

async function rendre(arbre: DocumentTree): Promise<Uint8Array> {
  if (moteur === 'pdfmake') {
    return (await pdfmake.createPdf((await definition(arbre, { theme, fonts })) as never).getBuffer()) as Uint8Array;
  }
  const { bytes, problems } = await renderPdf(arbre, { theme, fonts });
  if (bytes === null) throw new Error(JSON.stringify(problems));
  return bytes;
}

if (moteur === 'pdfmake') {
  const famille = (f: typeof theme.fonts.text): object => Object.fromEntries((['normal', 'bold', 'italics', 'bolditalics'] as const).map((style) => [style, path.join(RACINE, 'templates/theme/fonts', f[style])]));
  pdfmake.setLocalAccessPolicy(() => true);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setFonts({ texte: famille(theme.fonts.text), titre: famille(theme.fonts.heading) } as never);
}
const durees: number[] = [];
for (let i = 0; i < Number(passages); i += 1) {
  // Un arbre neuf à chaque rendu : rien n'est repris du précédent.
  const arbre = structuredClone(tree);
  const debut = process.cpuUsage();
  const bytes = await rendre(arbre);
  const { user, system } = process.cpuUsage(debut);
  durees.push((user + system) / 1000);
  if (i === 0) writeFileSync(vers, bytes);
}
const [froid, ...chauds] = durees;
process.stdout.write(JSON.stringify({ froid, chauds, memoire: process.resourceUsage().maxRSS / 1024 }));
