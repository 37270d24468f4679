/** Fichiers joints : leur type, leur nom, leur rapport avec le document. */
import { guillemets } from '../../base/francais.ts';
import { PDFDict, ref } from '../lecture/objets.ts';
import type { Controle } from './contexte.ts';

export function controlerFichiersJoints(c: Controle): void {
  const { o, constats } = c;
  const associes = new Set<PDFDict>();
  // Un fichier s'associe par la clé AF du document, d'une page, d'une balise, d'un dessin ou d'une annotation.
  for (const [, objet] of o.contexte.enumerateIndirectObjects()) for (const fichier of o.unOuListe(o.brut(objet, 'AF'))) associer(c, fichier, associes);
  for (const [reference, objet] of o.contexte.enumerateIndirectObjects()) {
    if (!(objet instanceof PDFDict) || !o.a(objet, 'EF')) continue;
    const [f, uf] = [o.texte(o.lire(objet, 'F')) ?? '', o.texte(o.lire(objet, 'UF')) ?? ''];
    const ou = { objet: ref(reference) };
    const quel = `le fichier joint ${guillemets(uf || f || 'sans nom')}`;
    if (f === '' || uf === '') constats.signaler('A3A-6.8-2', `${quel} n’a pas ses deux noms (F et UF)`, ou);
    if (!o.a(objet, 'AFRelationship')) constats.signaler('A3A-6.8-3', `${quel} ne dit pas son rapport avec le document`, ou);
    if (!associes.has(objet)) constats.signaler('A3A-6.8-4', `${quel} n’est rattaché ni au document, ni à une de ses parties`, ou);
    for (const [, flux] of o.entrees(o.lire(objet, 'EF'))) {
      const type = o.nom(o.lire(flux, 'Subtype'));
      if (type === undefined || !/^[-\w+.]+\/[-\w+.]+$/.test(type)) constats.signaler('A3A-6.8-1', `${quel} n’a pas de type MIME${type === undefined ? '' : ` valable (${type})`}`, ou);
      if (o.texte(o.lire(flux, 'Params', 'ModDate')) === undefined) constats.signaler('A3A-6.8-a', `${quel} ne dit pas sa date de modification`, ou);
    }
  }
}

function associer({ o }: Controle, fichier: unknown, associes: Set<PDFDict>): void {
  const dict = o.dict(fichier as never);
  if (dict !== undefined) associes.add(dict);
}
