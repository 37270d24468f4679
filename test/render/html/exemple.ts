import type { Block, DocumentTree, Inline, PlanRow } from '../../../src/document/arbre.ts';

/** Un arbre qui emploie chaque type de nœud au moins une fois. Les noms et les chiffres sont de fantaisie. */

export const t = (value: string): Inline => ({ type: 'text', value });
export const p = (value: string): Block => ({ type: 'paragraph', children: [t(value)] });

/** Un pixel, en PNG. */
export const PIXEL = Uint8Array.from(atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='), (c) => c.charCodeAt(0));
const LOGO = { media: 'image/svg+xml', width: 200, height: 80, svg: '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="80"><rect width="200" height="80" rx="8" fill="#1F3A5F"/><circle cx="40" cy="40" r="24" fill="#EAEEF4"/></svg>' } as const;
const CARTE = { media: 'image/svg+xml', width: 900, height: 300, svg: '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="300"><rect width="900" height="300" fill="#D5DEEA"/><path d="M0 300 L300 80 L600 220 L900 40 V300 Z" fill="#1F3A5F"/></svg>' } as const;

const LOREM = 'Les parties s’engagent à mettre en œuvre, chacune dans son champ, les actions inscrites au plan et à se rendre compte de leur avancement au moins une fois par an, devant le comité de pilotage.';

export function ligne(n: number, change: Partial<PlanRow> = {}): PlanRow {
  return {
    id: `action-${n}`,
    anchor: `action-${n}`,
    path: [
      { id: 'axe-1', number: '1', title: 'Accueillir chaque enfant' },
      { id: 'obj-1', number: '1.1', title: 'Développer l’offre d’accueil du jeune enfant' },
    ],
    thematiques: ['Petite enfance'],
    number: `1.1.${n}`,
    title: `Ouvrir un guichet unique de la petite enfance (volet ${n})`,
    pilotes: ['Commune de Beauval', 'CCAS'],
    partenaires: ['Caf', 'Département'],
    echeances: [2024, 2025],
    indicateurs: ['Nombre de familles reçues', 'Délai de réponse : moins de 15 jours'],
    offre: 'existante',
    avancement: 'à lancer',
    priorite: null,
    territoires: [],
    fiche: n === 1 ? { label: 'Fiche-action 1', anchor: 'fiche-guichet' } : null,
    ...change,
  };
}

const rows: readonly PlanRow[] = [
  ligne(1),
  ligne(2, { echeances: [2026], indicateurs: [] }),
  ligne(3, { path: [{ id: 'axe-1', number: '1', title: 'Accueillir chaque enfant' }, { id: 'obj-2', number: '1.2', title: 'Soutenir les parents' }], number: '1.2.1', title: 'Créer un lieu d’accueil enfants-parents', echeances: [2025, 2026, 2027] }),
  ligne(4, { path: [{ id: 'axe-2', number: '2', title: 'Faciliter l’accès aux droits' }, null], number: '2.1', title: 'Labelliser un point numérique', echeances: [] }),
];

const corps: readonly Block[] = [
  { type: 'paragraph', role: 'lead', children: [t('La convention court sur '), { type: 'strong', children: [t('quatre ans')] }, t(', voir l’'), { type: 'crossref', target: 'annexe-plan', children: [t('annexe 1')] }, t('.')] },
  { type: 'heading', level: 2, id: 'duree-effet', number: '1.1', children: [t('Prise d’effet')] },
  { type: 'paragraph', children: [t('Elle est signée le '), { type: 'blank', value: '…… / …… / 2024' }, t(' et compte '), { type: 'page-total' }, t(' pages'), { type: 'break' }, t('Voir '), { type: 'link', url: 'https://www.caf.fr/?a=1&b=2', children: [t('caf.fr')] }, t(', '), { type: 'emphasis', children: [{ type: 'langue', lang: 'la', children: [t('in extenso')] }] }, t(' ou '), { type: 'code', value: '<CTG & fils>' }, t('.')] },
  p(LOREM),
  { type: 'heading', level: 3, id: 'duree-detail', number: null, children: [t('Détail')] },
  { type: 'paragraph', children: [t('Le taux est de 2024\u202F'), { type: 'note-call', id: 'appel-1-article-duree', target: 'note-1-article-duree', number: 1, said: 'Note\u00A01' }, t(', puis de 2025\u202F'), { type: 'note-call', id: 'appel-2-article-duree', target: 'note-2-article-duree', number: 2, said: 'Note\u00A02' }, t('.')] },
  { type: 'list', ordered: false, start: 1, items: [[p('accueillir ;')], [p('accompagner :'), { type: 'list', ordered: true, start: 3, items: [[p('troisième point ;')], [p('quatrième point.')]] }]] },
  { type: 'quote', children: [p('Un enfant, une place.')] },
  { type: 'code-block', value: 'a < b\n  && c' },
  { type: 'separator' },
  { type: 'key-values', entries: [{ key: 'Durée', value: [p('quatre ans')] }, { key: 'Instances', value: [p('comité de pilotage'), p('comité technique')] }] },
  { type: 'callout', title: 'À savoir', children: [p('Un avenant peut compléter la convention à tout moment.'), p(LOREM)] },
  { type: 'paragraph', role: 'note', children: [t('Chiffres arrêtés au 31 décembre.')] },
  { type: 'figure', image: CARTE, alt: 'Carte des communes du territoire', caption: [t('Les communes du territoire')] },
  {
    type: 'table', caption: 'Équipements par commune', widths: [3, 2, 1], headerColumns: 1,
    head: [[{ children: [p('Commune')] }, { children: [p('Équipement')] }, { children: [p('Places')], align: 'right' }]],
    body: [
      [{ children: [p('Beauval')], rowspan: 2, header: true }, { children: [p('Crèche municipale, ouverte de 7 h 30 à 18 h 30')] }, { children: [p('45')], align: 'right', raw: 45 }],
      [{ children: [p('Ludothèque')] }, { children: [p('20')], align: 'right', raw: 20 }],
      [{ children: [p('Total')], header: true }, { children: [p('65')], align: 'right', colspan: 2, raw: 65 }],
    ],
  },
  {
    type: 'chiffres',
    items: [
      { id: 'couverture', label: 'Taux de couverture en accueil du jeune enfant', indicator: 'Taux de couverture en accueil du jeune enfant (2022)', value: '71,8', raw: 71.8, unit: '%', zone: 'Beauval', source: 'Caf, 2022', alt: 'Diagramme en barres. Taux de couverture.', dessin: { type: 'barres', bars: [{ label: 'Beauval', value: '71,8\u00A0%', raw: 71.8, own: true }, { label: 'Département', value: '58,1\u00A0%', raw: 58.1, own: false }, { label: 'France', value: '59,4\u00A0%', raw: 59.4, own: false }] } },
      { id: 'monoparentales', label: 'Familles monoparentales', indicator: 'Familles monoparentales (2020)', value: '27', raw: 27, unit: '%', zone: 'Beauval', source: 'Insee, recensement, 2020', alt: 'Diagramme en barres. Familles monoparentales.', dessin: { type: 'barres', bars: [{ label: 'Beauval', value: '27\u00A0%', raw: 27, own: true }, { label: 'France', value: '24\u00A0%', raw: 24, own: false }] } },
      { id: 'allocataires', label: 'Foyers allocataires', indicator: 'Foyers allocataires, Beauval', value: 'plus de 5 000', raw: 5000, unit: '', zone: 'Beauval', source: 'Caf, 2022', alt: 'Courbe. Foyers allocataires.', dessin: { type: 'evolution', points: [{ label: '2018', year: 2018, value: '5\u202F230', raw: 5230 }, { label: '2022', year: 2022, value: '5\u202F000', raw: 5000 }] } },
    ],
  },
  {
    type: 'notes', title: 'Notes', said: 'Notes\u00A0: Article 1',
    items: [
      { id: 'note-1-article-duree', number: 1, children: [{ type: 'paragraph', children: [t('Insee, recensement.\u00A0'), { type: 'note-back', target: 'appel-1-article-duree', rank: null, said: 'Retour à l’appel de la note\u00A01' }] }] },
      { id: 'note-2-article-duree', number: 2, children: [p('Caf :'), { type: 'list', ordered: false, start: 1, items: [[p('prestations')]] }, { type: 'paragraph', children: [{ type: 'note-back', target: 'appel-2-article-duree', rank: null, said: 'Retour à l’appel de la note\u00A02' }] }] },
    ],
  },
];

export const exemple: DocumentTree = {
  title: 'Convention territoriale globale de Beauval 2024-2027',
  shortTitle: 'CTG de Beauval',
  subject: 'Convention entre la commune de Beauval et la Caf',
  author: 'Commune de Beauval',
  keywords: ['CTG', 'petite enfance'],
  lang: 'fr-FR',
  stade: 'projet',
  fingerprint: 'a1b2c3d4',
  date: '2024-03-01',
  cover: {
    title: 'Convention territoriale globale',
    territoire: 'Beauval & alentours',
    years: '2024-2027',
    signataires: ['Commune de Beauval', 'Caisse d’allocations familiales', 'Département'],
    logos: [{ image: LOGO, alt: 'Commune de Beauval' }, { image: { media: 'image/png', bytes: PIXEL, width: 80, height: 80 }, alt: 'Caf' }],
    model: 'Modèle en quatorze articles, version 2022',
  },
  pieces: [
    { kind: 'liminaire', id: 'parties', anchor: 'parties', label: null, title: 'Parties', titled: false, children: [p('Entre :'), { type: 'partie', children: [{ type: 'paragraph', children: [t('La commune de Beauval, représentée par sa maire, ci-après « '), { type: 'strong', children: [t('la Commune')] }, t(' »,')] }] }, { type: 'partie', children: [p('La caisse d’allocations familiales, ci-après « la Caf »,')] }] },
    { kind: 'liminaire', id: 'visas', anchor: 'visas', label: null, title: 'Visas', titled: false, children: [{ type: 'paragraph', role: 'visa', children: [t('Vu le code de l’action sociale et des familles, et notamment son article L. 214-1-3 relatif à l’autorité organisatrice de l’accueil du jeune enfant ;')] }] },
    { kind: 'article', id: 'duree', anchor: 'article-duree', label: 'Article 1', title: 'Durée de la convention', titled: true, children: corps },
    {
      kind: 'signatures', id: 'signatures', anchor: 'signatures', label: null, title: 'Signatures', titled: false,
      children: [{
        type: 'signatures', closing: [{ type: 'paragraph', role: 'closing', children: [t('Fait à Beauval, en trois exemplaires originaux.')] }],
        blocks: [
          { partie: 'La commune de Beauval', signers: [{ qualite: 'La maire', name: 'Prénom Nom' }] },
          { partie: 'La Caf', signers: [{ qualite: 'La présidente', name: 'Prénom Nom' }, { qualite: 'Le directeur', name: '' }] },
          { partie: 'Le Département', signers: [{ qualite: 'Le président', name: 'Prénom Nom' }] },
        ],
      }],
    },
    { kind: 'annexe', id: 'plan', anchor: 'annexe-plan', label: 'Annexe 1', title: 'Plan d’actions', titled: true, children: [p('Les actions, par axe et par objectif.'), { type: 'plan-actions', levels: ['Axe', 'Objectif stratégique'], actionLabel: 'Action', rows }] },
    {
      kind: 'annexe', id: 'fiches', anchor: 'annexe-fiches', label: 'Annexe 2', title: 'Fiches-actions', titled: true,
      children: [
        { type: 'fiche-action', id: 'guichet', anchor: 'fiche-guichet', label: 'Fiche-action 1', thematique: 'Petite enfance', title: 'Guichet unique', facts: [{ key: 'Pilote', value: [t('Commune de Beauval')] }, { key: 'Échéance', value: [t('2024-2025')] }], sections: [{ id: 'constats', title: 'Constats', children: [p(LOREM)] }, { id: 'objectifs', title: 'Objectifs', children: [{ type: 'list', ordered: false, start: 1, items: [[p('Un seul lieu pour toutes les demandes')]] }] }] },
        { type: 'fiche-action', id: 'laep', anchor: 'fiche-laep', label: 'Fiche-action 2', thematique: 'Parentalité', title: 'Lieu d’accueil enfants-parents', facts: [], sections: [{ id: 'constats', title: 'Constats', children: [p(LOREM)] }] },
      ],
    },
    { kind: 'annexe', id: 'pieces', anchor: 'annexe-pieces', label: 'Annexe 3', title: 'Pièces jointes', titled: true, children: [{ type: 'joined', name: 'deliberation.pdf', description: 'Délibération du conseil', media: 'application/pdf', bytes: new TextEncoder().encode('%PDF-1.4'), pages: 2 }, { type: 'joined', name: 'carte.png', description: 'Carte scolaire', media: 'image/png', bytes: PIXEL, pages: 1 }] },
  ],
};
