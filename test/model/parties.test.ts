import { describe, expect, it } from 'vitest';
import { arbreDe, compiler } from '../golden/atelier.ts';
import { commune, partiesDe, territoire, textes } from './territoires.ts';

const BOURG = { communes: ['Bourg-Modèle'] };

describe('les parties à l’acte', () => {
  it('commune et Caf, au féminin', async () => {
    expect(await partiesDe({ ...BOURG, signataires: { '02-ville': commune('Bourg-Modèle', 'Mme', "deliberation: {numero: '24-081', date: '2024-12-11'}\n") } })).toEqual([
      'la Caisse d’allocations familiales du Val-Modèle, représentée par sa directrice, Mme Ada Exemple, dûment autorisée à signer la présente convention, ci-après dénommée « la Caf » ;',
      'la commune de Bourg-Modèle, représentée par sa maire, Mme Jo Modèle, dûment autorisée par délibération n° 24-081 de son conseil municipal du 11 décembre 2024 à signer la présente convention, ci-après dénommée « la Commune de Bourg-Modèle »,',
    ]);
  });

  it.each([
    ['Le Creusot', 'la commune du Creusot', 'la Commune du Creusot'],
    ['Les Bizots', 'la commune des Bizots', 'la Commune des Bizots'],
    ['Aubergenville', 'la commune d’Aubergenville', 'la Commune d’Aubergenville'],
    ['La Rochelle', 'la commune de La Rochelle', 'la Commune de La Rochelle'],
    ['L’Haÿ', 'la commune de L’Haÿ', 'la Commune de L’Haÿ'],
  ])('%s : l’article se contracte', async (nom, le, court) => {
    const [, partie = ''] = await partiesDe({ communes: [nom], signataires: { '02-c': commune(nom) } });
    expect(partie).toContain(`${le}, représentée par son maire, M. Jo Modèle, dûment autorisé `);
    expect(partie).toContain(`ci-après dénommée « ${court} »`);
  });

  it('Département au masculin, sa commission permanente au féminin', async () => {
    const signataires = { '02-dep': `categorie: departement\nnom: Département du Val-Modèle\nrepresentants:\n  - {civilite: M., prenom: Léo, nom: Modèle, qualite: président}\ndeliberation: {organe: commission permanente, date: '2024-03-01'}\n` };
    const tree = await arbreDe(territoire({ ...BOURG, signataires }));
    const partie = textes(tree, 'parties').at(-1);
    expect(partie).toContain('le Département du Val-Modèle, représenté par son président, M. Léo Modèle, dûment autorisé par délibération de sa commission permanente du 1er mars 2024');
    expect(partie).toContain('ci-après dénommé « le Département du Val-Modèle »');
    expect(textes(tree, 'visas').join('\n')).toMatch(/délibération de la commission permanente du Département du Val-Modèle/);
  });

  it('syndicat et son comité syndical', async () => {
    const [, partie = ''] = await partiesDe({ ...BOURG, signataires: { '02-sivu': 'categorie: syndicat\nnom: Syndicat intercommunal de l’enfance\nnom_court: le Sivu\nrepresentants:\n  - {civilite: Mme, prenom: Iris, nom: Modèle, qualite: présidente}\n' } });
    expect(partie).toContain('le Syndicat intercommunal de l’enfance, représenté par sa présidente, Mme Iris Modèle, dûment autorisée par délibération de son comité syndical à signer');
    expect(partie).toContain('ci-après dénommé « le Sivu »');
  });

  it('EPCI seul : une seule collectivité, aucune commune absente', async () => {
    const tree = await arbreDe(territoire({ nom: 'Pays de Modèle', type: 'communauté de communes', communes: ['Bourg-Modèle', 'Val'], signataires: { '02-cc': 'categorie: epci\nnom: Communauté de communes du Pays de Modèle\nnom_court: la CCPM\nrepresentants:\n  - {civilite: M., prenom: Léo, nom: Modèle, qualite: président}\n' } }));
    expect(textes(tree, 'parties').at(-1)).toContain('la Communauté de communes du Pays de Modèle, représentée par son président, M. Léo Modèle, dûment autorisé par délibération de son conseil communautaire');
    expect(textes(tree, 'champs-collectivite').join(' ')).toContain('sur son territoire, la CCPM conduit');
    expect(tree.pieces.flatMap((p) => textes(tree, p.id)).join(' ')).not.toContain('non signataire');
  });

  it('association, État et son préfet', async () => {
    const [, asso = '', etat = ''] = await partiesDe({
      ...BOURG,
      signataires: {
        '02-asso': 'categorie: association\nnom: Association Les Lutins\nrepresentants:\n  - {civilite: Mme, prenom: Iris, nom: Modèle, qualite: présidente}\n',
        '03-etat': 'categorie: etat\nnom: État\nrepresentants:\n  - {civilite: M., prenom: Léo, nom: Modèle, qualite: préfet}\n',
      },
    });
    expect(asso).toContain('l’Association Les Lutins, représentée par sa présidente, Mme Iris Modèle, dûment autorisée à signer');
    expect(etat).toContain('l’État, représenté par le préfet, M. Léo Modèle, dûment autorisé à signer');
    expect(etat).toContain('ci-après dénommé « l’État »');
  });

  it('deux représentants : l’accord suit les personnes', async () => {
    const deux = (a: string, b: string): string => `categorie: caf\nnom: Caisse d’allocations familiales du Val-Modèle\nnom_court: la Caf\nrepresentants:\n  - {civilite: ${a}, prenom: Ada, nom: Un, qualite: ${a === 'Mme' ? 'présidente' : 'président'}}\n  - {civilite: ${b}, prenom: Ode, nom: Deux, qualite: directrice}\n`;
    const lire = async (a: string, b: string): Promise<string> => (await partiesDe({ ...BOURG, signataires: { '01-caf': deux(a, b), '02-ville': commune('Bourg-Modèle') } }))[0] ?? '';
    expect(await lire('Mme', 'Mme')).toContain('représentée par sa présidente, Mme Ada Un, et par sa directrice, Mme Ode Deux, dûment autorisées à signer');
    expect(await lire('M.', 'Mme')).toContain('représentée par son président, M. Ada Un, et par sa directrice, Mme Ode Deux, dûment autorisés à signer');
  });

  it('possessif devant voyelle, habilitation particulière', async () => {
    const adjointe = 'categorie: commune\ncommune: Bourg-Modèle\nrepresentants:\n  - {civilite: Mme, prenom: Jo, nom: Modèle, qualite: adjointe au maire, habilitation: l’arrêté du 3 mars 2025}\n';
    const [, partie = ''] = await partiesDe({ ...BOURG, signataires: { '02-ville': adjointe } });
    expect(partie).toContain('représentée par son adjointe au maire, Mme Jo Modèle, dûment autorisée en vertu de l’arrêté du 3 mars 2025 à signer');
  });

  it('cinq communes en une partie', async () => {
    const noms = ['Belin-Béliet', 'Le Barp', 'Lugos', 'Saint-Magne', 'Salles'];
    const ids = noms.map((_, i) => `c${String(i)}`);
    const tree = await arbreDe(
      territoire({
        nom: 'Val de l’Eyre',
        communes: noms,
        signataires: {
          ...Object.fromEntries(noms.map((n, i) => [`1${String(i)}-c${String(i)}`, commune(n, i === 0 ? 'Mme' : 'M.')])),
          '20-communes': `categorie: groupe\nnom_court: les cinq communes du Val de l’Eyre\nmembres: [${ids.join(', ')}]\n`,
        },
      }),
    );
    const parties = textes(tree, 'parties').filter((t) => t !== 'et').slice(1);
    expect(parties).toHaveLength(2);
    expect(parties[1]).toContain('les communes de Belin-Béliet, du Barp, de Lugos, de Saint-Magne et de Salles, représentées par leurs maires respectifs, Mme Jo Modèle, M. Jo Modèle, M. Jo Modèle, M. Jo Modèle et M. Jo Modèle, dûment autorisés par délibérations de leurs conseils municipaux');
    expect(parties[1]).toContain('ci-après dénommées « les cinq communes du Val de l’Eyre »');
    // Chacune vote et signe pour elle-même.
    expect(textes(tree, 'signatures').filter((t) => t.startsWith('La Commune'))).toHaveLength(5);
    expect(tree.cover.signataires.filter((s) => s.startsWith('Commune'))).toHaveLength(5);
    expect(tree.cover.signataires).not.toContain('Les cinq communes du Val de l’Eyre');
  });

  it('une commune du périmètre qui ne signe pas se dit', async () => {
    const demande = { nom: 'Bassin', communes: ['Bourg-Modèle', 'Le Val', 'Ayen'], signataires: { '02-a': commune('Bourg-Modèle'), '03-b': commune('Ayen') } };
    const { projet } = await compiler(territoire(demande));
    expect(projet.communes.map((c) => c.groupe)).toEqual(['Bourg-Modèle', 'le Val', 'Ayen']);
    const { modele } = projet;
    if (modele === null) throw new Error('pas de modèle');
    const { vue } = await import('../../src/model/vue.ts');
    expect(vue(projet, modele, { allocataires_minimum: 100, effectif_minimum: 5 })?.territoire.non_signataires).toBe('la commune du Val');
  });
});
