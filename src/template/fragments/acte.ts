import { combien, dateEnLettres, NBSP, nombre } from '../../base/francais.ts';
import { deOrgane, delibere, titre } from '../../model/parties.ts';
import { capitale } from '../../base/francais.ts';
import { nomsActeurs } from '../../model/libelles.ts';
import { type Fragment, tableOf, text } from './fragment.ts';

/** `::signatures` : un bloc par signataire. La formule finale lui est rattachée à la composition. */
export const signatures: Fragment = ({ projet }) => [
  {
    type: 'signatures',
    closing: [],
    blocks: projet.signataires
      .filter((s) => s.value.categorie !== 'groupe')
      .map((s) => ({ partie: capitale(s.court), signers: (s.value.representants ?? []).map((r) => ({ qualite: titre(r), name: `${r.prenom} ${r.nom}` })) })),
  },
];

/** `::deliberations` : les votes qui autorisent la signature. */
export const deliberations: Fragment = ({ projet }) => {
  const date = (iso: string | undefined): string => (iso === undefined ? '' : dateEnLettres(iso));
  return tableOf(projet.signataires.filter((s) => s.value.categorie !== 'groupe' && delibere(s)), [
    { title: 'Signataire', width: 26, value: (s) => capitale(s.court) },
    { title: 'Délibération', width: 30, value: (s) => `Délibération ${deOrgane(s)}${s.value.deliberation?.numero === undefined ? '' : `, n°${NBSP}${s.value.deliberation.numero}`}` },
    { title: 'Séance', width: 16, value: (s) => date(s.value.deliberation?.date) },
    { title: 'Vote', width: 22, value: (s) => vote(s.value.deliberation) },
    { title: 'Transmission', width: 16, value: (s) => date(s.value.deliberation?.transmission) },
    { title: 'Publication', width: 16, value: (s) => date(s.value.deliberation?.publication) },
  ]);
};

function vote(d: { readonly votants?: number | undefined; readonly pour?: number | undefined; readonly contre?: number | undefined; readonly abstentions?: number | undefined } | undefined): string {
  if (d?.votants === undefined) return '';
  const parts = [combien(d.votants, 'votant'), d.pour === undefined ? '' : `${nombre(d.pour)} pour`, d.contre === undefined ? '' : `${nombre(d.contre)} contre`, d.abstentions === undefined ? '' : combien(d.abstentions, 'abstention')];
  return parts.filter((p) => p !== '').join(', ');
}

/** `::equipements` : équipements et services soutenus. */
export const equipements: Fragment = ({ projet }) =>
  tableOf(projet.equipements.map((e) => e.value), [
    { title: 'Équipement', width: 26, value: (e) => (e.statut === 'projet' ? `${e.nom} (projet)` : e.nom) },
    { title: 'Type', width: 16, value: (e) => e.type },
    { title: 'Commune', width: 16, value: (e) => e.commune },
    { title: 'Gestionnaire', width: 20, value: (e) => (e.gestionnaire === undefined ? '' : `${e.gestionnaire.nom} (${e.gestionnaire.statut})`) },
    { title: 'Capacité', width: 12, value: (e) => (e.capacite === undefined ? '' : `${nombre(e.capacite.nombre)}${NBSP}${e.capacite.unite}`) },
    { title: 'Prestations', width: 16, value: (e) => (e.prestations ?? []).join(', ') },
    { title: 'Cofinanceur', width: 18, value: (e) => (e.cofinanceur === undefined ? '' : nomsActeurs(projet, [e.cofinanceur])) },
    { title: 'Bonus territoire', width: 16, align: 'right', value: (e) => bonus(e.bonus_territoire), raw: (e) => e.bonus_territoire?.montant },
  ]);

function bonus(b: { readonly montant?: number | undefined; readonly annee?: number | undefined; readonly offre?: string | undefined } | undefined): string {
  if (b === undefined) return '';
  if (b.montant === undefined) return b.offre === undefined ? 'oui' : `offre ${b.offre}`;
  return `${nombre(b.montant)}${NBSP}€${b.annee === undefined ? '' : ` (${String(b.annee)})`}`;
}

/** `::communes` : les communes du périmètre. */
export const communes: Fragment = ({ vue }) => [
  { type: 'list', ordered: false, start: 1, items: vue.territoire.communes.map((c) => [{ type: 'paragraph', children: text(c.signataire || vue.comptes.communes_signataires.zero ? c.nom : `${c.nom} (non signataire)`) }]) },
];

/** `::glossaire` : les sigles du territoire. */
export const glossaire: Fragment = ({ projet }) =>
  tableOf([...projet.glossaire], [
    { title: 'Sigle', width: 20, value: ([sigle]) => sigle },
    { title: 'Signification', width: 80, value: ([, sens]) => sens },
  ]);
