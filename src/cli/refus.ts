/** Ce que répond un système qui refuse d'écrire : en français, avec ce qu'il y a à faire. */
export interface Refus {
  readonly raison: string;
  readonly conseil: string;
}

const OUVERT = 'Fermez-le dans l’autre logiciel (Word, lecteur de PDF, Explorateur), puis relancez la commande.';
const DROITS = 'Demandez le droit d’écrire dans ce dossier, ou choisissez-en un autre.';
const PLACE = 'Libérez de la place, ou choisissez un dossier sur un autre disque.';
const PLACE_PRISE = 'Déplacez ou renommez ce qui porte déjà ce nom, puis relancez la commande.';

const REFUS: Readonly<Record<string, Refus>> = {
  EACCES: { raison: 'l’accès est refusé', conseil: DROITS },
  EPERM: { raison: 'l’accès est refusé, ou le document est ouvert dans un autre logiciel', conseil: `${OUVERT} Sinon, demandez le droit d’écrire dans ce dossier.` },
  EBUSY: { raison: 'le document est ouvert dans un autre logiciel', conseil: OUVERT },
  ETXTBSY: { raison: 'le document est ouvert dans un autre logiciel', conseil: OUVERT },
  ENOSPC: { raison: 'le disque est plein', conseil: PLACE },
  EDQUOT: { raison: 'votre quota de disque est atteint', conseil: PLACE },
  EFBIG: { raison: 'le fichier est plus gros que ce que ce disque admet', conseil: PLACE },
  EROFS: { raison: 'le disque est en lecture seule', conseil: 'Choisissez un dossier sur un disque où vous pouvez écrire.' },
  EISDIR: { raison: 'un dossier porte ce nom', conseil: PLACE_PRISE },
  ENOENT: { raison: 'un dossier ou un lien de ce chemin ne mène nulle part', conseil: 'Vérifiez que le dossier existe toujours, et que le disque est bien branché.' },
  ENOTEMPTY: { raison: 'un dossier porte ce nom', conseil: PLACE_PRISE },
  ENOTDIR: { raison: 'un fichier se trouve à la place d’un dossier de ce chemin', conseil: PLACE_PRISE },
  EEXIST: { raison: 'un fichier se trouve à la place d’un dossier de ce chemin', conseil: PLACE_PRISE },
  ENAMETOOLONG: { raison: 'le chemin est trop long', conseil: 'Choisissez un dossier plus près de la racine du disque, ou des noms plus courts.' },
  ELOOP: { raison: 'un lien tourne en rond', conseil: 'Supprimez ce lien, ou faites-le mener à un dossier.' },
  EXDEV: { raison: 'un lien mène hors du dossier', conseil: 'Supprimez ce lien : ctg n’écrit pas hors du dossier demandé.' },
  EMFILE: { raison: 'trop de fichiers sont ouverts', conseil: 'Fermez d’autres logiciels, puis relancez la commande.' },
};

/** Pourquoi le système refuse ; ce qui n'en vient pas est une panne de ctg, et repart. */
export function refus(error: unknown): Refus {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code === undefined || !/^E[A-Z0-9]+$/.test(code)) throw error;
  return REFUS[code] ?? { raison: `le système répond ${code}`, conseil: 'Essayez dans un autre dossier, sur un autre disque.' };
}
