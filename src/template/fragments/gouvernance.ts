import { combien, dateEnLettres, enLettres, NBSP, nombre, pluriel } from '../../base/francais.ts';
import type { Block } from '../../document/arbre.ts';
import { nomsActeurs, nomThematique } from '../../model/libelles.ts';
import type { Instance } from '../../../schemas/gouvernance.ts';
import type { Projet } from '../../resolve/projet.ts';
import { type Fragment, tableOf, text } from './fragment.ts';

/** `::instances` : les instances de pilotage. */
export const instances: Fragment = ({ projet }) =>
  tableOf(projet.instances.map((i) => i.value), [
    { title: 'Dispositif', width: 14, value: (i) => i.rattachement ?? '' },
    { title: 'Instance', width: 20, value: (i) => (i.sigle === undefined ? i.nom : `${i.nom} (${i.sigle})`) },
    { title: 'Missions', width: 34, value: (i) => i.missions ?? [] },
    { title: 'Composition', width: 34, value: (i) => composition(projet, i) },
    { title: 'Réunions', width: 14, value: frequence },
  ]);

function composition(projet: Projet, instance: Instance): readonly string[] {
  const membres = (instance.composition ?? []).map((c) => {
    const organisme = c.organisme === undefined ? '' : ` (${nomsActeurs(projet, [c.organisme])[0] ?? ''})`;
    return `${c.nombre === undefined ? '' : `${nombre(c.nombre)}${NBSP}`}${c.qualite}${organisme}`;
  });
  const secretariat = instance.secretariat === undefined ? [] : [`Secrétariat : ${nomsActeurs(projet, [instance.secretariat])[0] ?? ''}`];
  const copilotage = instance.copilotage === undefined ? [] : [`Copilotage : ${nomsActeurs(projet, instance.copilotage).join(', ')}`];
  return [...membres, ...(instance.parite === true ? ['Composition à parité'] : []), ...copilotage, ...secretariat];
}

function frequence({ reunions_par_an: r }: Instance): string {
  if (r === undefined) return '';
  const fois = (n: number): string => `${enLettres(n, 'f')} fois`;
  if (r.min !== undefined && r.max !== undefined) return r.min === r.max ? `${fois(r.min)} par an` : `de ${enLettres(r.min, 'f')} à ${fois(r.max)} par an`;
  return r.min !== undefined ? `au moins ${fois(r.min)} par an` : r.max !== undefined ? `au plus ${fois(r.max)} par an` : '';
}

/** `::charges-cooperation` : les postes et leur total. */
export const chargesCooperation: Fragment = ({ projet, vue }) => {
  const rows = tableOf(projet.charges.map((c) => c.value), [
    { title: 'Poste', width: 34, value: (c) => c.intitule },
    { title: 'Employeur', width: 24, value: (c) => (c.employeur === undefined ? 'à désigner' : nomsActeurs(projet, [c.employeur])) },
    { title: 'ETP', width: 8, align: 'right', value: (c) => nombre(c.etp), raw: (c) => c.etp },
    { title: 'Thématiques', width: 24, value: (c) => (c.thematiques ?? []).map((t) => nomThematique(projet, t)).join(', ') },
    { title: 'Prise de fonction', width: 18, value: (c) => (c.debut === undefined ? '' : dateEnLettres(c.debut)) },
    { title: 'Financement', width: 20, value: (c) => c.financement ?? '' },
  ]);
  if (rows.length === 0) return [];
  const total: Block = { type: 'paragraph', role: 'note', children: text(`Total : ${combien(projet.charges.length, 'poste')}, ${vue.etp}${NBSP}${pluriel(1, 'ETP', 'ETP')}.`) };
  return [...rows, total];
};

/** `::calendrier{lot=…}` : les étapes d'un lot, ou toutes. */
export const calendrier: Fragment = ({ projet, attributes }) => {
  const lot = attributes['lot'];
  const rows = (projet.calendrier?.value ?? []).filter((e) => lot === undefined || (e.lot ?? 'démarche') === lot);
  return tableOf(rows, [
    { title: 'Calendrier', width: 24, value: (e) => e.quand },
    { title: 'Étape', width: 50, value: (e) => e.etape },
    { title: 'Acteurs', width: 26, value: (e) => nomsActeurs(projet, e.acteurs ?? []).join(', ') },
  ]);
};

/** `::competences` : qui exerce quoi. */
export const competences: Fragment = ({ projet }) =>
  tableOf(projet.territoire?.value.competences ?? [], [
    { title: 'Compétence', width: 30, value: (c) => c.thematiques.map((t) => nomThematique(projet, t)).join(', ') },
    { title: 'Exercée par', width: 50, value: (c) => nomsActeurs(projet, c.exercee_par).join(', ') },
    { title: 'Précision', width: 30, value: (c) => c.precision ?? '' },
  ]);
