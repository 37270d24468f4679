import { define } from '../diagnostic.ts';
import { guillemets } from '../francais.ts';

/** CTG8xxx : réglages des règles et constats passés sous silence. */
export const REGLAGES = {
  CTG8001: define<{ code: string; suggestion: string | null }>({
    title: 'Règle inconnue',
    severity: 'erreur',
    message: (p) => `${p.code} n’est le code d’aucune règle que l’on puisse régler.`,
    hint: (p) => p.suggestion ?? 'La liste des règles est dans docs/regles.',
  }),
  CTG8002: define<{ code: string; titre: string }>({
    title: 'Règle non négociable',
    severity: 'erreur',
    message: (p) => `${p.code} (${p.titre}) reste une erreur : elle protège la validité de l’acte ou la vie privée.`,
    hint: () => 'Retirez ce réglage et corrigez ce que la règle signale.',
  }),
  CTG8003: define<{ code: string }>({
    title: 'Silence sans raison',
    severity: 'erreur',
    message: (p) => `Ce silence sur ${p.code} ne dit pas pourquoi.`,
    hint: (p) => `Écrivez la raison après le code : ${guillemets(`ctg-silence ${p.code} : la commune signera en 2026`)}.`,
  }),
  CTG8004: define<{ code: string }>({
    title: 'Silence inutile',
    severity: 'avertissement',
    message: (p) => `Aucun avertissement ${p.code} ne porte sur cette ligne ni sur la suivante.`,
    hint: () => 'Retirez ce commentaire.',
  }),
  CTG8005: define<{ code: string }>({
    title: 'Silence sur une erreur',
    severity: 'erreur',
    message: (p) => `${p.code} est ici une erreur : elle ne peut pas être passée sous silence.`,
    hint: () => 'Corrigez-la ; seul un avertissement peut être tu.',
  }),
  CTG8006: define<{ code: string; nom: string; quoi: string; suggestion: string | null; connus: string }>({
    title: 'Réglage inconnu',
    severity: 'erreur',
    message: (p) => `${p.code} n’a pas de ${p.quoi} ${guillemets(p.nom)}. Ce réglage serait sans effet.`,
    hint: (p) => p.suggestion ?? `${p.connus} « ctg explain ${p.code} » en dit plus.`,
  }),
  CTG8007: define<{ code: string; nom: string; valeur: string; bornes: string }>({
    title: 'Seuil hors de ses bornes',
    severity: 'erreur',
    message: (p) => `Le seuil ${guillemets(p.nom)} de ${p.code} va de ${p.bornes} ; ${p.valeur} est en dehors. La règle ne protégerait plus de rien, ou parlerait à tort.`,
    hint: (p) => `Donnez un nombre de ${p.bornes}, ou retirez ce réglage.`,
  }),
  CTG8008: define<{ code: string; nom: string; par: string; valeur: string; source: string }>({
    title: 'Seuil qui ne se règle pas',
    severity: 'erreur',
    message: (p) => `Le seuil ${guillemets(p.nom)} de ${p.code} (${p.valeur}) est fixé par ${p.par}. Source : ${p.source}`,
    hint: () => 'Retirez ce réglage. Seul un seuil du modèle peut changer, dans le modèle du territoire (dossier modeles/), s’il est convenu avec la Caf.',
  }),
  CTG8009: define<{ code: string }>({
    title: 'Réglage vide',
    severity: 'erreur',
    message: (p) => `Ce réglage de ${p.code} ne change rien : il n’a ni gravité, ni seuil, ni liste.`,
    hint: () => 'Ajoutez « gravite: », « seuils: » ou « listes: », ou retirez-le.',
  }),
  CTG8010: define<{ code: string; nom: string; mot: string; attendu: string }>({
    title: 'Ajout qui n’a pas la forme de la liste',
    severity: 'erreur',
    message: (p) => `${guillemets(p.mot)} ne s’écrit pas comme les autres valeurs de la liste ${guillemets(p.nom)} de ${p.code}. La règle ne le reconnaîtrait jamais.`,
    hint: (p) => `Écrivez-le sur le modèle de ${p.attendu} (« ctg explain ${p.code} » montre la liste).`,
  }),
} as const;
