/** La page qui montre, côte à côte, ce qui était accepté et ce qui sort. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { RACINE } from '../golden/atelier.ts';

export interface Ligne {
  readonly page: number;
  readonly ecart: number;
  readonly acceptee: Uint8Array | undefined;
  readonly obtenue: Uint8Array | undefined;
  readonly difference: Uint8Array | null;
}

const image = (octets: Uint8Array | null | undefined, legende: string): string => {
  const vue = octets === null || octets === undefined ? '<p>Pas d’image.</p>' : `<img alt="${legende}" src="data:image/png;base64,${Buffer.from(octets).toString('base64')}">`;
  return `<figure>${vue}<figcaption>${legende}</figcaption></figure>`;
};

/** Écrit la page, et rend son chemin. */
export function ecrireRapport(nom: string, lignes: readonly Ligne[]): string {
  const dossier = path.join(RACINE, 'sortie', 'visuel');
  mkdirSync(dossier, { recursive: true });
  const fichier = path.join(dossier, `${nom}.html`);
  const corps = lignes.map(({ page, ecart, acceptee, obtenue, difference }) => `<h2>Page ${String(page)} : ${(ecart * 100).toFixed(2).replace('.', ',')}\u00A0% des points diffèrent</h2>\n<div>${image(acceptee, 'acceptée')}${image(obtenue, 'obtenue')}${image(difference, 'différence')}</div>`);
  writeFileSync(fichier, `<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<title>Pages de ${nom}</title>
<style>body { font-family: sans-serif; margin: 2em } div { display: flex; gap: 1em } figure { margin: 0 } img { border: 1px solid #999 }</style>
<h1>Pages de ${nom}</h1>
<p>Si ce qui est obtenu est voulu : <code>npm run visuel -- --accepter</code>.</p>
${corps.join('\n')}
`);
  return fichier;
}
