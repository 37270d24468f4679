/** Ce que quelqu'un enregistre en rédigeant l'exemple du Creusot : cinq gestes, toujours un texte neuf, que la page doit montrer. */
const lettres = (n) => (n < 26 ? '' : lettres(Math.floor(n / 26) - 1)) + String.fromCharCode(97 + (n % 26));
const NNBSP = '\u202F';

/** Remplace, ou échoue : une modification qui ne change rien ne mesurerait rien. */
const remplacer = (motif, par) => (texte) => {
  const neuf = texte.replace(motif, par);
  if (neuf === texte) throw new Error(`${motif} n’est plus dans l’exemple`);
  return neuf;
};

const GESTES = [
  (mot) => ({ sorte: 'un mot dans une fiche', fichier: 'fiches-actions/03-mam-zones-blanches.md', change: remplacer(/fermetures(?: xq\p{L}+)? de classes/u, `fermetures ${mot} de classes`), texte: `fermetures ${mot} de classes` }),
  (_, rang) => ({ sorte: 'un chiffre', fichier: 'diagnostic/20-population.yaml', change: remplacer(/(habitants-perdus:\n.*\n {4}valeur: )\d+/, `$1${21_000 + rang}`), texte: `21${NNBSP}${String(rang).padStart(3, '0')}` }),
  (mot) => ({ sorte: 'le titre d’une action', fichier: 'plan/1-maillage.yaml', change: remplacer(/(titre: Accompagner vers le label) (?:xq\p{L}+ )?AVIP/u, `$1 ${mot} AVIP`), texte: `label ${mot} AVIP` }),
  (mot) => ({ sorte: 'un signataire', fichier: 'signataires/02-cucm.yaml', change: remplacer(/qualite: président(?: xq\p{L}+)?$/mu, `qualite: président ${mot}`), texte: `président ${mot}` }),
  () => ({ sorte: 'une faute de syntaxe', fichier: 'plan/2-inclusion.yaml', change: (t) => `${t}\nfaute: [\n`, texte: '', faute: true }),
  () => ({ sorte: 'sa correction', fichier: 'plan/2-inclusion.yaml', change: remplacer('\nfaute: [\n', ''), texte: '' }),
];

/** `nombre` modifications, l'une après l'autre : fichier, changement de son texte, et ce que la page doit alors montrer. */
export function* modifications(nombre) {
  for (let i = 0; i < nombre; i++) yield { faute: false, ...GESTES[i % GESTES.length](`xq${lettres(i)}`, i) };
}
