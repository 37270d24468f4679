import { diagnostic } from '../base/catalogue/index.ts';
import { parLecture } from '../base/memoire.ts';
import { type Diagnostic, type Outcome, type Related, sortDiagnostics } from '../base/diagnostic.ts';
import type { Span } from '../base/span.ts';
import { combien, guillemets } from '../base/francais.ts';
import { suggest } from '../base/suggestion.ts';
import { resolveContours } from './contours.ts';
import { resolveEnjeux } from './enjeux.ts';
import { resolveFiches } from './fiches.ts';
import { habiller, THEME_PAR_DEFAUT } from './habillage.ts';
import { entries, located, prose, type ResolveInput, type TypedFile, type ValueOf } from './input.ts';
import { resolveModele } from './pieces.ts';
import { resolvePlan } from './plan.ts';
import type { Chiffre, GroupeChiffres, Located, Projet } from './projet.ts';
import { checkReferences } from './references.ts';
import { checkRenvois } from './renvois.ts';
import { resolveActeurs, resolveCommunes, resolveSignataires } from './signataires.ts';
import { renvoisDuSchema } from './schema-petite-enfance.ts';
import { collectTextes } from './textes.ts';
import { resolveThematiques } from './thematiques.ts';

type Faire<E, V> = (etat: E, diagnostics: Diagnostic[]) => V;

/** Une étape de la résolution : d'un passage à l'autre, le même objet tant que ce qu'elle lit n'a pas changé. Ses constats se redisent. */
function etape<E extends object, V>(faire: Faire<E, V>): Faire<E, V> {
  const retenue = parLecture((etat: E): Outcome<V> => {
    const diagnostics: Diagnostic[] = [];
    return [faire(etat, diagnostics), diagnostics];
  });
  return (etat, diagnostics) => {
    const [valeur, found] = retenue(etat);
    diagnostics.push(...found);
    return valeur;
  };
}

type Avec<K extends keyof Projet> = ResolveInput & Pick<Projet, K>;
const premier = <K extends keyof ValueOf>({ files }: ResolveInput, kind: K): TypedFile<ValueOf[K]> | undefined => files(kind)[0];
const un = <K extends keyof ValueOf>(kind: K) =>
  etape((input: ResolveInput): Located<ValueOf[K]> | null => {
    const file = premier(input, kind);
    return file === undefined ? null : located(file, file.value);
  });

const ETAPES = {
  ctg: un('ctg'),
  convention: un('convention'),
  territoire: un('territoire'),
  theme: un('theme'),
  strategie: un('strategie'),
  gouvernance: un('gouvernance'),
  calendrier: un('calendrier'),
  thematiques: etape(({ strategie }: Avec<'strategie'>) => resolveThematiques(strategie?.value ?? null)),
  communes: etape(resolveCommunes),
  signataires: etape((input: Avec<'communes'>, found) => resolveSignataires(input, input.communes, found)),
  acteurs: etape((input: Avec<'signataires'>, found) => resolveActeurs(input, input.signataires, found)),
  plan: etape((input: Avec<'thematiques'>, found) => resolvePlan(input, new Set(input.thematiques.keys()), found)),
  fiches: etape((input: Avec<'plan'>, found) => resolveFiches(input, input.plan.actions, found)),
  chiffres: etape(resolveChiffres),
  modele: etape((input: Avec<'convention'>, found) => resolveModele(input, input.convention?.value.hypothese, found)),
  habillage: etape((input: Avec<'ctg'>) => habiller(input.habillage(input.ctg?.value.theme ?? THEME_PAR_DEFAUT), premier(input, 'theme')?.value ?? null)),
  contours: etape((input: Avec<'communes'>) => resolveContours(premier(input, 'contours'), input.communes)),
  enjeux: etape((input: Avec<'thematiques'>, found) => resolveEnjeux(input, input.thematiques, found)),
  textesDiagnostic: etape((input: ResolveInput) => input.files('texte-diagnostic').map(prose)),
  indicateurs: etape((input: ResolveInput) => entries(premier(input, 'indicateurs'), premier(input, 'indicateurs')?.value)),
  instances: etape((input: ResolveInput) => entries(premier(input, 'gouvernance'), premier(input, 'gouvernance')?.value.instances, ['instances'])),
  charges: etape((input: ResolveInput) => entries(premier(input, 'gouvernance'), premier(input, 'gouvernance')?.value.charges_cooperation, ['charges_cooperation'])),
  equipements: etape((input: ResolveInput) => entries(premier(input, 'equipements'), premier(input, 'equipements')?.value)),
  glossaire: etape((input: ResolveInput) => new Map(Object.entries(premier(input, 'glossaire')?.value ?? {}))),
  avenants: etape((input: ResolveInput) => input.files('avenant').map((f) => located(f, f.value))),
  bilans: etape((input: ResolveInput) => input.files('bilan').map((f) => located(f, f.value))),
};

/** Fichiers valides → projet résolu. Tous les constats d'identifiants et de références en une passe. */
export function resolve(input: ResolveInput): Outcome<Projet> {
  const diagnostics: Diagnostic[] = [];
  const ctg = ETAPES.ctg(input, diagnostics);
  const convention = ETAPES.convention(input, diagnostics);
  const strategie = ETAPES.strategie(input, diagnostics);
  const thematiques = ETAPES.thematiques({ ...input, strategie }, diagnostics);
  const communes = ETAPES.communes(input, diagnostics);
  const signataires = ETAPES.signataires({ ...input, communes }, diagnostics);
  const acteurs = ETAPES.acteurs({ ...input, signataires }, diagnostics);
  const plan = ETAPES.plan({ ...input, thematiques }, diagnostics);
  const fiches = ETAPES.fiches({ ...input, plan }, diagnostics);
  const { diagnostic: groupes, chiffres } = ETAPES.chiffres(input, diagnostics);
  if (convention !== null && input.modele === null && !input.incomplets.has('modele')) {
    diagnostics.push(
      diagnostic('CTG3004', { id: convention.value.modele, suggestion: suggest(convention.value.modele, input.modeles), connus: input.modeles }, convention.at(['modele'])),
    );
  }
  const draft = {
    stade: input.stade ?? ctg?.value.stade ?? 'projet',
    ctg,
    convention,
    territoire: ETAPES.territoire(input, diagnostics),
    communes,
    theme: ETAPES.theme(input, diagnostics),
    habillage: ETAPES.habillage({ ...input, ctg }, diagnostics),
    contours: ETAPES.contours({ ...input, communes }, diagnostics),
    geographie: input.geographie,
    modele: ETAPES.modele({ ...input, convention }, diagnostics),
    strategie,
    thematiques,
    signataires,
    acteurs,
    plan,
    fiches,
    diagnostic: groupes,
    chiffres,
    textesDiagnostic: ETAPES.textesDiagnostic(input, diagnostics),
    enjeux: ETAPES.enjeux({ ...input, thematiques }, diagnostics),
    indicateurs: ETAPES.indicateurs(input, diagnostics),
    gouvernance: ETAPES.gouvernance(input, diagnostics),
    instances: ETAPES.instances(input, diagnostics),
    charges: ETAPES.charges(input, diagnostics),
    equipements: ETAPES.equipements(input, diagnostics),
    calendrier: ETAPES.calendrier(input, diagnostics),
    glossaire: ETAPES.glossaire(input, diagnostics),
    avenants: ETAPES.avenants(input, diagnostics),
    bilans: ETAPES.bilans(input, diagnostics),
    complet: input.incomplets.size === 0,
    incomplets: input.incomplets,
    logos: input.logos,
  } satisfies Omit<Projet, 'textes' | 'renvois'>;

  const { textes, renvois, notes } = collectTextes(input);
  diagnostics.push(...notes);
  checkReferences(draft, input, diagnostics);
  checkRenvois(draft, [...renvois, ...renvoisDuSchema(draft)], input, diagnostics);
  return [{ ...draft, textes, renvois }, rassembler(fichiersAbsents(diagnostics, input))];
}

/** Ce que chaque fichier facultatif donne aux autres : le début du reproche, la sorte de fichier, son nom, ce que l'on y cherche. */
const FOURNISSEURS = [
  ['Aucun acteur ', 'acteurs', 'acteurs.yaml', 'des acteurs'],
  ['Aucun chiffre ', 'diagnostic', 'le dossier diagnostic/', 'des chiffres'],
  ['Aucune action ', 'plan', 'le dossier plan/', 'des actions'],
  ['Aucun indicateur ', 'indicateurs', 'indicateurs.yaml', 'des indicateurs'],
  ['Aucune instance ', 'gouvernance', 'gouvernance.yaml', 'des instances'],
] as const;
/** En dessous, ce sont peut-être des fautes de frappe. */
const IDENTIFIANTS_PERDUS = 3;
const CITES = 5;

/** Un fichier déplacé ou effacé laisse sans cible tout ce qui y renvoyait : c'est un constat, non vingt. */
function fichiersAbsents(diagnostics: readonly Diagnostic[], input: ResolveInput): readonly Diagnostic[] {
  let restent = diagnostics;
  for (const [debut, kind, fichier, quoi] of FOURNISSEURS) {
    if (input.files(kind).length > 0 || input.incomplets.has(kind)) continue;
    const perdus = sortDiagnostics(restent.filter((d) => d.code === 'CTG3001' && d.message.startsWith(debut)));
    const noms = [...new Set(perdus.map((d) => /«\s*(.+?)\s*»/u.exec(d.message)?.[1] ?? ''))];
    const [premier, ...autres] = perdus;
    if (premier === undefined || noms.length < IDENTIFIANTS_PERDUS) continue;
    const cites = [...noms.slice(0, CITES).map(guillemets), ...(noms.length > CITES ? [combien(noms.length - CITES, 'autre')] : [])];
    const dossier = fichier.startsWith('le ');
    const conseil = `${dossier ? 'Remettez ce dossier' : `Remettez ${fichier}`} à la racine du territoire s’il a été déplacé, effacé ou renommé ; sinon, créez-le.`;
    const absent = diagnostic('CTG3019', { quoi, noms: cites, fichier, conseil }, premier.span, autres.flatMap((d) => (d.span === null ? [] : [{ message: 'ici aussi', span: d.span }])));
    restent = [...restent.filter((d) => !perdus.includes(d)), absent];
  }
  return restent;
}

/** Le même identifiant inconnu en dix endroits est une seule faute : le premier la dit, les autres y renvoient. */
function rassembler(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const ailleurs = new Map<string, Related[]>();
  const gardes = sortDiagnostics(diagnostics).filter((d) => {
    if (d.code !== 'CTG3001') return true;
    const autres = ailleurs.get(d.message);
    if (autres === undefined) ailleurs.set(d.message, []);
    else if (d.span !== null) autres.push({ message: 'ici aussi', span: d.span });
    return autres === undefined;
  });
  return gardes.map((d) => {
    const autres = d.code === 'CTG3001' ? (ailleurs.get(d.message) ?? []) : [];
    return autres.length === 0 ? d : { ...d, related: [...d.related, ...autres] };
  });
}

/** Les chiffres, `par_defaut` appliqué. */
function resolveChiffres(input: ResolveInput, diagnostics: Diagnostic[]): { readonly diagnostic: readonly GroupeChiffres[]; readonly chiffres: ReadonlyMap<string, Chiffre> } {
  const chiffres = new Map<string, Chiffre>();
  const spans = new Map<string, Span>();
  const groupes = input.files('diagnostic').map((file): GroupeChiffres => {
    const own = entries(file, file.value.chiffres, ['chiffres']).map((c): Chiffre => ({ ...c, value: { ...file.value.par_defaut, ...c.value }, groupe: file.id }));
    for (const chiffre of own) {
      const span = chiffre.at([], 'key');
      const taken = spans.get(chiffre.id);
      if (taken !== undefined) diagnostics.push(diagnostic('CTG3002', { id: chiffre.id }, span, [{ message: 'déjà pris ici', span: taken }]));
      else {
        spans.set(chiffre.id, span);
        chiffres.set(chiffre.id, chiffre);
      }
    }
    return { ...located(file, file.value), titre: file.value.titre ?? null, chiffres: own };
  });
  return { diagnostic: groupes, chiffres };
}
