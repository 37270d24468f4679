/** Les questions de `ctg init`, ou les options qui y répondent d'avance. */
import { dateExiste, guillemets, NBSP, NNBSP } from '../base/francais.ts';
import { suggest } from '../base/suggestion.ts';
import { chercherTerritoires, enClair, type Reponses, type TerritoireTrouve } from '../init/index.ts';
import type { Atelier } from '../pipeline/neuf.ts';
import type { InitOptions } from './grammar/init.ts';
import { UsageError } from './usage.ts';

/** Pose une question et rend la réponse, sans espaces autour ; '' si la personne ne répond rien. */
export type Ask = (question: string) => Promise<string>;

const MAX_LISTE = 20;
const MODELE = 'quatorze-articles';

/** Sans date donnée : cinq ans, à partir du 1er janvier qui suit le millésime de la géographie. L'horloge n'est pas lue. */
const periodeProposee = (millesime: number): readonly [string, string] => [`${millesime + 1}-01-01`, `${millesime + 5}-12-31`];

const date = (texte: string, option: string): string => {
  const iso = texte.replace(/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, (_, j: string, m: string, a: string) => `${a}-${m.padStart(2, '0')}-${j.padStart(2, '0')}`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso) || !dateExiste(iso)) throw new UsageError(`${guillemets(texte)} n’est pas une date (${option}).`, `Écrivez l’année, le mois, le jour${NBSP}: 2027-01-01`);
  return iso;
};

const ordreDesDates = (debut: string, fin: string): void => {
  if (fin <= debut) throw new UsageError(`La convention finirait le ${fin}, avant de commencer le ${debut}.`, 'Donnez un dernier jour qui suit le premier.');
};

const connu = (texte: string, admis: readonly string[], quoi: string): string => {
  if (admis.includes(texte)) return texte;
  const near = suggest(texte, admis);
  throw new UsageError(`${guillemets(texte)} n’est pas ${quoi}.`, `${near === null ? '' : `${near} `}Valeurs admises${NBSP}: ${admis.join(', ')}.`);
};

function unSeul(saisie: string, trouves: readonly TerritoireTrouve[]): TerritoireTrouve {
  const [premier, autre] = trouves;
  if (premier === undefined) throw new UsageError(`Aucune commune ni intercommunalité ne répond à ${guillemets(saisie)}.`, 'Vérifiez le nom, ou donnez le code Insee de la commune (cinq caractères) ou le SIREN de l’intercommunalité (neuf chiffres).');
  if (autre === undefined) return premier;
  const liste = trouves.slice(0, MAX_LISTE).map((t) => `  ${enClair(t)}`).join('\n');
  throw new UsageError(`${trouves.length} territoires répondent à ${guillemets(saisie)}${NBSP}:\n${liste}${trouves.length > MAX_LISTE ? '\n  …' : ''}`, 'Donnez le code Insee ou le SIREN de celui que vous voulez.');
}

/** Repose la question tant que la réponse ne va pas ; le défaut se dit, on continue. */
async function jusquaBonne<T>(ask: Ask, question: string, say: (text: string) => void, lire: (reponse: string) => T): Promise<T> {
  for (;;) {
    try {
      return lire(await ask(question));
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      say(`${error.message}\n${error.hint === null ? '' : `${error.hint}\n`}`);
    }
  }
}

async function quelTerritoire(ask: Ask, say: (text: string) => void, { geographie }: Atelier): Promise<TerritoireTrouve | null> {
  for (;;) {
    const saisie = await ask(`Commune ou intercommunalité (nom, code Insee ou SIREN ; Entrée pour plus tard)${NBSP}: `);
    if (saisie === '') return null;
    const trouves = chercherTerritoires(saisie, geographie).slice(0, MAX_LISTE);
    if (trouves.length <= 1) {
      try {
        return unSeul(saisie, trouves);
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        say(`${error.message} ${error.hint ?? ''}\n`);
        continue;
      }
    }
    say(`${trouves.map((t, i) => `  ${i + 1}. ${enClair(t)}`).join('\n')}\n`);
    const choisi = trouves[Number(await ask(`Lequel${NNBSP}? (numéro, ou Entrée pour chercher autrement)${NBSP}: `)) - 1];
    if (choisi !== undefined) return choisi;
  }
}

/** Les réponses, d'après les options d'abord ; ce qui manque est demandé, ou proposé si `ask` est nul. */
export async function interroger(options: InitOptions, atelier: Atelier, ask: Ask | null, say: (text: string) => void): Promise<Reponses> {
  const modeles = [...atelier.modeles.keys()];
  const lireModele = (texte: string): string => connu(texte === '' ? MODELE : texte, modeles, 'un modèle de convention');
  const thematiques = [...atelier.thematiques.keys()];
  const lireThematiques = (texte: string, defaut: readonly string[]): readonly string[] => {
    const demandees = texte.split(/[,\s]+/).filter((t) => t !== '');
    return demandees.length === 0 ? defaut : [...new Set(demandees.map((t) => connu(t, thematiques, 'une thématique')))];
  };
  const donne = <T>(texte: string | undefined, lire: (texte: string) => T, question: () => string): T | Promise<T> =>
    texte !== undefined ? lire(texte) : ask === null ? lire('') : jusquaBonne(ask, question(), say, lire);

  const territoire = options.territoire !== undefined ? unSeul(options.territoire, chercherTerritoires(options.territoire, atelier.geographie)) : ask === null ? null : await quelTerritoire(ask, say, atelier);
  if (territoire !== null) say(`${enClair(territoire)}\n`);
  const modele = await donne(options.modele, lireModele, () => `Modèle (${modeles.join(' ou ')} ; Entrée pour ${MODELE})${NBSP}: `);
  const [debutPropose, finProposee] = periodeProposee(atelier.geographie.millesime);
  const debut = await donne(options.debut, (t) => (t === '' ? debutPropose : date(t, '--debut')), () => `Premier jour (AAAA-MM-JJ ; Entrée pour ${debutPropose})${NBSP}: `);
  const finDefaut = debut === debutPropose ? finProposee : `${Number(debut.slice(0, 4)) + 4}-12-31`;
  const fin = await donne(
    options.fin,
    (t) => {
      const lue = t === '' ? finDefaut : date(t, '--fin');
      ordreDesDates(debut, lue);
      return lue;
    },
    () => `Dernier jour (AAAA-MM-JJ ; Entrée pour ${finDefaut})${NBSP}: `,
  );
  const voulues = atelier.modeles.get(modele)?.thematiques?.toutes ?? ['petite-enfance', 'enfance', 'jeunesse', 'parentalite'];
  const retenues = await donne(options.thematiques, (t) => lireThematiques(t, voulues), () => `Thématiques du plan, séparées par des virgules, parmi${NBSP}: ${thematiques.join(', ')}\n(Entrée pour ${voulues.join(', ')})${NBSP}: `);
  const aDemander = territoire !== null && territoire.type !== 'commune' && options.communes && ask !== null;
  const communesSignent = aDemander ? !/^n/i.test(await ask(`Les ${territoire.communes.length} communes signent-elles aussi${NNBSP}? (O/n)${NBSP}: `)) : options.communes;
  return { territoire, modele, debut, fin, thematiques: retenues, communesSignent };
}
