/**
 * Contrôler un PDF : les conditions de PDF/UA-1 et de PDF/A-3a qu'une machine peut vérifier, une à une. Lit des octets,
 * rend des données ; ne lance pas pour un fichier abîmé. Voir src/decisions/conformite.md.
 */
import { Constats, type Manquement } from './constats.ts';
import { CONDITIONS, type Code } from './conditions/index.ts';
import { controlerDocument } from './controles/actions.ts';
import { controlerAnnotations, controlerFormulaire } from './controles/annotations.ts';
import { controlerBalises } from './controles/balises.ts';
import { contenuDePage, contenuLibre, groupe } from './controles/contenu.ts';
import type { Suivi } from './controles/contexte.ts';
import { Couleurs } from './controles/couleurs.ts';
import { controlerFichier } from './controles/fichier.ts';
import { controlerFichiersJoints } from './controles/fichiers-joints.ts';
import { controlerMetadonnees } from './controles/metadonnees.ts';
import { controlerPolice } from './controles/polices.ts';
import { lireArbre } from './controles/structure.ts';
import { ouvrir } from './lecture/ouvrir.ts';
import { Emplois } from './polices/emplois.ts';

export type { Manquement } from './constats.ts';
export type { Code } from './conditions/index.ts';

export interface Controle {
  readonly pages: number;
  /** Ce que la norme exige, et qui manque ; bornés par code. */
  readonly manquements: readonly Manquement[];
  /** Ce qu'elle recommande seulement. */
  readonly recommandations: readonly Manquement[];
  /** Occurrences de chaque code, toutes comptées. */
  readonly comptes: ReadonlyMap<Code, number>;
  /** Ce que le fichier contient et que ctg ne sait pas contrôler. */
  readonly nonVerifies: readonly string[];
}
/** Un fichier que l'on ne peut pas lire. */
export interface Illisible { readonly raison: string; readonly conseil: string }

export async function controlerPdf(octets: Uint8Array): Promise<Controle | Illisible> {
  const ouvert = await ouvrir(octets);
  const constats = new Constats();
  if (!('objets' in ouvert)) {
    if (!ouvert.chiffre) return { raison: ouvert.raison, conseil: ouvert.conseil };
    constats.signaler('A3A-6.1.3-2', `le fichier ne peut pas être lu : ${ouvert.raison}`);
    constats.nonVerifie('tout le reste : le fichier est chiffré');
    return rendre(constats, 0);
  }
  const c = { o: ouvert.objets, octets, constats };
  controlerFichier(c);
  controlerMetadonnees(c);
  controlerDocument(c);
  controlerFormulaire(c);
  controlerFichiersJoints(c);
  const s: Suivi = { c, arbre: lireArbre(c), couleurs: new Couleurs(c), emplois: new Emplois(c.o), formes: new Map(), vus: new Set(), libre: (flux, page) => contenuLibre(s, flux, page) };
  const pages = c.o.document.getPages();
  for (const [i, { node }] of pages.entries()) {
    contenuDePage(s, node, i + 1);
    controlerAnnotations(s, node, i + 1);
    groupe(s, node, i + 1);
    if (s.vus.has(`transparence ${i + 1}`) && s.couleurs.sortie === null && !c.o.a(c.o.lire(node, 'Group'), 'CS')) constats.signaler('A3A-6.2.10-2', 'la page a de la transparence, sans espace de fusion ni profil de sortie', { page: i + 1 });
  }
  controlerBalises(c, s.arbre);
  for (const police of s.emplois.polices.values()) controlerPolice(c, police);
  return rendre(constats, pages.length);
}

function rendre(constats: Constats, pages: number): Controle {
  const recommandee = (m: Manquement): boolean => CONDITIONS.get(m.code)?.recommandation === true;
  const rang = new Map([...CONDITIONS.keys()].map((code, i) => [code, i]));
  const tries = [...constats.manquements].sort((a, b) => (rang.get(a.code) ?? 0) - (rang.get(b.code) ?? 0) || (a.page ?? 0) - (b.page ?? 0));
  return { pages, manquements: tries.filter((m) => !recommandee(m)), recommandations: tries.filter(recommandee), comptes: constats.comptes, nonVerifies: [...constats.nonVerifies].sort() };
}
