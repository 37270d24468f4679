/**
 * Nomenclature nationale des actes transmis au contrôle de légalité (application ACTES), deux premiers niveaux : nombre de sous-matières de
 * chaque matière. Établie le 22 novembre 2026 sans texte officiel sous les yeux : à vérifier auprès de la préfecture, dont la convention de
 * télétransmission peut la préciser.
 */
export const MATIERES: Readonly<Record<string, { readonly nom: string; readonly sousMatieres: number }>> = {
  '1': { nom: 'Commande publique', sousMatieres: 7 },
  '2': { nom: 'Urbanisme', sousMatieres: 3 },
  '3': { nom: 'Domaine et patrimoine', sousMatieres: 6 },
  '4': { nom: 'Fonction publique', sousMatieres: 5 },
  '5': { nom: 'Institutions et vie politique', sousMatieres: 8 },
  '6': { nom: 'Libertés publiques et pouvoirs de police', sousMatieres: 5 },
  '7': { nom: 'Finances locales', sousMatieres: 10 },
  '8': { nom: 'Domaines de compétences par thèmes', sousMatieres: 9 },
  '9': { nom: 'Autres domaines de compétences', sousMatieres: 4 },
};

/** Matière habituelle d'une convention territoriale globale : aide sociale. */
export const MATIERE_HABITUELLE = '8.2';
