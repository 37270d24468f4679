/** Un territoire qui contient un peu de tout : chaque sorte de bloc, chaque fichier facultatif. */
import { PDFDocument } from 'pdf-lib';
import { type Fichiers, fichiersExemple } from '../golden/atelier.ts';
import { png } from '../golden/png.ts';

const ARTICLE = `---
titre: Modalités propres au territoire
apres: objectifs
---
Un paragraphe avec du **gras**, de *l’italique*, du \`code\`, un [lien](https://www.caf.fr/?a=1&b=2) et un renvoi à l’[](article:duree), à l’[](annexe:plan-actions), à l’action « [](action:relais) » et à la [](fiche:ouvrir-le-relais).

Le taux est de [](chiffre:couverture) contre [](chiffre:couverture/France) ; la commune compte [](chiffre:population). Nous sommes [](compte:signataires) signataires, pour [](compte:actions) actions, jusqu’au [](convention:fin). Contact : [](acteur:caf), 8:30, \\<sans balise\\>, A & B, 50 % ; "citation" ! Le livret ["Welcome pack": opening hours, really? 10:30!](langue:en) et un accueil [boa *tarde*](langue:pt-br).

## Un sous-titre

1. première étape
2. deuxième étape
   - détail un
   - détail deux

   Un paragraphe dans l’étape deux.
5. dernière étape

### Plus bas

> Une citation
> sur deux lignes.
>
> - avec une liste

\`\`\`
du code  avec   des espaces
et une seconde ligne
\`\`\`

---

| Gauche | Centre | Droite |
|:-------|:------:|-------:|
| un     | deux   | 3      |
| **gras** | | 12,5 |

![Un carré de couleur](carre.png)

Une ligne coupée  
à la main, et anticonstitutionnellementtrèstrèstrèslong.

En 2024[^insee], puis en 2025 [^avec-liste][^insee], l’accueil a changé.

| Appel dans un tableau |
|---|
| ici[^cellule] |

[^insee]: Insee, **recensement** de la population ; voir l’[](article:duree) et <https://www.insee.fr/>.
[^avec-liste]: Une note de plusieurs blocs :

    - premier point ;
    - second point.
[^cellule]: Premier paragraphe.

    Second paragraphe.
`;

const FICHE = `---
actions: [relais]
---
## Contexte
Un contexte en une phrase.

## Actions à mettre en place
- Trouver un local[^local]
- Recruter une animatrice

## Premières étapes
1. Étudier
2. Décider

## Indicateurs
- Nombre de familles

[^local]: D’au moins 80 m².
`;

/** Deux communes dont le contour est fait pour l'essai. */
const TERRITOIRE = `nom: Bourg-Modèle
type: commune
departement: Val-Modèle
communes:
  - {nom: Bourg-Modèle, insee: '99001'}
  - {nom: Val-Dessous, insee: '99002'}
petite_enfance: {recenser: commune, informer: commune}
`;
const contour = (code: string, nom: string, coordinates: number[][][]): object => ({ type: 'Feature', properties: { code, nom }, geometry: { type: 'Polygon', coordinates } });
const CONTOURS = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    contour('99001', 'Bourg-Modèle', [[[4.1, 46.7], [4.3, 46.72], [4.32, 46.85], [4.12, 46.9], [4.1, 46.7]]]),
    contour('99002', 'Val-Dessous', [[[4.3, 46.72], [4.5, 46.68], [4.52, 46.8], [4.32, 46.85], [4.3, 46.72]], [[4.4, 46.74], [4.42, 46.74], [4.42, 46.76], [4.4, 46.74]]]),
  ],
});

export async function unPdf(pages: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  for (let i = 0; i < pages; i++) pdf.addPage([595, 842]).drawRectangle({ x: 100, y: 100, width: 200, height: 100 });
  return pdf.save();
}

export async function fourreTout(): Promise<Fichiers> {
  return {
    ...fichiersExemple('minimal'),
    'territoire.yaml': TERRITOIRE,
    'communes.geojson': CONTOURS,
    'articles/modalites.md': ARTICLE,
    'articles/carre.png': png(60, 40),
    'logos/caf.png': png(120, 40),
    'annexes/portrait.md': `---\ntitre: Portrait en images\nfichiers:\n  - fichier: portrait.pdf\n    description: Trois pages de cartes\n  - fichier: carte.png\n    description: Carte du territoire\n---\nVoici les cartes[^cartes].\n\n[^cartes]: Tirées du portrait.\n`,
    'annexes/portrait.pdf': await unPdf(3),
    'annexes/carte.png': png(300, 200),
    'fiches-actions/01-ouvrir-le-relais.md': FICHE,
    'enjeux.md': '# Petite enfance\n- Accueillir mieux[^mieux]\n- Accueillir plus\n\n# Parentalité\n- Écouter\n\n[^mieux]: Dans la durée.\n',
    'glossaire.yaml': 'LAEP: Lieu d’accueil enfants-parents\nRPE: Relais petite enfance\n',
    'acteurs.yaml': 'ecole:\n  nom: École publique\npmi:\n  nom: PMI\n',
    'calendrier.yaml': '- quand: Mars 2025\n  etape: Premier comité\n  acteurs: [caf, commune]\n- quand: Mai 2025\n  etape: Restitution\n',
    'gouvernance.yaml': `instances:
  copil:
    nom: Comité de pilotage
    sigle: COPIL
    missions: [Suivre le plan, Arbitrer]
    composition:
      - qualite: Maire
        organisme: commune
      - qualite: Agents de la Caf
        nombre: 2
        organisme: caf
    reunions_par_an: {min: 1, max: 2}
    secretariat: commune
charges_cooperation:
  poste:
    intitule: Chargée de coopération petite enfance
    employeur: commune
    etp: 0.5
`,
    'equipements.yaml': `creche:
  nom: Multi-accueil Les Lutins
  type: multi-accueil
  commune: Bourg-Modèle
  capacite: {nombre: 24, unite: places}
  prestations: [PSU]
  bonus_territoire: {montant: 12500, annee: 2025}
alsh:
  nom: Accueil du mercredi
  type: ALSH
  commune: Bourg-Modèle
  statut: projet
`,
    'indicateurs.yaml': `familles:
  libelle: Familles ayant trouvé une solution
  unite: familles
  depart: {valeur: 120, date: '2025-12-31'}
  cible: {valeur: 180, date: '2029-12-31'}
  periodicite: annuelle
  responsable: commune
seances:
  libelle: Séances tenues par le lieu d’accueil
  actions: [accueil-parents]
`,
    'diagnostic/01-population.yaml': `titre: Population
par_defaut: {source: Insee, annee: 2021, zone: Bourg-Modèle, echelle: commune}
chiffres:
  population:
    libelle: Habitants
    valeur: 93305
    unite: habitants
  naissances:
    libelle: Naissances
    valeur: 41
  couverture:
    libelle: Taux de couverture
    valeur: 71.8
    unite: '%'
    source: Caf
    comparaisons:
      - {zone: France, valeur: 59.8}
  naissances-par-an:
    libelle: Naissances par an
    valeur: 41
    unite: naissances
    evolution:
      - {annee: 2016, valeur: 52}
      - {annee: 2018, valeur: 47}
  habitants-par-an:
    libelle: Habitants par an
    valeur: 1204
    unite: habitants
    evolution: [{annee: 2013, valeur: 1310}, {annee: 2014, valeur: 1290}, {annee: 2016, valeur: 1255.5}, {annee: 2017, valeur: 1250}, {annee: 2018, valeur: 1244}, {annee: 2019, valeur: 1221}]
  par-age:
    libelle: Habitants par âge
    valeur: 1204
    unite: habitants
    ages:
      - {age: Moins de 15 ans, femmes: 104, hommes: 112}
      - {age: De 15 à 59 ans, femmes: 340, hommes: 333}
      - {age: 60 ans ou plus, femmes: 171, hommes: 144}
  par-commune:
    libelle: Enfants de moins de trois ans
    valeur: 98
    unite: enfants
    communes: {'99001': 66, '99002': 32}
  pauvrete:
    libelle: Taux de pauvreté
    valeur:
    motif: secret statistique
`,
    'diagnostic/02-portrait.md': '---\ntitre: Portrait\n---\nUne commune accueillante[^a].\n\n[^a]: Selon ses habitants.\n\n[](chiffres:population)\n\n## Détail\n\nUn mot de plus.\n',
  };
}
