/** Formes qui trahissent un modèle de convention mal rempli, relevées dans des actes publiés ; les expressions et les mots sont dans listes.json. */
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
