import { combien, enumeration, nombre } from '../base/francais.ts';
import type { Projet, Signataire } from '../resolve/projet.ts';
import { collectivites, estGroupement } from './aide/collectivites.ts';
import { habitants } from './aide/petite-enfance.ts';
import type { Rule } from './rule.ts';

export const documentsJointsInconnus: Rule = {
  code: 'CTG4167',
  slug: 'documents-joints-inconnus',
  title: 'Documents joints à préciser',
  severity: { projet: null, conseil: 'information', signature: 'avertissement', bilan: null },
  needsWhole: true,
  *check(projet, { seuil }) {
    const muets = collectivites(projet).filter((s) => s.value.deliberation?.joints === undefined && attendue(projet, s));
    const [premier, ...autres] = muets;
    if (premier === undefined) return;
    const avecPlan = projet.convention?.value.hypothese !== 1;
    const note = muets.filter((s) => estGroupement(s) || (s.commune !== null && habitants(s.commune) >= seuil('grande_commune')));
    const noms = muets.slice(0, NOMS_CITES).map((s) => s.court);
    yield {
      message: `On ne sait pas si ${avecPlan ? 'le projet de convention et le plan d’actions sont joints' : 'le projet de convention est joint'} à la convocation et à la délibération${autres.length > 0 ? ` de ${combien(muets.length, 'signataire')}` : ''} : ${enumeration(muets.length > NOMS_CITES ? [...noms, combien(muets.length - NOMS_CITES, 'autre')] : noms)}. Une assemblée n’autorise à signer que ce qu’elle a eu sous les yeux.`,
      hint: `Joignez-les au dossier des élus, puis dites-le dans le fichier du signataire, sous « deliberation: » : « joints: [projet de convention${avecPlan ? ', plan d’actions' : ''}${note.length > 0 ? ', note de synthèse' : ''}] ».${note.length > 0 ? ` La note de synthèse est due dans une commune de ${nombre(seuil('grande_commune'))} habitants ou plus et dans une intercommunalité.` : ''} N’écrivez que ce qui l’a été.`,
      span: lieu(premier),
      related: autres.map((s) => ({ message: s.court, span: lieu(s) })),
    };
  },
};

/** Au-delà, la liste des noms n'apprend plus rien : les endroits suivent. */
const NOMS_CITES = 6;

/** À la signature, une délibération qui n'est pas encore écrite est le reproche de CTG4102. */
const attendue = ({ stade }: Projet, s: Signataire): boolean => stade === 'conseil' || s.value.deliberation?.date !== undefined;

const lieu = (s: Signataire) => s.at(s.value.deliberation === undefined ? ['categorie'] : ['deliberation'], 'key');
