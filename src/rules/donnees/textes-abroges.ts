/** Textes que des conventions visent encore, et qui n'existent plus ou ont changé de nom. Relevés le 22 novembre 2026 ; chacun a sa source. */
export interface TexteAbroge {
  readonly forme: RegExp;
  readonly nom: string;
  /** Premier jour où le texte n'est plus en vigueur. */
  readonly depuis: string;
  readonly remplace: string;
  readonly source: string;
}

export const TEXTES_ABROGES: readonly TexteAbroge[] = [
  {
    forme: /directive\s+(?:européenne\s+)?(?:\(?(?:CE|UE)\)?\s+)?(?:n°\s*)?95\/46(?:\/CE)?/giu,
    nom: 'la directive 95/46/CE',
    depuis: '2018-05-25',
    remplace: 'le règlement (UE) 2016/679 du 27 avril 2016 (RGPD)',
    source: 'RGPD, article 94.',
  },
  {
    forme: /décret\s+(?:n°\s*)?2005-1309/giu,
    nom: 'le décret n° 2005-1309 du 20 octobre 2005',
    depuis: '2019-06-01',
    remplace: 'le décret n° 2019-536 du 29 mai 2019',
    source: 'Légifrance, décret n° 2005-1309 : version abrogée depuis le 1er juin 2019.',
  },
  {
    forme: /code\s+de\s+la\s+famille\s+et\s+de\s+l[’']aide\s+sociale/giu,
    nom: 'le Code de la famille et de l’aide sociale',
    depuis: '2000-12-24',
    remplace: 'le Code de l’action sociale et des familles',
    source: 'Ordonnance n° 2000-1249 du 21 décembre 2000, article 4 (Journal officiel du 23 décembre 2000).',
  },
  {
    forme: /commission\s+départementale\s+de\s+l[’']accueil\s+(?:des\s+jeunes\s+enfants|du\s+jeune\s+enfant)/giu,
    nom: 'la commission départementale de l’accueil des jeunes enfants',
    depuis: '2022-03-01',
    remplace: 'le comité départemental des services aux familles',
    source: 'Ordonnance n° 2021-611 du 19 mai 2021 ; Code de l’action sociale et des familles, article L. 214-5. Comités installés à partir du 1er mars 2022 (La Gazette des communes, 25 mai 2022).',
  },
  {
    forme: /relais\s+(?:d[’'])?assistant(?:e)?s?\s+maternel(?:le)?s?/giu,
    nom: 'le relais assistants maternels',
    depuis: '2021-09-01',
    remplace: 'le relais petite enfance',
    source: 'Ordonnance n° 2021-611 du 19 mai 2021, article 2 ; décret n° 2021-1115 du 25 août 2021, en vigueur le 1er septembre 2021.',
  },
];

/** Sans l'un de ces mots, il n'y a rien à chercher : la plupart des textes ne sont lus qu'une fois. */
export const INDICE = /95\/46|2005-1309|famille\s+et\s+de\s+l|départementale\s+de\s+l|relais\s+(?:d.)?assistant/i;

/** La phrase dit elle-même que c'est du passé. */
export const AU_PASSE = /abrog|ancien|autrefois|jusqu[’']en|remplac|devenu|ex-|historique|créée?s? en|à l[’']époque|succèd/i;
