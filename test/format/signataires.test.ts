/** Chaque sorte de signataire et de représentant vue sur le terrain : la phrase de l'acte, accords compris. */
import { describe, expect, it } from 'vitest';
import { ecrire } from './fabrique.ts';

const personne = (civilite: string, prenom: string, nom: string, qualite: string, plus = ''): string => `  - { civilite: ${civilite}, prenom: ${prenom}, nom: ${nom}, qualite: ${qualite}${plus} }\n`;
const fichier = (nom: string, entete: string, ...representants: readonly string[]): Readonly<Record<string, string>> => ({
  [`signataires/${nom}.yaml`]: `${entete}\n${representants.length === 0 ? '' : `representants:\n${representants.join('')}`}`,
});
const MAIRE = personne('M.', 'Luc', 'Test', 'maire');
const LA_MAIRE = personne('Mme', 'Eva', 'Test', 'maire');

const CAF = 'categorie: caf\nnom: Caisse d’allocations familiales du Val-Modèle\nnom_court: la Caf';
const SIGNE = 'à signer la présente convention, ci-après';

/** Une partie par ligne, sans la ponctuation qui les relie. */
async function parties(fichiers: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const acte = await ecrire(fichiers);
  expect(acte.constats.filter((c) => !c.startsWith('information '))).toEqual([]);
  return acte
    .texte('parties')
    .split('\n')
    .filter((l) => l.includes('dénommé'))
    .map((l) => l.replace(/ ?[;,]$/, ''));
}

describe('la Caf', () => {
  it('sa directrice seule', async () => {
    expect((await parties({}))[0]).toBe(`la Caisse d’allocations familiales du Val-Modèle, représentée par sa directrice, Mme Anne Exemple, dûment autorisée ${SIGNE} dénommée « la Caf »`);
  });
  it('la présidente du conseil d’administration et le directeur', async () => {
    const caf = fichier('01-caf', CAF, personne('Mme', 'Rose', 'Exemple', 'présidente du conseil d’administration'), personne('M.', 'Paul', 'Modèle', 'directeur'));
    expect((await parties(caf))[0]).toContain('représentée par sa présidente du conseil d’administration, Mme Rose Exemple, et par son directeur, M. Paul Modèle, dûment autorisés à signer');
  });
  it('un directeur par intérim, par délégation', async () => {
    const caf = fichier('01-caf', CAF, personne('M.', 'Paul', 'Modèle', 'directeur par intérim', ', habilitation: la délégation de signature du 3 mars 2025'));
    expect((await parties(caf))[0]).toContain('représentée par son directeur par intérim, M. Paul Modèle, dûment autorisé en vertu de la délégation de signature du 3 mars 2025 à signer');
  });
});

describe('les collectivités', () => {
  it('communes : contractions, genre de la personne, délibération connue ou attendue', async () => {
    const deux = { ...fichier('03-essarts', 'categorie: commune\ncommune: Les Essarts', MAIRE), ...fichier('04-moulin', "categorie: commune\ncommune: Le Moulin\ndeliberation: { numero: '2024-7', date: '2024-12-03' }", LA_MAIRE) };
    expect((await parties(deux)).slice(2)).toEqual([
      `la commune des Essarts, représentée par son maire, M. Luc Test, dûment autorisé par délibération de son conseil municipal ${SIGNE} dénommée « la Commune des Essarts »`,
      `la commune du Moulin, représentée par sa maire, Mme Eva Test, dûment autorisée par délibération n° 2024-7 de son conseil municipal du 3 décembre 2024 ${SIGNE} dénommée « la Commune du Moulin »`,
    ]);
  });
  it('première adjointe, adjoint délégué', async () => {
    const [, , commune] = await parties(fichier('03-valbourg', 'categorie: commune\ncommune: Valbourg', personne('Mme', 'Lise', 'Test', 'première adjointe au maire'), personne('M.', 'Luc', 'Test', 'adjoint délégué')));
    expect(commune).toContain('représentée par sa première adjointe au maire, Mme Lise Test, et par son adjoint délégué, M. Luc Test, dûment autorisés');
  });
  it('communes groupées sous leurs maires respectifs', async () => {
    const groupe = {
      ...fichier('03-groupe', 'categorie: groupe\nnom_court: les trois communes du Val\nmembres: [valbourg, essarts, moulin]'),
      ...fichier('04-valbourg', 'categorie: commune\ncommune: Valbourg', MAIRE),
      ...fichier('05-essarts', 'categorie: commune\ncommune: Les Essarts', LA_MAIRE),
      ...fichier('06-moulin', 'categorie: commune\ncommune: Le Moulin', personne('Mme', 'Zoé', 'Test', 'maire')),
    };
    expect((await parties(groupe)).slice(2)).toEqual([
      `les communes de Valbourg, des Essarts et du Moulin, représentées par leurs maires respectifs, M. Luc Test, Mme Eva Test et Mme Zoé Test, dûment autorisés par délibérations de leurs conseils municipaux ${SIGNE} dénommées « les trois communes du Val »`,
    ]);
    const acte = await ecrire(groupe);
    const signatures = acte.tree.pieces.flatMap((p) => p.children).find((b) => b.type === 'signatures');
    expect(signatures?.type === 'signatures' ? signatures.blocks.map((b) => b.partie) : []).toEqual(['La Caf', 'La Communauté', 'La Commune de Valbourg', 'La Commune des Essarts', 'La Commune du Moulin']);
  });
  it('groupe dont les qualités diffèrent : chacun la sienne', async () => {
    const groupe = {
      ...fichier('03-groupe', 'categorie: groupe\nnom_court: les deux communes\nmembres: [essarts, moulin]'),
      ...fichier('04-essarts', 'categorie: commune\ncommune: Les Essarts', MAIRE),
      ...fichier('05-moulin', 'categorie: commune\ncommune: Le Moulin', personne('Mme', 'Eva', 'Test', 'première adjointe au maire')),
    };
    expect((await parties(groupe))[2]).toContain('représentées par le maire de la Commune des Essarts, M. Luc Test, et par la première adjointe au maire de la Commune du Moulin, Mme Eva Test, dûment autorisés');
  });
  it('syndicat et son comité syndical', async () => {
    expect((await parties(fichier('03-sivom', 'categorie: syndicat\nnom: SIVOM du Val\nnom_court: le Sivom', personne('M.', 'Luc', 'Test', 'président'))))[2]).toBe(
      `le SIVOM du Val, représenté par son président, M. Luc Test, dûment autorisé par délibération de son comité syndical ${SIGNE} dénommé « le Sivom »`,
    );
  });
  it('département et sa commission permanente', async () => {
    const departement = fichier('03-dep', "categorie: departement\nnom: Département du Val-Modèle\nnom_court: le Département\ndeliberation: { organe: commission permanente, numero: CP-12, date: '2024-10-01' }", personne('Mme', 'Eva', 'Test', 'présidente'));
    expect((await parties(departement))[2]).toContain('le Département du Val-Modèle, représenté par sa présidente, Mme Eva Test, dûment autorisée par délibération n° CP-12 de sa commission permanente du 1er octobre 2024');
    expect((await ecrire(departement)).texte('visas')).toContain('Vu la délibération n° CP-12 de la commission permanente du Département en date du 1er octobre 2024');
  });
});

describe('les autres signataires', () => {
  const cas: readonly (readonly [string, string, string, string])[] = [
    ['Mutualité sociale agricole', "categorie: msa\nnom: Mutualité sociale agricole du Val\nnom_court: la MSA\ndeliberation: { date: '2024-10-01' }", personne('Mme', 'Eva', 'Test', 'directrice générale'), 'la Mutualité sociale agricole du Val, représentée par sa directrice générale, Mme Eva Test, dûment autorisée par délibération de son conseil d’administration du 1er octobre 2024'],
    ['Carsat, sans délibération', 'categorie: carsat\nnom: Caisse d’assurance retraite et de la santé au travail du Val\nnom_court: la Carsat', personne('M.', 'Luc', 'Test', 'directeur'), 'la Caisse d’assurance retraite et de la santé au travail du Val, représentée par son directeur, M. Luc Test, dûment autorisé à signer'],
    ['CPAM', 'categorie: cpam\nnom: Caisse primaire d’assurance maladie du Val\nnom_court: la CPAM', personne('M.', 'Luc', 'Test', 'directeur'), 'la Caisse primaire d’assurance maladie du Val, représentée par son directeur'],
    ['État : la préfète, non « sa » préfète', 'categorie: etat\nnom: État\nnom_court: l’État', personne('Mme', 'Eva', 'Test', 'préfète du Val-Modèle'), `l’État, représenté par la préfète du Val-Modèle, Mme Eva Test, dûment autorisée ${SIGNE} dénommé « l’État »`],
    ['France Travail', 'categorie: france-travail\nnom: France Travail Val-Modèle\narticle: aucun\nnom_court: France Travail', personne('M.', 'Luc', 'Test', 'directeur territorial'), 'France Travail Val-Modèle, représenté par son directeur territorial'],
    ['association sans délibération', 'categorie: association\nnom: Familles rurales de Valbourg\narticle: aucun\nnom_court: Familles rurales', personne('Mme', 'Eva', 'Test', 'présidente'), `Familles rurales de Valbourg, représentée par sa présidente, Mme Eva Test, dûment autorisée ${SIGNE} dénommée « Familles rurales »`],
    ['association et décision de son bureau', 'categorie: association\nnom: ADMR de Valbourg\narticle: l’\nnom_court: l’ADMR', personne('M.', 'Luc', 'Test', 'trésorier', ', habilitation: la décision de son bureau du 2 mai 2024'), 'l’ADMR de Valbourg, représentée par son trésorier, M. Luc Test, dûment autorisé en vertu de la décision de son bureau du 2 mai 2024'],
    ['association au pluriel', 'categorie: association\nnom: Amis du foyer\narticle: les\nnom_court: les Amis du foyer', personne('Mme', 'Eva', 'Test', 'coprésidente'), `les Amis du foyer, représentés par leur coprésidente, Mme Eva Test, dûment autorisée ${SIGNE} dénommés « les Amis du foyer »`],
    ['association au pluriel féminin, dit par « genre »', 'categorie: association\nnom: Assistantes maternelles du Val\narticle: les\ngenre: féminin\nnom_court: les Assistantes maternelles', personne('Mme', 'Eva', 'Test', 'présidente'), 'les Assistantes maternelles du Val, représentées par leur présidente'],
    ['association masculine', 'categorie: association\nnom: Foyer de jeunes travailleurs du Val\nnom_court: le Foyer', personne('Mme', 'Eva', 'Test', 'directrice'), 'le Foyer de jeunes travailleurs du Val, représenté par sa directrice'],
  ];
  it.each(cas)('%s', async (_, entete, representant, phrase) => {
    expect((await parties(fichier('03-autre', entete, representant)))[2]).toContain(phrase);
  });

  it('caisses groupées', async () => {
    const groupe = {
      ...fichier('03-groupe', 'categorie: groupe\nnom_court: les caisses\nmembres: [msa, cpam]'),
      ...fichier('04-msa', 'categorie: msa\nnom: Mutualité sociale agricole du Val\nnom_court: la MSA', personne('Mme', 'Eva', 'Test', 'directrice')),
      ...fichier('05-cpam', 'categorie: cpam\nnom: Caisse primaire d’assurance maladie du Val\nnom_court: la CPAM', personne('M.', 'Luc', 'Test', 'directeur')),
    };
    expect((await parties(groupe))[2]).toContain('représentées par la directrice de la MSA, Mme Eva Test, et par le directeur de la CPAM, M. Luc Test, dûment autorisés');
  });

  it('venu après la signature, par avenant', async () => {
    const venu = {
      ...fichier('03-moulin', "categorie: commune\ncommune: Le Moulin\nadhesion: { avenant: adhesion-du-moulin, date: '2026-03-01' }", MAIRE),
      'avenants/01-adhesion-du-moulin.yaml': "objet: Adhésion de la commune du Moulin\ntype: ajout de signataire\ndate: '2026-03-01'\n",
    };
    expect((await parties(venu))[2]).toContain('à signer la présente convention, à laquelle elle a adhéré par avenant le 1er mars 2026, ci-après dénommée « la Commune du Moulin »');
  });
});
