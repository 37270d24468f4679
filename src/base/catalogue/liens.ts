import { define } from '../diagnostic.ts';
import { guillemets } from '../francais.ts';

/** CTG3xxx : identifiants et références entre fichiers. */
export const LIENS = {
  CTG3001: define<{ quoi: string; id: string; suggestion: string | null; ou: string }>({
    title: 'Référence inconnue',
    severity: 'erreur',
    message: (p) => `${p.quoi} ne porte l’identifiant ${guillemets(p.id)}.`,
    hint: (p) => p.suggestion ?? `Les identifiants connus sont dans ${p.ou}.`,
  }),
  CTG3002: define<{ id: string }>({
    title: 'Identifiant en double',
    severity: 'erreur',
    message: (p) => `L’identifiant ${guillemets(p.id)} est déjà pris.`,
    hint: () => 'Changez l’un des deux : un identifiant désigne une seule chose dans tout le projet.',
  }),
  CTG3003: define<{ nom: string; suggestion: string | null }>({
    title: 'Commune hors du territoire',
    severity: 'erreur',
    message: (p) => `${guillemets(p.nom)} ne figure pas parmi les communes de territoire.yaml.`,
    hint: (p) => p.suggestion ?? 'Ajoutez-la à territoire.yaml, ou corrigez le nom.',
  }),
  CTG3004: define<{ id: string; suggestion: string | null; connus: readonly string[] }>({
    title: 'Modèle inconnu',
    severity: 'erreur',
    message: (p) => `Aucun modèle ne s’appelle ${guillemets(p.id)}.`,
    hint: (p) => p.suggestion ?? `Modèles connus : ${p.connus.join(', ')}.`,
  }),
  CTG3005: define<{ id: string; suggestion: string | null }>({
    title: 'Texte sans place dans le modèle',
    severity: 'erreur',
    message: (p) => `Le modèle n’a pas de pièce ${guillemets(p.id)}, et ce fichier ne dit pas où se placer.`,
    hint: (p) => p.suggestion ?? 'Pour une pièce de plus, donnez son titre et après quelle pièce elle vient : « titre: … » et « apres: … ».',
  }),
  CTG3006: define<{ lien: string; suggestion: string | null; formes: readonly string[] }>({
    title: 'Renvoi mal formé',
    severity: 'erreur',
    message: (p) => `${guillemets(p.lien)} n’est pas un renvoi que ctg connaît.`,
    hint: (p) => p.suggestion ?? `Formes admises : ${p.formes.join(', ')}.`,
  }),
  CTG3007: define<{ chemin: readonly string[] }>({
    title: 'Références en boucle',
    severity: 'erreur',
    message: (p) => `Ces chiffres se définissent l’un par l’autre, en boucle : ${p.chemin.join(' → ')}. Aucun ne pourrait être vérifié.`,
    hint: () => 'Retirez l’une des références : une somme ou un taux se fait avec des chiffres donnés pour eux-mêmes.',
  }),
  CTG3008: define<{ categorie: string; champ: string }>({
    title: 'Signataire incomplet',
    severity: 'erreur',
    message: (p) => `Un signataire de catégorie ${guillemets(p.categorie)} doit donner ${guillemets(p.champ)}.`,
    hint: (p) => (p.champ === 'commune' ? 'Écrivez « commune: » suivi du nom donné dans territoire.yaml.' : null),
  }),
  CTG3009: define<{ nom: string }>({
    title: 'Article du nom inconnu',
    severity: 'erreur',
    message: (p) => `ctg ne sait pas quel article mettre devant ${guillemets(p.nom)}.`,
    hint: () => 'Ajoutez une ligne « article: la » (ou le, les, l’, aucun).',
  }),
  CTG3010: define<{ manque: 'tous' | 'caf' }>({
    title: 'Convention sans signataire',
    severity: 'erreur',
    message: (p) => (p.manque === 'tous' ? 'La convention n’a aucun signataire : le dossier signataires/ est absent ou vide.' : 'La Caf n’est pas parmi les signataires : aucun fichier du dossier signataires/ ne porte « categorie: caf ».'),
    hint: () => 'Chaque signataire est un fichier du dossier signataires/, par exemple 01-caf.yaml.',
  }),
  CTG3012: define<{ nom: string }>({
    title: 'Commune en double',
    severity: 'erreur',
    message: (p) => `La commune ${guillemets(p.nom)} est déjà donnée.`,
    hint: () => 'Gardez une seule des deux, ou corrigez le nom de l’autre.',
  }),
  CTG3011: define<{ fichier: string; clause: string }>({
    title: 'Clause introuvable',
    severity: 'erreur',
    message: (p) => `Le modèle cite la clause ${guillemets(p.clause)}, et le fichier ${p.fichier} n’existe pas.`,
    hint: () => 'Créez la clause dans modeles/clauses/, ou citez une clause de la bibliothèque.',
  }),
  CTG3013: define<{ ecrit: string; officiel: string; insee: string }>({
    title: 'Commune mal nommée dans territoire.yaml',
    severity: 'erreur',
    message: (p) => `${guillemets(p.ecrit)} porte le code ${p.insee}, qui est celui de ${guillemets(p.officiel)}, et un signataire l’écrit ainsi. Le nom faux passerait dans les parties et les signatures.`,
    hint: (p) => `Écrivez : ${p.officiel}`,
  }),
  CTG3014: define<{ cle: string; espace: boolean; suggestion: string | null }>({
    title: 'Appel sans note',
    severity: 'erreur',
    message: (p) => (p.espace === true ? `${guillemets(`[^${p.cle}]`)} n’appelle aucune note : la clé d’une note s’écrit sans espace.` : `${guillemets(`[^${p.cle}]`)} appelle une note que ce fichier ne contient pas.`),
    hint: (p) => p.suggestion ?? (p.espace === true ? `Écrivez par exemple [^${p.cle.trim().replace(/\s+/g, '-')}], à l’appel et devant la note.` : `Ajoutez la note plus bas dans ce fichier, seule sur sa ligne : « [^${p.cle}]: » puis son texte. Pour imprimer ces signes tels quels, écrivez \\[^${p.cle}].`),
  }),
  CTG3015: define<{ cle: string; suggestion: string | null }>({
    title: 'Note jamais appelée',
    severity: 'avertissement',
    message: (p) => `Aucun appel ${guillemets(`[^${p.cle}]`)} ne mène à cette note : elle ne sera pas imprimée.`,
    hint: (p) => p.suggestion ?? `Écrivez [^${p.cle}] dans le texte de ce fichier, après le mot que la note éclaire ; ou retirez la note.`,
  }),
  CTG3016: define<{ cle: string }>({
    title: 'Note en double',
    severity: 'erreur',
    message: (p) => `Ce fichier a déjà une note ${guillemets(`[^${p.cle}]`)} : celle-ci ne serait pas imprimée.`,
    hint: () => 'Donnez-lui une autre clé, et la même à son appel. Une note peut aussi être appelée plusieurs fois.',
  }),
  CTG3017: define<{ cle: string; lieu: 'un titre' | 'un lien' | 'une note' }>({
    title: 'Appel de note mal placé',
    severity: 'erreur',
    message: (p) => `L’appel ${guillemets(`[^${p.cle}]`)} est dans ${p.lieu} : un titre paraît aussi au sommaire, un lien mène déjà ailleurs, et une note n’en appelle pas une autre.`,
    hint: () => 'Mettez l’appel dans le texte, après le titre ou le lien ; de deux notes, faites-en une.',
  }),
  CTG3018: define<{ quoi: string }>({
    title: 'Contenu impossible dans une note',
    severity: 'erreur',
    message: (p) => `Une note contient ${p.quoi}. Elle n’a que des paragraphes et des listes.`,
    hint: () => 'Mettez-le dans le texte, ou dans une annexe à laquelle la note renvoie.',
  }),
  CTG3019: define<{ quoi: string; noms: readonly string[]; fichier: string; conseil: string }>({
    title: 'Fichier auquel d’autres renvoient',
    severity: 'erreur',
    message: (p) => `Il manque ${p.fichier}, où les autres fichiers cherchent ${p.quoi} : ${p.noms.join(', ')}.`,
    hint: (p) => p.conseil,
  }),
  CTG3020: define<{ code: string; faute: 'code' | 'vide' | 'lien'; suggestion: string | null }>({
    title: 'Passage en langue étrangère mal écrit',
    severity: 'erreur',
    message: (p) => (p.faute === 'vide' ? `${guillemets(`[](langue:${p.code})`)} n’a aucun texte entre ses crochets.` : p.faute === 'lien' ? `Le passage que ferme ${guillemets(`](langue:${p.code})`)} contient un lien ou un renvoi : ses crochets seraient imprimés.` : `${guillemets(p.code)} n’est pas le code d’une langue étrangère que ctg connaît.`),
    hint: (p) =>
      p.faute === 'vide' ? 'Mettez-y le passage : [welcome pack](langue:en).' : p.faute === 'lien' ? 'Fermez le passage avant le lien, et rouvrez-en un après.' : (p.suggestion ?? 'Un code a deux lettres, avec le pays s’il compte : [welcome pack](langue:en), ou langue:pt-BR. La référence des fichiers en donne la liste.'),
  }),
} as const;
