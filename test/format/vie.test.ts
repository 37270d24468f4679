/** Gouvernance, calendrier, équipements, indicateurs, chiffres, avenants et bilans : tout ce que l'on a vu se dit, et s'imprime. */
import { describe, expect, it } from 'vitest';
import { ecrire } from './fabrique.ts';

describe('la gouvernance', () => {
  const GOUVERNANCE = `instances:
  copil:
    nom: Comité de pilotage
    sigle: Copil
    niveau: politique
    rattachement: CTG
    decisionnelle: true
    parite: true
    copilotage: [caf, pays]
    secretariat: pays
    reunions_par_an: { min: 1, max: 3 }
    missions: [Arrêter les priorités, Suivre le plan]
    composition:
      - { qualite: maires ou leurs représentants, nombre: 3, organisme: communes }
      - { qualite: administrateurs, nombre: 3, organisme: caf }
  gat: { nom: Groupe d’animation thématique, niveau: thématique, reunions_par_an: { min: 3, max: 3 } }
  habitants: { nom: Instance de concertation, niveau: citoyen, reunions_par_an: { min: 1 } }
charges_cooperation:
  enfance: { intitule: Chargée de coopération enfance, employeur: pays, etp: 0.5, thematiques: [enfance], debut: '2025-03-01', financement: Bonus territoire }
  numerique: { intitule: Chargé de coopération numérique, etp: 0.2 }
effectif_annonce: { postes: 2, etp: 0.7 }
`;
  it('comités à parité, copilotés, avec leur rythme et leur secrétariat', async () => {
    const acte = await ecrire({ 'gouvernance.yaml': GOUVERNANCE });
    expect(acte.constats.filter((c) => c.startsWith('erreur'))).toEqual([]);
    const texte = acte.texte('pilotage');
    expect(texte).toContain('Comité de pilotage (Copil)\nArrêter les priorités\nSuivre le plan\n3 maires ou leurs représentants (Communes)\n3 administrateurs (Caf)\nComposition à parité\nCopilotage : Caf, Communauté\nSecrétariat : Communauté\nde une à trois fois par an');
    expect(texte).toContain('Groupe d’animation thématique\ntrois fois par an\nInstance de concertation\nau moins une fois par an');
  });
  it('un poste dont l’employeur n’est pas encore choisi', async () => {
    const texte = (await ecrire({ 'gouvernance.yaml': GOUVERNANCE })).texte('pilotage');
    expect(texte).toContain('Chargée de coopération enfance\nCommunauté\n0,5\nEnfance\n1er mars 2025\nBonus territoire');
    expect(texte).toContain('Chargé de coopération numérique\nà désigner\n0,2');
    expect(texte).toContain('Total : 2 postes, 0,7 ETP.');
  });
  it('qui exerce quelle compétence, toutes les communes comprises', async () => {
    const acte = await ecrire({
      'territoire.yaml': 'nom: Pays de Valbourg\ntype: communauté de communes\ndepartement: Val-Modèle\ncommunes:\n  - nom: Valbourg\n  - nom: Les Essarts\ncompetences:\n  - { thematiques: [petite-enfance], exercee_par: [pays] }\n  - { thematiques: [enfance], exercee_par: [communes], precision: mercredi compris }\npetite_enfance: { recenser: pays, informer: pays, planifier: pays, soutenir_qualite: communes }\n',
    });
    expect(acte.texte('champs-collectivite')).toContain('Petite enfance\nCommunauté\nEnfance\nCommunes\nmercredi compris');
  });
});

describe('le temps de la convention', () => {
  it('étapes de la démarche, du diagnostic à venir et du suivi', async () => {
    const acte = await ecrire({ 'calendrier.yaml': "- { quand: Mars 2024, etape: Lancement, acteurs: [caf, communes] }\n- { quand: De janvier à mars 2024, date: '2024-03-31', etape: Entretiens }\n- { quand: Chaque année, etape: Revue du plan, lot: suivi }\n" });
    expect(acte.texte('diagnostic')).toContain('Mars 2024\nLancement\nCaf, Communes\nDe janvier à mars 2024\nEntretiens');
    expect(acte.texte('pilotage')).toContain('Chaque année\nRevue du plan');
  });
  it('contrat précédent, articulations, charte, convention d’objectifs et de gestion', async () => {
    const acte = await ecrire({
      'convention.yaml':
        "modele: quatorze-articles\nhypothese: 2\ngeneration: 2\nperiode:\n  debut: '2025-01-01'\n  fin: '2028-12-31'\nsignature:\n  lieu: Le Moulin\n  date: '2024-12-20'\nexemplaires: 3\npreavis: { denonciation_mois: 3 }\ncog: { debut: 2023, fin: 2027 }\npredecesseur: { type: CEJ, fin: '2024-12-31' }\narticulations:\n  - { nom: Contrat de ville, periode: 2024-2030 }\n",
    });
    expect(acte.texte('preambule')).toContain('La présente convention remplace le Contrat enfance et jeunesse, dont le terme était fixé au 31 décembre 2024.');
    expect(acte.texte('preambule')).toContain('Contrat de ville, 2024-2030');
    expect(acte.texte('visas')).toContain('Convention d’objectifs et de gestion (Cog) 2023-2027');
    expect(acte.texte('duree')).toContain('à compter du 1er janvier 2025 et jusqu’au 31 décembre 2028 inclus, soit une durée de quatre ans');
    expect(acte.texte('signatures')).toContain('Fait au Moulin, le 20 décembre 2024, en trois exemplaires originaux.');
  });
  it('une convention qui court de sa signature, à une date encore inconnue', async () => {
    const acte = await ecrire({ 'convention.yaml': "modele: quatorze-articles\nhypothese: 2\nperiode:\n  debut: signature\n  fin: '2028-12-31'\n" });
    expect(acte.texte('duree')).toContain('produit ses effets à compter de la date de sa signature et jusqu’au 31 décembre 2028 inclus.');
    expect(acte.texte('signatures')).toMatch(/Fait à …+, le …+, en autant d’exemplaires originaux que de signataires\./);
  });
  it('avenants et bilans : chaque forme vue est admise', async () => {
    const acte = await ecrire({
      'avenants/01-plan.yaml': "objet: Ajout du plan d’actions\ntype: ajout du plan\ndate: '2025-06-30'\n",
      'avenants/02-prolongation.yaml': "objet: Prolongation d’un an\ntype: prolongation\ndate: '2028-10-01'\neffet: '2029-01-01'\nnouvelle_fin: '2029-12-31'\nmodifications:\n  - { cible: article:duree, avant: quatre ans, apres: cinq ans }\n",
      'bilans/2025.yaml': 'actions:\n  a-relais: { avancement: en cours, commentaire: Local trouvé }\n  a-mercredi: { avancement: réalisé }\nmontants:\n  - { nature: fonctionnement, euros: 1397259 }\n  - { nature: investissement, euros: 1680000, objet: Crèche }\n',
    });
    expect(acte.constats.filter((c) => c.startsWith('erreur'))).toEqual([]);
    expect(acte.projet.avenants.map((a) => a.value.type)).toEqual(['ajout du plan', 'prolongation']);
    expect(acte.projet.bilans[0]?.value.montants?.map((m) => m.euros)).toEqual([1397259, 1680000]);
  });
});

describe('les équipements et les indicateurs', () => {
  it('une crèche soutenue, une maison d’assistants maternels en projet', async () => {
    const acte = await ecrire({
      'equipements.yaml':
        "petits-pas:\n  nom: Multi-accueil Les Petits Pas\n  type: multi-accueil\n  commune: Les Essarts\n  gestionnaire: { nom: Familles rurales, statut: association }\n  prestations: [PSU]\n  capacite: { nombre: 20, unite: places }\n  cofinanceur: pays\n  montant_collectivite: { euros: 45000, annee: 2024 }\n  bonus_territoire: { assiette: place, forfait: 2600, offre: existante, montant: 52000, annee: 2024 }\n  convention_financement: { numero: 24-100, debut: '2025-01-01', fin: '2028-12-31' }\n  labels: [AVIP]\nmam: { nom: Maison d’assistants maternels, type: MAM, commune: Le Moulin, statut: projet }\n",
    });
    expect(acte.constats.filter((c) => c.startsWith('erreur'))).toEqual([]);
    const texte = acte.texte('equipements');
    expect(texte).toContain('Multi-accueil Les Petits Pas\nmulti-accueil\nLes Essarts\nFamilles rurales (association)\n20 places');
    expect(texte).toContain('52 000 € (2024)');
    expect(texte).toContain('Maison d’assistants maternels (projet)\nMAM\nLe Moulin');
  });
  it('indicateur d’une action, avec départ et cible ; indicateur de la convention', async () => {
    const acte = await ecrire({
      'indicateurs.yaml':
        "places:\n  libelle: Places d’accueil ouvertes\n  type: résultat\n  actions: [a-relais]\n  unite: places\n  depart: { valeur: 40, date: '2024-12-31' }\n  cible: { valeur: 60, date: '2028-12-31' }\n  source: Service petite enfance\n  periodicite: annuelle\n  responsable: pays\n  releves:\n    - { date: '2025-12-31', valeur: 45, commentaire: Ouverture retardée }\nsatisfaction: { libelle: Satisfaction des familles, type: qualitatif }\n",
    });
    expect(acte.constats.filter((c) => c.startsWith('erreur'))).toEqual([]);
    expect(acte.plan.rows[0]?.indicateurs).toContain('Places d’accueil ouvertes');
    expect(`${acte.texte('article:evaluation')}\n${acte.texte('annexe:evaluation')}`).toContain('Satisfaction des familles');
  });
});

describe('les chiffres du diagnostic', () => {
  const CHIFFRES = `titre: Population
par_defaut: { annee: 2019, source: 'Insee, recensement de la population', echelle: EPCI, zone: Pays de Valbourg }
chiffres:
  habitants: { libelle: Habitants, valeur: 93305, unite: habitants }
  soixante: { libelle: Part des 60 ans ou plus, valeur: 35.1, unite: '%', comparaisons: [{ zone: France, echelle: France, valeur: 26.1 }], tendance: { sens: hausse, periode: 2013-2018 } }
  couverture: { libelle: Taux de couverture, valeur: 71.8, unite: places pour 100 enfants, comparaisons: [{ zone: France, valeur: 59.8 }] }
  allocataires: { libelle: Foyers allocataires, valeur: 18580, precision: environ, unite: foyers, arrondi: à 5 près, source: Caf }
  aeeh: { libelle: Bénéficiaires de l’allocation d’éducation, valeur: null, unite: personnes, motif: secret statistique }
  couvertes: { libelle: Personnes couvertes, valeur: 42161, unite: personnes, source: Caf }
  part: { libelle: Part couverte, valeur: 45.2, unite: '%', numerateur: couvertes, denominateur: habitants }
  entretiens: { libelle: Entretiens, valeur: 23, unite: entretiens, source: Enquête }
`;
  it('valeurs, comparaisons, approximations, secret statistique, taux', async () => {
    const acte = await ecrire({ 'diagnostic/01-population.yaml': CHIFFRES });
    expect(acte.constats.filter((c) => c.startsWith('erreur'))).toEqual([]);
    const texte = acte.texte('diagnostic');
    expect(texte).toContain('Part des 60 ans ou plus\n35,1 %\nPays de Valbourg\n35,1 %\nFrance\n26,1 %');
    expect(texte).toContain('Foyers allocataires\nenviron 18 580 foyers\nPays de Valbourg\nCaf, 2019');
    expect(texte).toContain('Bénéficiaires de l’allocation d’éducation\nsecret statistique');
  });
  it('cités dans un texte : en chiffres, en lettres, par comparaison', async () => {
    const acte = await ecrire({
      'diagnostic/01-population.yaml': CHIFFRES,
      'diagnostic/01-population.md': '---\ntitre: La population\n---\n\nLe territoire compte [](chiffre:habitants). [](lettres:entretiens) entretiens ont été menés auprès de [](lettres:habitants) personnes. Le taux de couverture est de [](chiffre:couverture), contre [](chiffre:couverture/France) en France.\n',
    });
    expect(acte.texte('diagnostic')).toContain(
      'Le territoire compte 93 305 habitants. vingt-trois entretiens ont été menés auprès de 93 305 personnes. Le taux de couverture est de 71,8 places pour 100 enfants, contre 59,8 places pour 100 enfants en France.',
    );
  });
});
