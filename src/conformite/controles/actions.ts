/** Actions, calques, et ce qui change ce que montre le document. */
import { guillemets } from '../../base/francais.ts';
import { type Objet, type PDFDict, PDFRef, ref } from '../lecture/objets.ts';
import type { Lieu } from '../constats.ts';
import type { Controle } from './contexte.ts';

const ADMISES = new Set(['GoTo', 'GoToR', 'GoToE', 'Thread', 'URI', 'Named', 'SubmitForm']);
const NOMMEES = new Set(['NextPage', 'PrevPage', 'FirstPage', 'LastPage']);

/** Une action, et celles qui la suivent. */
export function controlerAction({ o, constats }: Controle, action: Objet, ou: Lieu): void {
  const vues = new Set<PDFDict>();
  const pile: Objet[] = [action];
  while (pile.length > 0) {
    const objet = pile.pop();
    const dict = o.dict(objet);
    if (dict === undefined || vues.has(dict)) continue;
    vues.add(dict);
    const sorte = o.nom(o.lire(dict, 'S')) ?? '?';
    if (!ADMISES.has(sorte)) constats.signaler('A3A-6.5.1-1', `le document contient une action ${sorte}`, ou);
    const nom = o.nom(o.lire(dict, 'N')) ?? '?';
    if (sorte === 'Named' && !NOMMEES.has(nom)) constats.signaler('A3A-6.5.1-2', `l’action nommée ${guillemets(nom)} n’est pas admise`, ou);
    pile.push(...o.unOuListe(o.brut(dict, 'Next')));
  }
}

export function controlerDocument(c: Controle): void {
  const { o, constats } = c;
  const catalogue = o.document.catalog;
  if (o.a(catalogue, 'AA')) constats.signaler('A3A-6.5.2-1', 'le document déclenche des actions');
  const ouverture = o.brut(catalogue, 'OpenAction');
  if (o.dict(ouverture) !== undefined) controlerAction(c, ouverture, {});
  for (const [, script] of o.arbre(o.lire(catalogue, 'Names', 'JavaScript'), 'Names')) controlerAction(c, script, { objet: ref(script) });
  signets(c);
  if (o.a(o.lire(catalogue, 'Names'), 'AlternatePresentations')) constats.signaler('A3A-6.10-1', 'le document a une présentation de remplacement');
  if (o.a(catalogue, 'Requirements')) constats.signaler('A3A-6.11-1', 'le document exige des fonctions du logiciel qui l’ouvre');
  for (const [cle] of o.entrees(o.lire(catalogue, 'Perms'))) if (cle !== 'UR3' && cle !== 'DocMDP') constats.signaler('A3A-6.1.12-1', `les permissions contiennent ${cle}`);
  for (const [i, page] of o.document.getPages().entries()) {
    if (o.a(page.node, 'AA')) constats.signaler('A3A-6.5.2-2', 'la page déclenche des actions', { page: i + 1 });
    if (o.a(page.node, 'PresSteps')) constats.signaler('A3A-6.10-2', 'la page a des étapes de diaporama', { page: i + 1 });
    for (const boite of ['MediaBox', 'CropBox', 'TrimBox', 'BleedBox', 'ArtBox']) {
      const [a, b, d, e] = o.liste(o.lire(page.node, boite)).map((n) => o.nombre(n));
      if (a === undefined || b === undefined || d === undefined || e === undefined) continue;
      const cotes = [Math.abs(d - a), Math.abs(e - b)];
      if (cotes.some((cote) => cote < 3 || cote > 14400)) constats.signaler('A3A-6.1.13-11', `la page mesure ${cotes.map((n) => Math.round(n)).join(' × ')} points (${boite})`, { page: i + 1 });
    }
  }
  calques(c);
}

function signets(c: Controle): void {
  const { o } = c;
  const vus = new Set<PDFDict>();
  const pile: Objet[] = [o.brut(o.lire(o.document.catalog, 'Outlines'), 'First')];
  while (pile.length > 0) {
    const signet = pile.pop();
    const dict = o.dict(signet);
    if (dict === undefined || vus.has(dict)) continue;
    vus.add(dict);
    const action = o.brut(dict, 'A');
    if (action !== undefined) controlerAction(c, action, { objet: ref(signet) });
    pile.push(o.brut(dict, 'Next'), o.brut(dict, 'First'));
  }
}

function calques({ o, constats }: Controle): void {
  const proprietes = o.lire(o.document.catalog, 'OCProperties');
  if (proprietes === undefined) return;
  const tous = o.liste(o.lire(proprietes, 'OCGs')).map(String);
  const noms = new Set<string>();
  for (const reglage of [o.brut(proprietes, 'D'), ...o.liste(o.lire(proprietes, 'Configs'))]) {
    if (o.dict(reglage) === undefined) continue;
    const objet = ref(reglage);
    const nom = o.texte(o.lire(reglage, 'Name')) ?? '';
    if (nom === '') constats.signaler('A3A-6.9-1', 'un réglage de calques n’a pas de nom', { objet });
    else if (noms.has(nom)) constats.signaler('A3A-6.9-2', `deux réglages de calques s’appellent ${guillemets(nom)}`, { objet });
    noms.add(nom);
    if (o.a(reglage, 'AS')) constats.signaler('A3A-6.9-4', 'des calques basculent d’eux-mêmes', { objet });
    const ordre = o.lire(reglage, 'Order');
    if (ordre === undefined) continue;
    const cites = new Set<string>();
    const pile: Objet[] = [ordre];
    for (let i = 0; i < pile.length && i < 100_000; i += 1) {
      for (const entree of o.liste(pile[i])) {
        if (entree instanceof PDFRef) cites.add(String(entree));
        pile.push(entree);
      }
    }
    if (tous.some((calque) => !cites.has(calque))) constats.signaler('A3A-6.9-3', 'la liste des calques n’est pas complète', { objet });
  }
}
