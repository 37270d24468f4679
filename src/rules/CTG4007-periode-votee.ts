import { guillemets } from '../base/francais.ts';
import { annees, bornes } from './aide/periode.ts';
import { always, type Rule } from './rule.ts';

/** « période 2024-2027 », « CTG 2024/2027 », « pour 2024 à 2027 » : jamais les années d'un autre contrat. */
const PERIODE = /(?<=période|périodes|ctg|convention territoriale globale|années|ans|pour)[\s:(]{1,4}(20\d\d)(?:\s?[-–/]\s?|\sà\s)(20\d\d)/giu;

export const periodeVotee: Rule = {
  code: 'CTG4007',
  slug: 'periode-votee',
  title: 'Période votée et période de l’acte',
  severity: always('erreur'),
  needsWhole: false,
  *check(projet) {
    const periode = bornes(projet);
    const { convention } = projet;
    if (periode === null || convention === null) return;
    const lieux = [
      { texte: convention.value.titre, span: convention.at(['titre']), quoi: 'Le titre' },
      ...projet.signataires.map((s) => ({ texte: s.value.deliberation?.objet, span: s.at(['deliberation', 'objet']), quoi: 'L’objet de la délibération' })),
    ];
    for (const { texte, span, quoi } of lieux) {
      for (const match of (texte ?? '').matchAll(PERIODE)) {
        const [debut, fin] = [match[1] as string, match[2] as string];
        if (fin === periode.fin.slice(0, 4) && (convention.value.periode.debut === 'signature' || debut === periode.debut?.slice(0, 4))) continue;
        yield {
          message: `${quoi} annonce ${guillemets(`${debut}-${fin}`)}, et la convention court sur ${annees(periode)}. Les parties s’engageraient sur une période qui n’est pas celle du vote.`,
          hint: `Mettez les deux d’accord : la période de convention.yaml, ou le texte de la délibération s’il n’est pas encore voté.`,
          span,
          related: [{ message: 'la période de la convention', span: convention.at(['periode', 'fin']) }],
        };
      }
    }
  },
};
