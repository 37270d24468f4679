/** Lire une page de règle : ses sections, et les cas qu'elle montre. */
export interface Cas {
  readonly nom: string;
  /** Fichiers ajoutés ou remplacés, marques retirées. */
  readonly fichiers: Readonly<Record<string, string>>;
  /** Endroits marqués « ← CTGnnnn », sous la forme fichier:ligne. */
  readonly marques: readonly { readonly code: string; readonly ou: string }[];
}

export interface Page {
  readonly titre: string;
  readonly sections: ReadonlyMap<string, string>;
}

export function lirePage(texte: string): Page {
  const sections = new Map<string, string>();
  let titre = '';
  let section: string | null = null;
  let bloc = false;
  for (const ligne of texte.split('\n')) {
    if (ligne.startsWith('```')) bloc = !bloc;
    if (!bloc && ligne.startsWith('## ')) sections.set((section = ligne.slice(3)), '');
    else if (section === null) titre += `${ligne}\n`;
    else sections.set(section, `${sections.get(section) ?? ''}${ligne}\n`);
  }
  return { titre, sections };
}

const BLOC = /^```\w+ fichier=(\S+)\n([\s\S]*?)^```$/gm;
const MARQUE = /[ \t]*(?:#|<!--) ← (CTG\d{4})(?: -->)?$/;

/** Les cas d'une section : un par sous-titre « ### », ou un seul. */
export function lireCas(section: string): readonly Cas[] {
  return section
    .split(/^(?=### )/m)
    .map(lireUnCas)
    .filter((cas) => Object.keys(cas.fichiers).length > 0);
}

function lireUnCas(texte: string): Cas {
  const fichiers: Record<string, string> = {};
  const marques: { code: string; ou: string }[] = [];
  for (const [, fichier = '', corps = ''] of texte.matchAll(BLOC)) {
    const lignes = corps.split('\n').map((ligne, i) => {
      const marque = MARQUE.exec(ligne);
      if (marque === null) return ligne;
      marques.push({ code: marque[1] as string, ou: `${fichier}:${String(i + 1)}` });
      return ligne.slice(0, marque.index);
    });
    fichiers[fichier] = lignes.join('\n');
  }
  return { nom: /^### (.*)$/m.exec(texte)?.[1] ?? 'exemple', fichiers, marques };
}
