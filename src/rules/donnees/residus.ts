/** Formes et mots qui trahissent un modèle de convention mal rempli, relevés dans des actes publiés ; les expressions sont dans listes.json. */

/** Verbes qui font de « à définir » une phrase voulue : « les horaires restent à définir ». */
export const VERBES_VOULUS: readonly string[] = ['reste', 'restent', 'restait', 'restaient', 'resteront', 'restera', 'est', 'sont', 'sera', 'seront'];

/** Formes qui ne s'énumèrent pas. */
export const FORMES: readonly RegExp[] = [
  // XX/XX/20.., XX/XX/2022, …/…/2025
  /(?<![\p{L}\p{N}/])(?:[Xx]{2}|\d{2}|_+|…|\.{2,})\/(?:[Xx]{2}|_+|…|\.{2,})(?:\/(?:[Xx.…_\d]{1,4}))?(?![\p{L}\p{N}])/gu,
  // 20XX, 202X, 20..
  /(?<![\p{L}\p{N}])20(?:[\dXx][Xx]|\.\.)(?![\p{L}\p{N}.])/gu,
  // XX, XXXX, xxx, XX-XXX ; « XXe siècle » et « XXL » n'en sont pas
  /(?<![\p{L}\p{N}])(?:X{2,}(?:-X{2,})*|x{2,})(?![\p{L}\p{N}ᵉ])/gu,
  /_{3,}/gu,
  /\{\{[^{}]*(?:\}\})?/gu,
  // [Nom de la commune], [date à insérer]
  /\[(?:nom|prénom|date|lieu|commune|numéro|montant|titre)[^\]]{0,60}\](?!\()/giu,
];

/** Mots qu'un nom ou un nombre doit suivre : les points de suspension qui s'y collent sont un blanc (« du… », « n°… »). */
export const MOTS_EN_ATTENTE: readonly string[] = [
  'le',
  'la',
  'les',
  'l’',
  'du',
  'de',
  'des',
  'd’',
  'à',
  'au',
  'aux',
  'en',
  'par',
  'et',
  'ou',
  'pour',
  'n°',
  'monsieur',
  'madame',
  'mme',
  'm.',
  'commune',
  'date',
  'siren',
  'article',
  'annexe',
];
