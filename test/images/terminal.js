/** Une sortie de terminal, avec ses couleurs, en une page à photographier. */

/** Les codes de couleur que ctg emploie. Un code inconnu est une faute : l'image mentirait. */
const STYLES = { 1: 'font-weight:700', 2: 'color:#a9b4c2', 31: 'color:#ff8a80', 32: 'color:#9be7a3', 33: 'color:#ffd166', 34: 'color:#8ab4f8', 36: 'color:#7fdbe8' };

const html = (texte) => texte.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);

/** @param {string} commande @param {string} sortie */
export function enPage(commande, sortie) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: les couleurs d'un terminal s'écrivent ainsi
  const corps = html(sortie.trimEnd()).replace(/\u001B\[([\d;]+)m([^\u001B]*)\u001B\[0m/g, (_, codes, texte) => {
    const styles = codes.split(';').map((code) => STYLES[code] ?? faute(code));
    return `<span style="${styles.join(';')}">${texte}</span>`;
  });
  return `<!DOCTYPE html><html lang="fr"><meta charset="utf-8"><style>
body { margin: 0 }
pre { margin: 0; padding: 20px 24px; display: inline-block; min-width: 740px; background: #16202c; color: #eef2f6; font: 15px/1.5 "DejaVu Sans Mono", "Liberation Mono", monospace }
</style><pre><span style="color:#a9b4c2">$</span> ${html(commande)}\n${corps}</pre></html>`;
}

function faute(code) {
  throw new Error(`code de couleur inconnu : ${code}`);
}
