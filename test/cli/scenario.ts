/**
 * Un scénario est un fichier texte : une phrase, puis des lignes `@ mot valeur`, chacune suivie de son contenu.
 *   @ exemple minimal [dossier]  copie un exemple           @ fichier chemin   écrit un fichier
 *   @ depuis dossier             dossier courant            @ env NOM=valeur   environnement
 *   @ terminal                   la sortie est un terminal  @ commande ctg …   ce qui est lancé
 *   @ sortie, @ erreur           ce qui doit s'afficher, tel quel (rien s'ils manquent)
 *   @ code 0                     code de sortie attendu
 *   @ fichiers                   fichiers présents ensuite sous sortie/, un par ligne
 * Les espaces insécables se comparent comme des espaces ; `{ici}` est le dossier du scénario.
 */
export interface Directive {
  readonly mot: string;
  readonly valeur: string;
  readonly contenu: string;
}

const MOTS = ['exemple', 'fichier', 'depuis', 'env', 'terminal', 'commande', 'sortie', 'erreur', 'code', 'fichiers'];

export function lire(texte: string): { readonly titre: string; readonly directives: readonly Directive[] } {
  const [tete = '', ...blocs] = `\n${texte}`.split(/\n@ /);
  const directives = blocs.map((bloc): Directive => {
    const fin = bloc.indexOf('\n');
    const [mot = '', ...valeur] = (fin === -1 ? bloc : bloc.slice(0, fin)).trim().split(' ');
    if (!MOTS.includes(mot)) throw new Error(`mot inconnu dans un scénario : @ ${mot}`);
    return { mot, valeur: valeur.join(' '), contenu: fin === -1 ? '' : `${bloc.slice(fin + 1).replace(/\n+$/, '')}\n` };
  });
  for (const mot of ['commande', 'code']) if (!directives.some((d) => d.mot === mot)) throw new Error(`scénario sans @ ${mot}`);
  return { titre: tete.trim(), directives };
}

/** Découpe une ligne de commande ; les guillemets gardent les espaces. */
export const arguments_ = (ligne: string): string[] => [...ligne.matchAll(/"([^"]*)"|(\S+)/g)].map((m) => m[1] ?? m[2] ?? '');

/** Espaces insécables ramenées à des espaces, fins de ligne nettes. */
export const simple = (texte: string): string => texte.replace(/[\u00A0\u202F]/g, ' ').replace(/[ \t]+$/gm, '').trim();
