import { strToU8, zipSync } from 'fflate';
import { nodeHost } from '../../src/host/node.ts';
import { compile } from '../../src/pipeline/compile.ts';
import { lettres } from '../../src/reprise/classeur.ts';
import type { Projet } from '../../src/resolve/projet.ts';
import { RACINE } from '../cli/outils.ts';

const xml = (s: string): string => s.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

export interface FeuilleEcrite {
  readonly nom: string;
  /** Un nombre est écrit comme tel ; une date comme { jour: numéro de jour d'Excel }. */
  readonly lignes: readonly (readonly (string | number | { readonly jour: number } | null)[])[];
  readonly fusions?: readonly string[];
  readonly cachee?: boolean;
}

/** Un classeur comme Excel en écrit : textes partagés, styles de date, fusions. */
export function classeur(feuilles: readonly FeuilleEcrite[], autres: Readonly<Record<string, string>> = {}): Uint8Array {
  const textes: string[] = [];
  const partage = (t: string): number => (textes.includes(t) ? textes.indexOf(t) : textes.push(t) - 1);
  const corps = feuilles.map(({ lignes, fusions = [] }) => {
    const rows = lignes.map((ligne, r) => {
      const cells = ligne.map((c, i) => {
        const ref = `${lettres(i)}${r + 1}`;
        if (c === null) return '';
        if (typeof c === 'string') return `<c r="${ref}" t="s"><v>${partage(c)}</v></c>`;
        return typeof c === 'number' ? `<c r="${ref}"><v>${c}</v></c>` : `<c r="${ref}" s="1"><v>${c.jour}</v></c>`;
      });
      return `<row r="${r + 1}">${cells.join('')}</row>`;
    });
    const merges = fusions.length === 0 ? '' : `<mergeCells>${fusions.map((f) => `<mergeCell ref="${f}"/>`).join('')}</mergeCells>`;
    return `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.join('')}</sheetData>${merges}</worksheet>`;
  });
  const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
  const fichiers: Record<string, string> = {
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ${R}><sheets>${feuilles.map((f, i) => `<sheet name="${xml(f.nom)}" sheetId="${i + 1}" r:id="rId${i + 1}"${f.cachee === true ? ' state="hidden"' : ''}/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${feuilles.map((_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`,
    'xl/styles.xml': '<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>',
    'xl/sharedStrings.xml': `<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${textes.map((t) => `<si><t xml:space="preserve">${xml(t)}</t></si>`).join('')}</sst>`,
    ...Object.fromEntries(corps.map((c, i) => [`xl/worksheets/sheet${i + 1}.xml`, c])),
    ...autres,
  };
  return zipSync(Object.fromEntries(Object.entries(fichiers).map(([nom, texte]) => [nom, strToU8(texte)])));
}

/** Compile un dossier sans rien rendre. */
export const projetDe = async (dossier: string): Promise<{ readonly projet: Projet; readonly codes: readonly string[] }> => {
  const { projet, diagnostics } = await compile(nodeHost(dossier, { packageRoot: RACINE, env: {} }), { targets: [] });
  return { projet, codes: diagnostics.filter((d) => d.severity === 'erreur').map((d) => `${d.code} ${d.span?.file ?? ''}`) };
};

/** Ce que le plan dit à qui le lit, sans identifiants. */
export const planLu = (projet: Projet): readonly unknown[] =>
  projet.plan.actions.map((a) => ({
    numero: a.numero,
    titre: a.value.titre,
    chemin: a.chemin.map((n) => [n.niveau, n.titre]),
    thematiques: [...new Set([a.thematique, ...a.associees])].map((t) => (t === null ? null : projet.thematiques.get(t)?.titre)),
    pilotes: a.pilotes.map((p) => projet.acteurs.get(p)?.nom),
    partenaires: (a.value.partenaires ?? []).map((p) => projet.acteurs.get(p)?.nom),
    echeances: a.value.echeances ?? [],
    indicateurs: a.value.indicateurs ?? [],
  }));
