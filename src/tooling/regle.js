/**
 * `npm run regle -- CTG4298 pilotes-nombreux "Beaucoup de pilotes"` : prépare une règle, son fichier, sa page et sa place dans la liste.
 * Ce qui reste à écrire est marqué « À écrire ». Rien n'est remplacé.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

class Refus extends Error {}
const refuser = (raison) => {
  throw new Refus(raison);
};

const plan = (fin = '') => `\`\`\`yaml fichier=plan/plan.yaml
axes:
  accueil:
    titre: Bien accueillir
    pilotes: [commune]
    thematique: petite-enfance
    actions:
      relais:
        titre: Ouvrir un relais petite enfance${fin}
        thematiques_associees: [enfance, parentalite]
        echeances: [2026]
        indicateurs: [Nombre de familles reçues]
\`\`\``;

/** Les deux fichiers d'une règle, par leur nom. */
const textes = (code, nom, titre, variable) => ({
  [`${code}-${nom}.ts`]: `import { citer } from './aide/mots.ts';
import { always, type Rule } from './rule.ts';

export const ${variable}: Rule = {
  code: '${code}',
  slug: '${nom}',
  title: '${titre.replaceAll("'", '’')}',
  severity: always('avertissement'),
  needsWhole: false,
  *check({ plan }) {
    for (const action of plan.actions) {
      if (action.value.titre !== 'À écrire') continue;
      yield {
        message: \`\${citer(action.value.titre)} : à écrire, ce qui ne va pas, puis pourquoi.\`,
        hint: 'À écrire : quoi faire.',
        span: action.at(['titre']),
      };
    }
  },
};
`,
  [`${code}-${nom}.md`]: `# ${code} — ${titre}

Gravité\u00A0: avertissement, à tous les stades. Référence du domaine\u00A0: à écrire.

## Ce que la règle vérifie

À écrire, en une phrase.

## Pourquoi

À écrire\u00A0: ce qui arrive quand elle n’est pas suivie.

## Exemple conforme

${plan()}

## Exemple fautif

${plan(` # ← ${code}`)}

## Comment corriger

À écrire.

## Exceptions

À écrire, ou «\u00A0Aucune.\u00A0»
`,
});

function preparer(dossier, [code = '', nom = '', titre = '', ...trop]) {
  if (!/^CTG4[0-4]\d\d$/.test(code) || !/^[a-z]+(-[a-z]+)*$/.test(nom) || titre === '' || trop.length > 0) refuser('Usage : npm run regle -- CTG4298 nom-de-la-regle "Titre de la règle" ; le code va de CTG4000 à CTG4499, le nom n’a ni majuscule ni accent');
  const liste = path.join(dossier, 'index.ts');
  const avant = readFileSync(liste, 'utf8');
  if (avant.includes(`./${code}-`)) refuser(`${code} est déjà pris : un code ne sert qu’une fois`);
  const variable = nom.replace(/-([a-z])/g, (_, lettre) => lettre.toUpperCase());
  if (new RegExp(`\\b${variable}\\b`).test(avant)) refuser(`${variable} est déjà le nom d’une règle : choisissez-en un autre`);

  /** Une ligne d'import par règle, dans l'ordre des codes ; la liste suit le même ordre. */
  const imports = [...avant.matchAll(/^import \{ (\w+) \} from '\.\/(CTG\d{4})-[^']*';\n/gm)].map(([ligne, variableDe, codeDe]) => ({ ligne, variable: variableDe, code: codeDe }));
  const suivante = imports.find((i) => i.code > code);
  const derniere = imports.at(-1);
  const ligne = `import { ${variable} } from './${code}-${nom}.ts';\n`;
  const apres =
    suivante === undefined
      ? avant.replace(derniere.ligne, `${derniere.ligne}${ligne}`).replace(`  ${derniere.variable},\n`, `  ${derniere.variable},\n  ${variable},\n`)
      : avant.replace(suivante.ligne, `${ligne}${suivante.ligne}`).replace(`  ${suivante.variable},\n`, `  ${variable},\n  ${suivante.variable},\n`);
  if (imports.length === 0 || !apres.includes(`\n  ${variable},\n`)) refuser(`${liste} n’a plus la forme attendue : ajoutez-y la règle à la main`);
  const fichiers = textes(code, nom, titre, variable);
  for (const nouveau of Object.keys(fichiers)) if (existsSync(path.join(dossier, nouveau))) refuser(`${nouveau} existe déjà`);
  for (const [nouveau, texte] of Object.entries(fichiers)) writeFileSync(path.join(dossier, nouveau), texte);
  writeFileSync(liste, apres);
  console.log(`Préparés dans ${path.relative(process.cwd(), dossier) || '.'} : ${Object.keys(fichiers).join(', ')}, et une place dans index.ts.\nLa suite : remplacez chaque « À écrire », puis npx vitest run --project unitaires test/rules -t ${code}`);
}

const mots = process.argv.slice(2);
try {
  if (mots[0] === '--dossier') preparer(mots[1], mots.slice(2));
  else preparer(fileURLToPath(new URL('../rules', import.meta.url)), mots);
} catch (error) {
  if (!(error instanceof Refus)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
