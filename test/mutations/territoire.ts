/** Un territoire que l'on abîme : ses fichiers, et dans ses YAML chaque valeur avec son adresse et son endroit. */
import { type Document, isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import type { Path } from '../../src/base/span.ts';
import { type Fichiers, fichiersExemple } from '../golden/atelier.ts';
import { fourreTout } from '../parite/fourre-tout.ts';

/** Une valeur d'un fichier YAML. `adresse` : « plan/plan.yaml#axes/accueil/titre ». */
export interface Noeud {
  readonly fichier: string;
  readonly chemin: Path;
  readonly adresse: string;
  /** Texte d'un scalaire tel qu'il est écrit, guillemets compris ; null pour un groupe ou une liste. */
  readonly ecrit: string | null;
  readonly debut: number;
  readonly fin: number;
}

/** Un changement, un seul : où, et ce qu'il fait des fichiers (à la demande : il y en a des milliers). */
export interface Changement {
  readonly ou: string;
  readonly fichiers: () => Fichiers;
}

export class Territoire {
  readonly nom: string;
  readonly fichiers: Fichiers;
  readonly noeuds: readonly Noeud[];

  constructor(nom: string, bruts: Fichiers) {
    this.nom = nom;
    this.fichiers = Object.fromEntries(Object.entries(bruts).map(([f, contenu]) => [f, /\.(yaml|md)$/.test(f) && typeof contenu !== 'string' ? new TextDecoder().decode(contenu) : contenu]));
    this.noeuds = Object.keys(this.fichiers).filter((f) => f.endsWith('.yaml')).flatMap((f) => noeuds(f, this.texte(f)));
  }

  texte(fichier: string): string {
    const contenu = this.fichiers[fichier];
    if (typeof contenu !== 'string') throw new Error(`${fichier} n’est pas un texte`);
    return contenu;
  }

  noms(motif: RegExp): readonly string[] {
    return Object.keys(this.fichiers).filter((f) => motif.test(f));
  }

  chercher(motif: RegExp): readonly Noeud[] {
    return this.noeuds.filter((n) => motif.test(n.adresse));
  }

  avec(fichier: string, contenu: string): Fichiers {
    return { ...this.fichiers, [fichier]: contenu };
  }

  sansFichier(fichier: string): Fichiers {
    return Object.fromEntries(Object.entries(this.fichiers).filter(([f]) => f !== fichier));
  }

  /** Le fichier d'un nœud, passé par l'API de `yaml` : commentaires gardés, lignes non repliées. */
  remanier(fichier: string, geste: (document: Document) => void): Fichiers {
    const document = parseDocument(this.texte(fichier));
    geste(document);
    return this.avec(fichier, document.toString({ lineWidth: 0 }));
  }

  /** Le même fichier, un scalaire réécrit à sa place. */
  recrire(n: Noeud, ecrit: string): Fichiers {
    const texte = this.texte(n.fichier);
    return this.avec(n.fichier, texte.slice(0, n.debut) + ecrit + texte.slice(n.fin));
  }
}

function noeuds(fichier: string, texte: string): Noeud[] {
  const found: Noeud[] = [];
  const noter = (chemin: Path, node: Node | null): void => {
    const [debut = 0, fin = 0] = node?.range ?? [];
    if (chemin.length > 0) found.push({ fichier, chemin, adresse: `${fichier}#${chemin.join('/')}`, ecrit: isScalar(node) ? texte.slice(debut, fin) : null, debut, fin });
    if (isMap(node)) for (const { key, value } of node.items) noter([...chemin, String((key as { value: unknown }).value)], value as Node | null);
    if (isSeq(node)) for (const [i, item] of node.items.entries()) noter([...chemin, i], item as Node);
  };
  noter([], parseDocument(texte).contents as Node | null);
  return found;
}

/** Un taux et une somme, un indicateur de toute la convention, un bilan au calendrier : ce que les règles savent contrôler. */
const CALCULS = `titre: Calculs
par_defaut: {source: Caf, annee: 2021, zone: Bourg-Modèle, echelle: commune, unite: enfants}
chiffres:
  enfants: {libelle: Enfants de moins de 3 ans, valeur: 320}
  accueillis: {libelle: Enfants accueillis, valeur: 184}
  part-accueillis: {libelle: Part des enfants accueillis, valeur: 57.5, unite: '%', numerateur: accueillis, denominateur: enfants}
  collectif: {libelle: Accueillis en collectif, valeur: 84}
  individuel: {libelle: Accueillis chez un assistant maternel, valeur: 100}
  tous: {libelle: Accueillis en tout, valeur: 184, somme_de: [collectif, individuel]}
`;

/** Les trois exemples livrés, et un territoire qui a un peu de tout : logos, équipements, taux, somme. */
export async function territoires(): Promise<readonly Territoire[]> {
  const complet: Fichiers = { ...(await fourreTout()), 'diagnostic/03-calculs.yaml': CALCULS };
  return [...(['minimal', 'aubergenville', 'creusot-montceau'] as const).map((nom) => new Territoire(nom, fichiersExemple(nom))), new Territoire('complet', complet)];
}
