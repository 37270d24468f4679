/** Ce qui est faux : dates, nombres, noms, renvois. */
import { autreChiffre, changer, changerTexte, echanger, ensemble, fauteDeFrappe, type Geste } from '../gestes.ts';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const decaler = (annees: number) => (v: string): string | null => (DATE.test(v) ? `${String(Number(v.slice(0, 4)) + annees)}${v.slice(4)}` : null);
const jour = (v: string): string | null => (DATE.test(v) ? `${v.slice(0, 8)}${v.endsWith('01') ? '02' : '01'}` : null);
const TERME = /^convention\.yaml#periode\/(?:debut|fin)$/;
const DELIBERATION = /^signataires\/.*#deliberation\/(?:date|convocation|transmission|publication)$/;
const CALENDRIER = /^calendrier\.yaml#\d+\/date$/;
const VOTES = /^signataires\/.*#deliberation\/(?:en_exercice|presents|pouvoirs|votants|pour|contre|abstentions)$/;
const VALEUR = /^diagnostic\/.*#chiffres\/[^/]+\/valeur$/;
const LIE = /^diagnostic\/.*#chiffres\/(?:part-couverte-cucm|personnes-couvertes-cucm|population-cucm|enfants|accueillis|part-accueillis|collectif|individuel|tous)\/valeur$/;
const nonLie = (v: string, n: { readonly adresse: string }): boolean => !LIE.test(n.adresse) && /\d/.test(v);
const REFERENCE = /#(?:.*\/)?(?:pilotes|partenaires|acteurs|exercee_par|copilotage|signataires|somme_de|actions|thematiques)\/\d+$|#.*\/(?:organisme|secretariat|employeur|numerateur|denominateur|responsable|thematique)$|#petite_enfance\/[a-z_]+$/;
const LIEN = /\[[^\]]*\]\((?:chiffre|compte|acteur|action|article|annexe|convention|fiche):[^)]+\)/g;

export const DATES: Readonly<Record<string, Geste>> = {
  'terme de la convention : année −1': changer(TERME, decaler(-1)),
  'terme de la convention : année +1': changer(TERME, decaler(1)),
  'terme de la convention : jour': changer(TERME, jour),
  'début et fin échangés': echanger(/^convention\.yaml#periode$/, ['debut', 'fin']),
  'date de délibération : année −1': changer(DELIBERATION, decaler(-1)),
  'date de délibération : année +1': changer(DELIBERATION, decaler(1)),
  'date de délibération : jour': changer(DELIBERATION, jour),
  'dates de vote et de convocation échangées': echanger(/^signataires\/.*#deliberation$/, ['date', 'convocation']),
  'date du calendrier : année −1': changer(CALENDRIER, decaler(-1)),
  'date du calendrier : année +1': changer(CALENDRIER, decaler(1)),
  'date du calendrier : jour': changer(CALENDRIER, jour),
  'étapes du calendrier échangées': (t) => (t.fichiers['calendrier.yaml'] === undefined ? [] : [...Array(t.chercher(/^calendrier\.yaml#\d+$/).length - 1).keys()].map((i) => ({
    ou: `calendrier.yaml#${String(i)}`,
    fichiers: () => t.remanier('calendrier.yaml', (d) => {
      const premier = d.getIn([i], true);
      d.setIn([i], d.getIn([i + 1], true));
      d.setIn([i + 1], premier);
    }),
  }))),
  'date du contrat précédent ou de la Cog changée': changer(/^convention\.yaml#(?:predecesseur|cog)\//, (v) => decaler(2)(v) ?? (/^\d{4}$/.test(v) ? String(Number(v) - 5) : null)),
  'date qui n’existe pas': changer(/#.*\/?(?:date|debut|fin|convocation)$/, (v) => (DATE.test(v) ? `${v.slice(0, 5)}02-30` : null)),
  'date écrite à la française': changer(/#.*\/?(?:date|debut|fin|convocation)$/, (v) => (DATE.test(v) ? `${v.slice(8)}/${v.slice(5, 7)}/${v.slice(0, 4)}` : null)),
  'échéance hors de la convention': changer(/^plan\/.*\/echeances\/\d+$/, (v) => String(Number(v) + 10)),
  'échéance déplacée d’un an, encore dans la convention': changer(/^plan\/.*\/echeances\/\d+$/, (v, _, t) => {
    const fin = Number(/fin: ['"]?(\d{4})/.exec(t.texte('convention.yaml'))?.[1]);
    return String(Number(v) === fin ? fin - 1 : Number(v) + 1);
  }),
};

export const NOMBRES: Readonly<Record<string, Geste>> = {
  'chiffre d’un taux ou d’une somme, ou de ses termes': changer(LIE, (v) => autreChiffre(v)),
  'chiffre sans relation : premier chiffre changé': changer(VALEUR, (v, n) => (nonLie(v, n) ? autreChiffre(v) : null)),
  'chiffre sans relation : dernier chiffre changé': changer(VALEUR, (v, n) => (nonLie(v, n) && v.length > 1 ? autreChiffre(v, 9) : null)),
  'chiffre : un zéro de plus': changer(VALEUR, (v) => (/^\d+$/.test(v) ? `${v}0` : null)),
  'chiffre : séparateur décimal perdu': changer(VALEUR, (v) => (v.includes('.') ? v.replace('.', '') : null)),
  'chiffre : virgule décimale': changer(VALEUR, (v) => (v.includes('.') ? v.replace('.', ',') : null)),
  'chiffre : espace dans les milliers': changer(VALEUR, (v) => (/^\d{4,}$/.test(v) ? v.replace(/(\d)(?=(\d{3})+$)/g, '$1 ') : null)),
  'chiffre : signe inversé': changer(VALEUR, (v) => (/^\d/.test(v) ? `-${v}` : null)),
  'unité changée en %': changer(/^diagnostic\/.*#chiffres\/[^/]+\/unite$/, (v) => (v === '%' ? null : '"%"')),
  'unité % changée en habitants': changer(/^diagnostic\/.*#chiffres\/[^/]+\/unite$/, (v) => (v === '%' ? 'habitants' : null)),
  'année d’un chiffre changée': changer(/^diagnostic\/.*#(?:par_defaut|chiffres\/[^/]+)\/annee$/, (v) => String(Number(v) - 3)),
  'année d’un chiffre dans l’avenir': changer(/^diagnostic\/.*#(?:par_defaut|chiffres\/[^/]+)\/annee$/, () => '2062'),
  'zone ou échelle d’un chiffre changée': ensemble(changer(/^diagnostic\/.*\/zone$/, (v) => (v === 'France' ? 'Bretagne' : 'France')), changer(/^diagnostic\/.*\/echelle$/, (v) => (v === 'France' ? 'commune' : 'France'))),
  'tendance inversée': changer(/^diagnostic\/.*\/tendance\/sens$/, (v) => (v === 'hausse' ? 'baisse' : 'hausse')),
  'valeur de comparaison changée': changer(/^diagnostic\/.*\/comparaisons\/\d+\/valeur$/, (v) => autreChiffre(v)),
  'un nombre du vote changé': changer(VOTES, (v) => String(Number(v) + 1)),
  'effectif d’une instance changé': changer(/^gouvernance\.yaml#.*\/nombre$/, (v) => String(Number(v) + 1)),
  'réunions : minimum au-dessus du maximum': echanger(/^gouvernance\.yaml#.*\/reunions_par_an$/, ['min', 'max']),
  'préavis multiplié': changer(/^convention\.yaml#preavis\//, (v) => `${v}0`),
  'cible ou départ d’un indicateur changé': changer(/^indicateurs\.yaml#.*\/valeur$/, (v) => autreChiffre(v)),
  'capacité ou bonus d’un équipement changé': changer(/^equipements\.yaml#.*\/(?:nombre|montant)$/, (v) => autreChiffre(v)),
  'nombre tapé dans un texte changé': changerTexte(/^(?:articles|annexes|diagnostic|fiches-actions)\/.*\.md$/, /(?<![\d:\-/(])\b\d{2,}\b(?! ?[.)])/g, ([v]) => autreChiffre(v)),
};

export const RENVOIS: Readonly<Record<string, Geste>> = {
  'identifiant mal écrit': changer(REFERENCE, (v) => fauteDeFrappe(v)),
  'identifiant d’un autre, qui existe': changer(/^(?:plan|gouvernance).*(?:pilotes\/\d+|partenaires\/\d+|organisme)$/, (v, n, t) => {
    const tous = [...new Set(t.chercher(/^(?:plan|gouvernance).*(?:pilotes\/\d+|partenaires\/\d+|organisme)$/).map((a) => a.ecrit ?? ''))].sort();
    const autre = tous.find((a) => a > v) ?? tous[0];
    return autre === undefined || t.texte(n.fichier).slice(Math.max(0, n.debut - 80), n.fin + 80).includes(autre) ? null : autre;
  }),
  'thématique d’une autre action': changer(/^plan\/.*\/thematique$/, (v, _, t) => [...new Set(t.chercher(/^plan\/.*\/thematique$/).map((a) => a.ecrit ?? ''))].find((a) => a !== v) ?? null),
  'renvoi d’un texte mal écrit': changerTexte(/\.md$/, LIEN, ([lien]) => lien.replace(/:([^)]+)\)$/, (_, id: string) => `:${fauteDeFrappe(id)})`)),
  'renvoi d’un texte vers un autre chiffre': changerTexte(/\.md$/, /\[\]\(chiffre:[^)/]+\)/g, (_, t) => {
    const autre = t.chercher(/^diagnostic\/.*#chiffres\/[^/]+$/)[0]?.chemin.at(-1);
    return autre === undefined ? null : `[](chiffre:${String(autre)})`;
  }),
  'sorte de renvoi fausse': changerTexte(/\.md$/, LIEN, ([lien]) => lien.replace(/\((\w+):/, (_, sorte: string) => `(${sorte === 'article' ? 'annexe' : 'article'}:`)),
  'image ou document mal cité': ensemble(changerTexte(/\.md$/, /!\[[^\]]*\]\([^)]+\)/g, ([image]) => image.replace(/\(/, '(x')), changerTexte(/\.md$/, /fichier: \S+/g, ([v]) => v.replace(': ', ': x'))),
  'action d’une fiche mal écrite': changerTexte(/^fiches-actions\//, /(?<=^actions: \[)[a-z-]+/gm, ([id]) => fauteDeFrappe(id)),
  'fiche d’une autre action': changerTexte(/^fiches-actions\//, /(?<=^actions: \[)[a-z-]+/gm, ([id], t) => String(t.chercher(/^plan\/.*\/actions\/[^/]+$/).find((a) => a.chemin.at(-1) !== id)?.chemin.at(-1) ?? id)),
};
