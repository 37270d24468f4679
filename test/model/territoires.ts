/** Territoires faits pour l'essai : une convention de quatorze articles et ses signataires. */
import type { DocumentTree } from '../../src/document/arbre.ts';
import { blockTexts } from '../../src/document/texte.ts';
import { arbreDe, type Fichiers, fichiersExemple, net, piece } from '../golden/atelier.ts';

export interface Demande {
  readonly nom?: string;
  readonly type?: string;
  readonly communes: readonly string[];
  /** Nom de fichier sans extension → YAML. La Caf est ajoutée. */
  readonly signataires: Readonly<Record<string, string>>;
  readonly convention?: string;
  readonly autres?: Fichiers;
}

export const CAF = `categorie: caf
nom: Caisse d’allocations familiales du Val-Modèle
nom_court: la Caf
representants:
  - {civilite: Mme, prenom: Ada, nom: Exemple, qualite: directrice}
`;

export function territoire({ nom = 'Bourg-Modèle', type = 'groupement de communes', communes, signataires, convention = '', autres = {} }: Demande): Fichiers {
  return {
    'ctg.yaml': 'format: 1\n',
    'convention.yaml': `modele: quatorze-articles\nhypothese: 2\n${convention.includes('periode:') ? '' : "periode: {debut: '2026-01-01', fin: '2029-12-31'}\n"}${convention}`,
    'territoire.yaml': `nom: ${nom}\n${type === 'commune' ? '' : 'article: le\n'}type: ${type}\ndepartement: Val-Modèle\ncommunes:\n${communes.map((c) => `  - nom: ${c}\n`).join('')}`,
    'articles/champs-collectivite.md': '- Petite enfance\n',
    'plan/plan.yaml': new TextDecoder().decode(fichiersExemple('minimal')['plan/plan.yaml']).replace('pilotes: [commune]', 'pilotes: [caf]'),
    'signataires/01-caf.yaml': CAF,
    ...Object.fromEntries(Object.entries(signataires).map(([f, yaml]) => [`signataires/${f}.yaml`, yaml])),
    ...autres,
  };
}

export const commune = (nom: string, civilite: 'M.' | 'Mme' = 'M.', suite = ''): string => `categorie: commune\ncommune: ${nom}\nrepresentants:\n  - {civilite: ${civilite}, prenom: Jo, nom: Modèle, qualite: maire}\n${suite}`;

export const textes = (tree: DocumentTree, id: string): readonly string[] => piece(tree, id).children.flatMap((b) => blockTexts(b)).map(net);

/** Une partie par texte, sans la conjonction qui précède la dernière. */
export async function partiesDe(demande: Demande): Promise<readonly string[]> {
  return textes(await arbreDe(territoire(demande)), 'parties').filter((t) => t !== 'et').slice(1);
}
