/** Un arbre qui contient tous les types de nœuds, et les cas qui font trébucher une mise en page. */
import { deflateSync } from 'node:zlib';
import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import type { Block, DocumentTree, FicheAction, Inline, Piece, PlanRow, SignatureBlock } from '../../../src/document/arbre.ts';
import type { PdfOptions } from '../../../src/render/pdf/index.ts';
import { schemaHabillage } from '../../../schemas/theme.ts';

const THEME = new URL('../../../templates/theme/', import.meta.url);

export function options(): PdfOptions {
  const fonts = new URL('fonts/', THEME);
  return {
    theme: schemaHabillage.parse(parse(readFileSync(new URL('classique.yaml', THEME), 'utf8'))),
    fonts: new Map(readdirSync(fonts).filter((name) => name.endsWith('.ttf')).map((name) => [name, new Uint8Array(readFileSync(new URL(name, fonts)))])),
  };
}

export const t = (value: string): Inline => ({ type: 'text', value });
export const p = (...children: (string | Inline)[]): Block => ({ type: 'paragraph', children: children.map((child) => (typeof child === 'string' ? t(child) : child)) });
const cell = (value: string, more: object = {}) => ({ children: [p(value)], ...more });

/** Un PNG uni, écrit à la main pour ne dépendre d'aucun fichier. */
export function png(width: number, height: number, [r, g, b]: readonly [number, number, number]): Uint8Array {
  const crcTable = Array.from({ length: 256 }, (_, n) => { let c = n; for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1; return c >>> 0; });
  const crc = (data: Uint8Array): number => { let c = 0xffffffff; for (const byte of data) c = (crcTable[(c ^ byte) & 255] as number) ^ (c >>> 8); return (c ^ 0xffffffff) >>> 0; };
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const out = Buffer.alloc(body.length + 8);
    out.writeUInt32BE(data.length, 0);
    body.copy(out, 4);
    out.writeUInt32BE(crc(body), body.length + 4);
    return out;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.concat([Buffer.from([0]), Buffer.concat(Array.from({ length: width }, () => Buffer.from([r, g, b])))]);
  return new Uint8Array(Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))), chunk('IEND', new Uint8Array())]));
}

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="120" viewBox="0 0 300 120"><rect x="10" y="60" width="50" height="50" fill="#1F3A5F"/><rect x="80" y="30" width="50" height="80" fill="#117733"/><rect x="150" y="10" width="50" height="100" fill="#882255"/><text x="10" y="20" font-family="titre" font-size="12">Places</text></svg>';
const LOGO = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="80" viewBox="0 0 200 80"><rect width="200" height="80" rx="8" fill="#1F3A5F"/><circle cx="40" cy="40" r="24" fill="#EAEEF4"/></svg>';

const PHRASES = [
  'Les partenaires conviennent de conduire ensemble une politique familiale lisible, de la naissance à l’entrée dans la vie adulte, en partant des besoins constatés sur le territoire.',
  'Chaque collectivité garde ses compétences ; la présente convention organise leur coordination, sans transfert ni tutelle.',
  'La Caf apporte son concours financier dans les limites fixées par la Cnaf (article L.\u00A0223\u20111 du code de la sécurité sociale), sous réserve du vote annuel des crédits.',
  'Les données échangées sont limitées au nécessaire, conservées pendant la durée de la convention et protégées selon le règlement général sur la protection des données.',
];
const phrase = (i: number): string => PHRASES[i % PHRASES.length] as string;

const appelNote = (number: number): Inline => ({ type: 'note-call', id: `appel-${number}`, target: `note-${number}`, number, said: `Note\u00A0${number}` });
const retourNote = (number: number): Inline => ({ type: 'note-back', target: `appel-${number}`, rank: null, said: `Retour à l’appel de la note\u00A0${number}` });
const notes = (...each: readonly Block[]): Block => ({ type: 'notes', title: 'Notes', said: 'Notes\u00A0: Annexe\u00A01', items: each.map((block, i) => ({ id: `note-${i + 1}`, number: i + 1, children: [block] })) });
const article = (n: number, title: string, children: readonly Block[]): Piece => ({ kind: 'article', id: `a${n}`, anchor: `article-${n}`, label: `Article\u00A0${n}`, title, titled: true, children });

const AXES = [
  { id: 'petite-enfance', number: '1', title: 'Accueillir les jeunes enfants et soutenir leurs parents', thematique: 'Petite enfance', objectifs: ['Maintenir et diversifier les places d’accueil du jeune enfant', 'Faire connaître l’offre et orienter les familles dès la grossesse'] },
  { id: 'jeunesse', number: '2', title: 'Donner une place aux enfants et aux jeunes', thematique: 'Jeunesse', objectifs: ['Coordonner les accueils de loisirs des communes', 'Accompagner les projets des 12-25\u00A0ans, en particulier dans les quartiers prioritaires', 'Prévenir les ruptures de parcours'] },
  { id: 'droits', number: '3', title: 'Faciliter l’accès aux droits et l’animation de la vie sociale', thematique: 'Accès aux droits', objectifs: ['Rapprocher les services publics des habitants', 'Consolider les centres sociaux'] },
] as const;

export const planRows: PlanRow[] = AXES.flatMap((axe) => axe.objectifs.flatMap((objectif, o) =>
  Array.from({ length: axe.id === 'jeunesse' && o === 1 ? 9 : 5 }, (_, a): PlanRow => ({
    id: `${axe.id}-${o}-${a}`,
    anchor: `action-${axe.id}-${o}-${a}`,
    path: [{ id: axe.id, number: axe.number, title: axe.title }, { id: `${axe.id}-${o}`, number: `${axe.number}.${o + 1}`, title: objectif }],
    thematiques: [axe.thematique],
    number: `${axe.number}.${o + 1}.${a + 1}`,
    title: ['Ouvrir un guichet unique d’information des familles', 'Créer un relais petite enfance itinérant', 'Former les équipes à l’accueil des enfants en situation de handicap', 'Réunir deux fois par an le comité des directeurs d’accueils de loisirs', 'Publier un annuaire en ligne'][a % 5] as string,
    pilotes: a % 2 === 0 ? ['Commune du Creusot'] : ['Caf de Saône-et-Loire', 'Communauté urbaine'],
    partenaires: a % 3 === 0 ? ['PMI', 'Associations gestionnaires', 'MSA'] : [],
    echeances: [2023 + (a % 3), 2024 + (a % 3)],
    indicateurs: a % 2 === 1 ? ['Nombre de familles reçues', 'Délai moyen de réponse'] : ['Nombre de réunions tenues'],
    offre: a === 0 ? 'Offre nouvelle' : null,
    avancement: null,
    priorite: a === 0 ? 'Priorité 1' : null,
    territoires: [],
    fiche: a === 0 ? { label: `Fiche-action\u00A0${Number(axe.number) * 2 - 1 + (o % 2)}`, anchor: `fiche-${Number(axe.number) * 2 - 1 + (o % 2)}` } : null,
  }))));

const fiche = (n: number): FicheAction => ({
  type: 'fiche-action', id: `f${n}`, anchor: `fiche-${n}`, label: `Fiche-action\u00A0${n}`,
  thematique: (AXES[n % 3] as (typeof AXES)[number]).thematique,
  title: n % 2 === 0 ? 'Créer un relais petite enfance itinérant' : 'Ouvrir un guichet unique d’information des familles',
  facts: [
    { key: 'Axe', value: [t(`${n % 3 + 1} – ${(AXES[n % 3] as (typeof AXES)[number]).title}`)] },
    { key: 'Objectif stratégique', value: [t('Faire connaître l’offre et orienter les familles dès la grossesse')] },
    { key: 'Pilotes', value: [t('Commune du Creusot')] },
    { key: 'Partenaires', value: [t('Caf, PMI, associations gestionnaires')] },
    { key: 'Échéance', value: [t('2023 à 2025')] },
    { key: 'Plan', value: [{ type: 'crossref', target: planRows[0]?.anchor ?? '', children: [t('action 1.1.1')] }] },
    { key: 'Financement', value: [t('Prestation de service, fonds propres : 24\u202F500\u00A0€ par an')] },
  ],
  sections: [
    { id: 'constats', title: 'Constats', children: [p(phrase(n)), { type: 'list', ordered: false, start: 1, items: [[p('Des familles disent ne pas savoir à qui s’adresser.')], [p('Les places vacantes ne sont pas connues en temps réel.')]] }] },
    { id: 'etapes', title: 'Étapes', children: [{ type: 'list', ordered: true, start: 1, items: [[p('Recenser l’offre.')], [p('Choisir un lieu d’accueil.')], [p('Ouvrir, puis évaluer après un an.')]] }] },
    { id: 'indicateurs', title: 'Indicateurs', children: [{ type: 'table', caption: null, widths: [3, 1, 1, 2], headerColumns: 0, head: [[cell('Indicateur'), cell('Départ', { align: 'right' }), cell('Cible', { align: 'right' }), cell('Source')]], body: [[cell('Familles reçues par an'), cell('120', { align: 'right' }), cell('400', { align: 'right' }), cell('Registre du guichet')], [cell('Délai moyen de réponse (jours)'), cell('12', { align: 'right' }), cell('3', { align: 'right' }), cell('Registre du guichet')]] }] },
    { id: 'vigilance', title: 'Points de vigilance', children: [{ type: 'callout', title: null, children: [p('Ne pas doubler l’accueil existant des mairies annexes.')] }] },
  ],
});

const LONG_CELL = Array.from({ length: 60 }, (_, i) => `Phrase ${i + 1} de la cellule plus haute qu’une page. ${phrase(i)}`).join(' ');

const chiffre = (i: number) => ({
  id: `c${i}`, label: ['Taux de couverture en accueil du jeune enfant', 'Part des familles monoparentales', 'Allocataires', 'Enfants de moins de trois ans'][i % 4] as string,
  indicator: `Chiffre ${String(i)}`,
  value: ['71,8', '23,4', '5\u202F012', '684'][i % 4] as string, raw: [71.8, 23.4, 5012, 684][i % 4] as number, unit: ['places pour 100 enfants', '%', 'foyers', 'enfants'][i % 4] as string, zone: 'Le Creusot',
  source: 'Caf, fichiers des allocataires, 2022',
  alt: `Dessin ${String(i)}`,
  dessin: i % 4 < 2
    ? { type: 'barres' as const, bars: [{ label: 'Le Creusot', value: ['71,8', '23,4\u00A0%'][i % 4] as string, raw: [71.8, 23.4][i % 4] as number, own: true }, { label: 'Saône-et-Loire', value: ['66,0', '19,9\u00A0%'][i % 4] as string, raw: [66, 19.9][i % 4] as number, own: false }, { label: 'France', value: ['59,8', '24,7\u00A0%'][i % 4] as string, raw: [59.8, 24.7][i % 4] as number, own: false }] }
    : { type: 'evolution' as const, points: [2018, 2020, 2022].map((year) => ({ label: String(year), year, value: String(year - 1500), raw: year - 1500 })) },
});

export const signataires: SignatureBlock[] = [
  { partie: 'La Caisse d’allocations familiales de Saône-et-Loire', signers: [{ qualite: 'La Présidente du conseil d’administration', name: '' }, { qualite: 'Le Directeur', name: '' }] },
  { partie: 'La Commune du Creusot', signers: [{ qualite: 'Le Maire', name: '' }] },
  { partie: 'La Communauté urbaine Creusot Montceau', signers: [{ qualite: 'Le Président', name: '' }] },
  { partie: 'La Mutualité sociale agricole', signers: [{ qualite: 'Le Président', name: '' }, { qualite: 'La Directrice générale', name: '' }, { qualite: 'Le Directeur adjoint', name: '' }] },
  ...Array.from({ length: 17 }, (_, i): SignatureBlock => ({ partie: `La Commune signataire n°\u00A0${i + 5}${i % 4 === 1 ? ', représentée par son maire dûment habilité' : ''}`, signers: [{ qualite: i % 2 === 0 ? 'Le Maire' : 'La Maire', name: '' }] })),
];

const longTable: Block = {
  type: 'table', caption: 'Équipements du territoire', widths: [3, 2, 1, 1], headerColumns: 1,
  head: [[cell('Équipement'), cell('Gestionnaire'), cell('Places', { align: 'right' }), cell('Année', { align: 'right' })]],
  body: [
    ...Array.from({ length: 45 }, (_, i) => [cell(`Structure d’accueil ${i + 1}`), cell(i % 2 === 0 ? 'Commune' : 'Association'), cell(String(12 + i), { align: 'right', raw: 12 + i }), cell('2021', { align: 'right' })]),
    [cell('Total', { colspan: 2 }), cell('1\u202F530', { align: 'right' }), cell('')],
    [cell('Fusionnée sur deux rangées', { rowspan: 2 }), cell('Première'), cell('1'), cell('2022')],
    [cell('Seconde'), cell('2'), cell('2023')],
  ],
};

export function exemple(overrides: Partial<DocumentTree> = {}): DocumentTree {
  const pieces: Piece[] = [
    { kind: 'liminaire', id: 'parties', anchor: 'parties', label: null, title: 'Parties', titled: false, children: [
      p('Entre :'),
      { type: 'partie', children: [p({ type: 'strong', children: [t('La Caisse d’allocations familiales de Saône-et-Loire')] }, ', dont le siège est à Mâcon, représentée par la présidente de son conseil d’administration et par son directeur,'), p('ci-après «\u00A0', { type: 'strong', children: [t('la Caf')] }, '\u00A0»\u202F;')] },
      { type: 'partie', children: [p({ type: 'strong', children: [t('La Commune du Creusot')] }, ', représentée par son maire, dûment habilité par délibération du ', { type: 'blank', value: '……………' }, ',')] },
    ] },
    { kind: 'liminaire', id: 'visas', anchor: 'visas', label: null, title: 'Visas', titled: false, children: [
      { type: 'paragraph', role: 'visa', children: [t('Vu les articles L.\u00A0263\u20111, L.\u00A0223\u20111 et L.\u00A0227\u20111 à L.\u00A0227\u20113 du code de la sécurité sociale\u202F;')] },
      { type: 'paragraph', role: 'visa', children: [t('Vu le code de l’action sociale et des familles, qui confie aux communes et à leurs groupements une part de l’accueil du jeune enfant, et aux départements la protection maternelle et infantile\u202F;')] },
      { type: 'paragraph', role: 'visa', children: [t('Vu l’arrêté du 3 octobre 2001 relatif à l’action sociale des caisses d’allocations familiales\u202F;')] },
    ] },
    { kind: 'liminaire', id: 'preambule', anchor: 'preambule', label: null, title: 'Préambule', titled: true, children: [
      { type: 'paragraph', role: 'lead', children: [t('La convention territoriale globale réunit, sur un même territoire, celles et ceux qui agissent pour les familles.')] },
      ...Array.from({ length: 4 }, (_, i) => p(phrase(i), ' ', phrase(i + 1))),
    ] },
    article(1, 'Objet de la convention', [
      p('Voir ', { type: 'crossref', target: 'article-2', children: [t('l’article 2')] }, ', ', { type: 'crossref', target: 'annexe-plan', children: [t('l’annexe 2')] }, ' et ', { type: 'link', url: 'https://www.caf.fr/', children: [t('le site de la Caf')] }, '. Référence : ', { type: 'code', value: 'CTG-71-2023' }, ', article L.\u00A0303\u20112.', { type: 'break' }, 'Ligne forcée, puis ', { type: 'emphasis', children: [t('emphase et '), { type: 'strong', children: [t('force')] }] }, ', puis ', { type: 'langue', lang: 'en', children: [t('welcome '), { type: 'strong', children: [t('pack')] }, t(' and '), { type: 'code', value: 'code' }] }, ', ☐ ☑ ✓ → ● m² 1\u1D49\u02B3.'),
      { type: 'heading', level: 2, id: 'h-objectifs', number: '1.1', children: [t('Objectifs communs')] },
      p('Les parties s’engagent à :'),
      { type: 'list', ordered: false, start: 1, items: [[p('maintenir l’offre existante ;')], [p('la développer là où elle manque :'), { type: 'list', ordered: true, start: 3, items: [[p('en accueil collectif ;')], [p('en accueil individuel.')]] }]] },
      { type: 'heading', level: 3, id: 'h-details', number: null, children: [t('Détails')] },
      p(phrase(2)),
      { type: 'heading', level: 4, id: 'h-fin', number: null, children: [t('Plus petit encore')] },
      { type: 'quote', children: [p('Une citation reprise d’une délibération, en retrait.')] },
      { type: 'code-block', value: 'ligne un\n    ligne deux, en retrait' },
      { type: 'separator' },
    ]),
    article(2, 'Durée et modification', [
      p('La présente convention, qui compte en tout et pour tout, annexes comprises et sans qu’aucune ne puisse en être détachée, un ensemble de pages paraphées dont le nombre exact est rappelé ici, soit ', { type: 'page-total' }, '\u00A0pages, prend effet à sa signature.'),
      { type: 'key-values', entries: [{ key: 'Prise d’effet', value: [p('1er janvier 2023')] }, { key: 'Terme', value: [p('31 décembre 2026')] }, { key: 'Renouvellement', value: [p('Par accord exprès des parties, après évaluation.')] }] },
      { type: 'callout', title: 'À retenir', children: [p('La convention peut être modifiée par avenant signé de toutes les parties.')] },
    ]),
    ...[3, 4, 5, 6, 7, 8].map((n) => article(n, ['Engagements des partenaires', 'Modalités de collaboration', 'Échange de données', 'Communication', 'Évaluation', 'Litiges et résiliation'][n - 3] as string, [
      p(phrase(n)), p(phrase(n + 1), ' ', phrase(n + 2)),
      { type: 'heading', level: 2, id: `h-${n}-1`, number: `${n}.1`, children: [t('Modalités')] },
      p(phrase(n + 3), ' ', phrase(n)), { type: 'paragraph', role: 'note', children: [t('Note : les montants sont indicatifs.')] },
    ])),
    { kind: 'signatures', id: 'signatures', anchor: 'signatures', label: null, title: 'Signatures', titled: false, children: [
      { type: 'signatures', closing: [{ type: 'paragraph', role: 'closing', children: [t('Fait en vingt et un exemplaires originaux, au Creusot, le '), { type: 'blank', value: '……………' }, t('.')] }], blocks: signataires },
    ] },
    { kind: 'annexe', id: 'diagnostic', anchor: 'annexe-diagnostic', label: 'Annexe\u00A01', title: 'Diagnostic partagé', titled: true, children: [
      p('Le portrait qui suit a été partagé par les signataires en 2024\u202F', appelNote(1), ', puis en 2025\u202F', appelNote(2), '.'),
      { type: 'heading', level: 2, id: 'h-portrait', number: '1', children: [t('Portrait du territoire')] },
      { type: 'chiffres', items: Array.from({ length: 4 }, (_, i) => chiffre(i)) },
      { type: 'chiffres', items: [{ ...chiffre(0), id: 'seul' }] },
      { type: 'figure', alt: 'Trois barres', image: { media: 'image/svg+xml', svg: SVG, width: 300, height: 120 }, caption: [t('Places d’accueil, par mode.')] },
      { type: 'figure', alt: 'Carré', image: { media: 'image/png', bytes: png(60, 40, [31, 58, 95]), width: 60, height: 40 }, caption: [] },
      { type: 'heading', level: 2, id: 'h-equipements', number: '2', children: [t('Équipements')] },
      longTable,
      { type: 'heading', level: 2, id: 'h-longue', number: '3', children: [t('Cellule plus haute qu’une page')] },
      { type: 'table', caption: null, widths: [1, 3], headerColumns: 0, head: [[cell('Sujet'), cell('Détail')]], body: [[cell('Avant'), cell('Court.')], [cell('Très long'), cell(LONG_CELL)], [cell('Après'), cell('Court encore.')]] },
      notes(p('Compte de résultat de la Caf.\u00A0', retourNote(1)), p('Barème national, tel que le fixe la circulaire de l’année ; il est revu chaque printemps, et la convention d’objectifs et de financement le rappelle.\u00A0', retourNote(2))),
    ] },
    { kind: 'annexe', id: 'plan', anchor: 'annexe-plan', label: 'Annexe\u00A02', title: 'Plan d’actions', titled: true, children: [
      p('Les actions sont rangées par axe et par objectif.'),
      { type: 'plan-actions', levels: ['Axe', 'Objectif stratégique'], actionLabel: 'Action', rows: planRows },
    ] },
    { kind: 'annexe', id: 'fiches', anchor: 'annexe-fiches', label: 'Annexe\u00A03', title: 'Fiches-actions', titled: true, children: Array.from({ length: 9 }, (_, i) => fiche(i + 1)) },
    { kind: 'annexe', id: 'pieces', anchor: 'annexe-pieces', label: 'Annexe\u00A04', title: 'Pièces jointes', titled: true, children: [
      p('Délibérations reproduites telles quelles.'),
      { type: 'joined', name: 'plan.png', description: 'Carte du territoire', media: 'image/png', bytes: png(300, 400, [200, 210, 225]), pages: 1 },
    ] },
  ];
  return {
    title: 'Convention territoriale globale – Le Creusot & environs', shortTitle: 'CTG Le Creusot 2023-2026', subject: 'Convention territoriale globale', author: 'Commune du Creusot, Caf de Saône-et-Loire', keywords: ['CTG', 'familles'],
    lang: 'fr-FR', stade: 'projet', fingerprint: 'a1b2c3d4', date: '2023-01-15T00:00:00Z',
    cover: {
      title: 'Convention territoriale globale', territoire: 'Le Creusot', years: '2023-2026',
      signataires: signataires.map(({ partie }) => partie),
      logos: [{ alt: 'Logo rond', image: { media: 'image/svg+xml', svg: LOGO, width: 200, height: 80 } }, { alt: 'Carré', image: { media: 'image/png', bytes: png(80, 80, [17, 119, 51]), width: 80, height: 80 } }, { alt: 'Large', image: { media: 'image/png', bytes: png(160, 40, [136, 34, 85]), width: 160, height: 40 } }],
      model: 'Modèle Caf de Saône-et-Loire, version 2',
    },
    pieces,
    ...overrides,
  };
}
