/** Les sources d'un territoire neuf : elles se contrôlent et se compilent au stade projet, chaque blanc visible. */
import type { Exigences, Reponses } from './reponses.ts';
import { porteur, signataires } from './signataires.ts';
import { BLANC, blanc, code, decaler, fichier, valeur } from './yaml.ts';

function convention({ modele, debut, fin, territoire }: Reponses, { hypotheses }: Exigences): string {
  return fichier('convention', '', [
    `modele: ${modele}`,
    ...(hypotheses ? ['hypothese: 2 # 1 : le plan d’actions viendra par avenant ; 2 : il est dans la convention'] : []),
    'periode:',
    `  debut: ${code(debut)}`,
    `  fin: ${code(fin)}`,
    'signature:',
    `  lieu: ${territoire?.type === 'commune' ? valeur(territoire.nom) : blanc('commune où l’acte sera signé (CTG4001)')}`,
  ]);
}

function territoire({ territoire: t, thematiques }: Reponses, millesime: number, porte: string): string {
  const competences = ['competences:', `  - thematiques: [${thematiques.join(', ')}]`, `    exercee_par: [${porte}] # à vérifier : qui exerce vraiment chaque compétence`];
  if (t === null) return fichier('territoire', '', [`nom: ${BLANC}`, 'type: commune # ou communauté de communes, bassin de vie…', `departement: ${BLANC}`, 'communes:', `  - nom: ${BLANC} # et son code Insee, par exemple insee: '71153'`, ...competences]);
  return fichier('territoire', '', [
    `nom: ${valeur(t.nom)}`,
    `type: ${valeur(t.type)}`,
    `departement: ${valeur(t.departement.nom)}`,
    `region: ${valeur(t.departement.region)}`,
    ...(t.type === 'commune' ? [] : ['epci:', `  nom: ${valeur(t.nom)}`, `  siren: ${code(t.epci.siren)}`]),
    `# Communes, codes et populations : géographie officielle, millésime ${millesime}.`,
    'communes:',
    ...t.communes.map((c) => `  - { nom: ${valeur(c.nom).replace(/^(?!')(.*[,{}[\]].*)$/, "'$1'")}, insee: ${code(c.code)}${c.population === null ? '' : `, population: ${c.population}`} }`),
    ...competences,
  ]);
}

function plan({ thematiques }: Reponses, porte: string): string {
  const action = (thematique: string): readonly string[] => [
    `${thematique}:`,
    `  titre: ${blanc('ce que vous ferez (CTG4001)')}`,
    `  thematique: ${thematique}`,
    '  # echeances: [2027, 2028] # années de réalisation (CTG4202)',
    '  # indicateurs: [Nombre de familles reçues] # comment on saura que c’est fait (CTG4252)',
  ];
  return fichier('plan', '../', [
    '# Le plan d’actions : des axes, des objectifs, des actions. Copiez un bloc pour en ajouter un.',
    'axes:',
    '  axe-1:',
    `    titre: ${blanc('intitulé de l’axe (CTG4001)')}`,
    `    pilotes: [${porte}]`,
    '    objectifs:',
    '      objectif-1:',
    `        titre: ${blanc('intitulé de l’objectif (CTG4001)')}`,
    '        actions:',
    ...decaler(thematiques.flatMap(action), 10),
  ]);
}

const gouvernance = (porte: string, { comite }: Exigences): string =>
  fichier('gouvernance', '', [
    'instances:',
    '  copil:',
    '    nom: Comité de pilotage',
    '    sigle: COPIL',
    '    niveau: politique',
    '    decisionnelle: true',
    '    missions:',
    '      - Suivre l’avancée du plan d’actions',
    '      - Décider des suites de chaque évaluation annuelle',
    '    composition:',
    '      - qualite: Représentants de la Caf',
    '        organisme: caf',
    '      - qualite: Représentants du territoire',
    `        organisme: ${porte}`,
    '    reunions_par_an:',
    '      min: 1',
    ...(comite ? ['    # Comme le dit l’article « Modalités de collaboration » du modèle : à confirmer avec la Caf (CTG4216).', '    parite: true', `    secretariat: ${porte}`] : []),
  ]);

/** Chemin → texte de chaque source. */
export function sourcesNeuves(reponses: Reponses, exigences: Exigences, millesime: number): ReadonlyMap<string, string> {
  const porte = porteur(reponses);
  return new Map([
    ['ctg.yaml', fichier('ctg', '', ['format: 1', 'stade: projet # puis conseil, avant le vote ; puis signature'])],
    ['convention.yaml', convention(reponses, exigences)],
    ['territoire.yaml', territoire(reponses, millesime, porte)],
    ['gouvernance.yaml', gouvernance(porte, exigences)],
    ['plan/plan.yaml', plan(reponses, porte)],
    ...signataires(reponses),
    ...exigences.textes.map((chemin): [string, string] => [chemin, `- ${BLANC}\n`]),
  ]);
}
