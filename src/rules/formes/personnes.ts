/** Les domaines de premier niveau d'une messagerie de particulier. */
export const DOMAINES = /\.(?:com|fr|net|me|eu)$/i;

/** Formes de données personnelles qui n'ont pas leur place dans un acte public (RGPD, article 5 ; loi n° 78-17 du 6 janvier 1978). */
export const PERSONNES = {
  /** Numéro de sécurité sociale : sexe, année, mois, département, commune, ordre, clé. */
  nir: /(?<!\d)[12][\s.]?\d{2}[\s.]?(?:0[1-9]|1[0-2]|[2-9]\d)[\s.]?(?:\d{2}|2[AB])[\s.]?\d{3}[\s.]?\d{3}(?:[\s.]?\d{2})?(?!\d)/gu,
  naissance: /(?<!(?:relais|convention|ctg|association|service|projet|réseau|crèche|structure|collectif|dispositif|commun\p{L}*|contrat|idée|démarche|lieu|centre|syndicat)[^.]{0,40})(?<!\p{L})(?:née?s?\s+le|date de naissance\s*:)\s+(?:\d{1,2}(?:er)?[\s./-]+(?:\d{1,2}|\p{L}+)[\s./-]+(?:19|20)\d\d)/giu,
  courriel: /(?<![\p{L}\p{N}._%+-])([\p{L}\p{N}._%+-]+)@([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,})/gu,
  mobile: /(?<![\d.-])(?:\+33[\s.-]?|0033[\s.-]?|0)[67](?:[\s.-]?\d{2}){4}(?![\d-])/gu,
  /** « M. Dupont », « Madame Jeanne Dupont ». */
  nommee: /(?<![\p{L}])(?:M\.|MM\.|Mme|Mmes|Mlle|Monsieur|Madame|Mademoiselle)\s+(?:\p{Lu}[\p{L}’'-]+\s+){0,2}\p{Lu}[\p{L}’'-]+/gu,
  /** « la famille Dupont », « l'enfant Léo ». */
  famille: /(?<!\p{L})(?:la famille|les époux|l[’']enfant|le petit|la petite)\s+(\p{Lu}[\p{Ll}’'-]+(?:\s\p{Lu}[\p{L}’'-]+)?)/gu,
  /** Sans l'un de ces mots, il n'y a personne à chercher : la plupart des textes ne sont lus qu'une fois. */
  indice: /M\.\s|MM\.|Mme|Mlle|Monsieur|Madame|Mademoiselle|@|famille|époux|enfant|petit/i,
  /** Titres qui ne nomment personne. */
  fonctions: /\s(?:le|la|l[’'])|\s(?:Maire|Président|Présidente|Directeur|Directrice|Préfet|Préfète|Adjointe?|Le|La)$/u,
} as const;
