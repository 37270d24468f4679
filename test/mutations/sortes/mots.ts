/** Ce qui est mal écrit, laissé en blanc, dit deux fois ou échangé. */
import { changer, changerTexte, echanger, ensemble, fauteDeFrappe, type Geste, redoubler } from '../gestes.ts';
import type { Changement, Territoire } from '../territoire.ts';

/** Tout champ de texte que l'acte imprime. */
const TEXTE = /#(?:.*\/)?(?:titre|nom|nom_court|qualite|prenom|objet|lieu|libelle|etape|source|missions\/\d+|indicateurs\/\d+|numero|siege|synthese)$/;
const blanc = (v: string) => changer(TEXTE, () => v);
const PROSE = /^(?:articles|annexes|diagnostic|fiches-actions)\/.*\.md$/;
const PHRASE = /(?<=\n)(?=[A-ZÉÀL])[^\n#|[\]]{50,}\n/g;

const renommer = (t: Territoire, de: string, vers: string): Territoire['fichiers'] => Object.fromEntries(Object.entries(t.fichiers).map(([f, v]) => [f === de ? vers : f === vers ? de : f, v]));

/** Deux signataires voisins changent de rang : chacun prend le numéro de l'autre. */
const rangs: Geste = (t) => {
  const noms = [...t.noms(/^signataires\/\d+-/)].sort();
  return noms.slice(1).map((b, i) => {
    const a = noms[i] as string;
    const [na, nb] = [/\d+/.exec(a)?.[0] as string, /\d+/.exec(b)?.[0] as string];
    const fichiers = () => Object.fromEntries(Object.entries(t.fichiers).map(([f, v]) => [f === a ? a.replace(na, nb) : f === b ? b.replace(nb, na) : f, v]));
    return { ou: `${a} ↔ ${b}`, fichiers };
  });
};

/** Le contenu de l'un dans le fichier de l'autre. */
const contenus: Geste = (t) => {
  const noms = [...t.noms(/^signataires\//)].sort();
  return noms.slice(1).map((b, i) => ({ ou: `${noms[i] as string} ↔ ${b}`, fichiers: () => renommer(t, noms[i] as string, b) }));
};

/** Les représentants de l'un chez l'autre. */
const personnes: Geste = (t) => {
  const noms = [...t.noms(/^signataires\//)].sort().filter((f) => t.texte(f).includes('representants:'));
  const bloc = (f: string): string => /^representants:\n(?:(?: +.*)?\n)*/m.exec(t.texte(f))?.[0] ?? '';
  return noms.slice(1).flatMap((b, i) => {
    const a = noms[i] as string;
    const [ba, bb] = [bloc(a), bloc(b)];
    if (ba === '' || bb === '' || ba === bb) return [];
    return [{ ou: `${a} ↔ ${b}`, fichiers: () => ({ ...t.avec(a, t.texte(a).replace(ba, () => bb)), [b]: t.texte(b).replace(bb, () => ba) }) }];
  });
};

const communes = (t: Territoire): readonly string[] => t.chercher(/^territoire\.yaml#communes\/\d+\/nom$/).map((n) => n.ecrit ?? '');

export const NOMS: Readonly<Record<string, Geste>> = {
  'commune mal écrite dans le territoire': changer(/^territoire\.yaml#communes\/\d+\/nom$/, (v) => fauteDeFrappe(v)),
  'commune mal écrite chez le signataire': changer(/^signataires\/.*#commune$/, (v) => fauteDeFrappe(v)),
  'commune mal écrite dans un texte': changerTexte(/\.md$/, /\p{Lu}[\p{L}’-]{4,}/gu, ([mot], t) => (communes(t).some((c) => c === mot || c === `Le ${mot}`) ? fauteDeFrappe(mot) : null)),
  'accents et traits d’union d’une commune perdus': changer(/^(?:territoire\.yaml#communes\/\d+\/nom|signataires\/.*#commune)$/, (v) => v.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('-', ' ')),
  'code Insee changé': changer(/#communes\/\d+\/insee$/, (v) => `${v.slice(0, 4)}${String((Number(v.slice(4)) + 1) % 10)}`),
  'siren changé': changer(/\/?siren$/, (v) => `${v.slice(0, 8)}${String((Number(v.slice(8)) + 1) % 10)}`),
  'département changé': changer(/^territoire\.yaml#departement$/, (v) => (v === 'Ain' ? null : 'Ain')),
  'département ou région mal écrits': changer(/^territoire\.yaml#(?:departement|region)$/, (v) => fauteDeFrappe(v)),
  'nom du territoire mal écrit': changer(/^territoire\.yaml#nom$/, (v) => fauteDeFrappe(v)),
  'type de territoire changé': changer(/^territoire\.yaml#type$/, (v) => (v === 'métropole' ? null : 'métropole')),
  'civilité changée': changer(/\/civilite$/, (v) => (v === 'M.' ? 'Mme' : 'M.')),
  'nom d’un représentant mal écrit': changer(/#representants\/\d+\/(?:nom|prenom)$/, (v) => fauteDeFrappe(v)),
  'qualité d’un représentant changée': changer(/#representants\/\d+\/qualite$/, (v) => (v === 'trésorier' ? null : 'trésorier')),
  'catégorie de signataire changée': changer(/^signataires\/.*#categorie$/, (v) => (v === 'association' ? null : 'association')),
  'nom de la Caf ou de l’intercommunalité mal écrit': changer(/^signataires\/.*#nom$/, (v) => fauteDeFrappe(v)),
  'nom court changé': changer(/^signataires\/.*#nom_court$/, () => 'le Partenaire'),
  'numéro de délibération changé': changer(/#deliberation\/numero$/, (v) => v.replace(/\d(?=\D*$)/, (d) => String((Number(d) + 1) % 10))),
  'accusé de réception changé': changer(/#deliberation\/accuse$/, (v) => v.replace(/\d/, (d) => String((Number(d) + 1) % 10))),
  'objet de la délibération : autre période': changer(/#deliberation\/objet$/, (v) => (/\d{4}-\d{4}/.test(v) ? v.replace(/\d{4}-\d{4}/, '2018-2021') : null)),
  'hypothèse changée': changer(/^convention\.yaml#hypothese$/, (v) => (v === '1' ? '2' : '1')),
  'modèle changé': changer(/^convention\.yaml#modele$/, (v) => (v === 'onze-articles' ? 'quatorze-articles' : 'onze-articles')),
  'modèle mal écrit': changer(/^convention\.yaml#modele$/, (v) => fauteDeFrappe(v)),
  'génération changée': changer(/^convention\.yaml#generation$/, (v) => String(Number(v) + 1)),
  'mission du modèle retirée ou mal écrite': changer(/^convention\.yaml#missions\/\d+$/, (v) => fauteDeFrappe(v)),
  'titre mal écrit': changer(/#(?:.*\/)?titre$/, (v) => fauteDeFrappe(v)),
  'lieu de signature mal écrit': changer(/^convention\.yaml#signature\/lieu$/, (v) => fauteDeFrappe(v)),
  'sigle changé dans un texte': changerTexte(PROSE, /\bCTG\b|\bALSH\b|\bRPE\b|\bEAJE\b/g, ([s]) => s.charAt(0) + s.charAt(2) + s.charAt(1) + s.slice(3)),
  'sigle changé dans le plan': changer(/^plan\/.*\/titre$/, (v) => (/\b[A-Z]{3,}\b/.test(v) ? v.replace(/\b([A-Z])([A-Z])([A-Z]+)\b/, '$2$1$3') : null)),
};

export const BLANCS: Readonly<Record<string, Geste>> = {
  'valeur « XXXX »': blanc('XXXX'),
  'valeur « à compléter »': blanc('à compléter'),
  'valeur « … »': blanc('…'),
  'valeur vide': changer(TEXTE, () => '""'),
  'valeur absente après la clé': (t) => t.chercher(TEXTE).filter((n) => n.ecrit !== null).map((n) => ({ ou: n.adresse, fichiers: () => t.recrire(n, '') })),
  'espace seule': changer(TEXTE, () => '" "'),
  '« à compléter » dans un texte': changerTexte(PROSE, PHRASE, ([p]) => `${p.slice(0, 30)} à compléter\n`),
  'phrase coupée au milieu d’un texte': changerTexte(PROSE, PHRASE, ([p]) => `${p.slice(0, Math.floor(p.length / 2))}\n`),
};

export const FORMES: Readonly<Record<string, Geste>> = {
  'clé en double': redoubler(/#.+$/),
  'clé mal écrite': (t) => t.noeuds.filter((n) => typeof n.chemin.at(-1) === 'string' && /#(?:.*\/)?(?:titre|nom|valeur|unite|date|pilotes|echeances|representants|commune|missions|libelle|source)$/.test(n.adresse)).map((n) => ({
    ou: n.adresse,
    fichiers: () => t.remanier(n.fichier, (d) => {
      const parent = d.getIn(n.chemin.slice(0, -1));
      const ici = n.chemin.length === 1 ? d.contents : parent;
      const items = (ici as { items: { key: { value: string } }[] }).items;
      const paire = items.find((p) => p.key.value === n.chemin.at(-1));
      if (paire !== undefined) paire.key.value = fauteDeFrappe(paire.key.value);
    }),
  })),
  'identifiant d’action en double': changerCle(/^plan\/.*\/actions\/[^/]+$/),
  'identifiant de chiffre en double': changerCle(/^diagnostic\/.*#chiffres\/[^/]+$/),
  'identifiant de fichier en double': (t) => t.noms(/^(?:signataires|fiches-actions)\/\d+-/).map((f) => ({ ou: f, fichiers: () => ({ ...t.fichiers, [f.replace(/\/\d+-/, '/99-')]: t.texte(f) }) })),
  'retrait d’une ligne faussé': (t) => t.noeuds.filter((n) => n.chemin.length > 1 && n.ecrit !== null).map((n) => ligne(t, n, (l) => ` ${l}`)),
  'tabulation au lieu d’un retrait': (t) => t.noeuds.filter((n) => n.chemin.length > 1 && n.ecrit !== null).map((n) => ligne(t, n, (l) => l.replace(/^ +/, '\t'))),
  'guillemet non refermé': (t) => t.noeuds.filter((n) => /^["']/.test(n.ecrit ?? '')).map((n) => ({ ou: n.adresse, fichiers: () => t.recrire(n, (n.ecrit as string).slice(0, -1)) })),
  'accents lus dans un autre encodage': (t) => t.noeuds.filter((n) => /[éèà]/.test(n.ecrit ?? '')).map((n) => ({ ou: n.adresse, fichiers: () => t.recrire(n, Buffer.from(n.ecrit as string, 'utf8').toString('latin1')) })),
  'signataires : rangs échangés': rangs,
  'signataires : contenus échangés': contenus,
  'signataires : représentants échangés': personnes,
  'titres de deux actions échangés': (t) => t.chercher(/^plan\/.*\/actions$/).flatMap((n) => {
    const titres = t.noeuds.filter((a) => a.fichier === n.fichier && a.adresse.startsWith(`${n.adresse}/`) && a.chemin.at(-1) === 'titre');
    const [a, b] = titres;
    return a === undefined || b === undefined ? [] : [{ ou: n.adresse, fichiers: () => t.remanier(n.fichier, (d) => { d.setIn(a.chemin, b.ecrit); d.setIn(b.chemin, a.ecrit); }) }];
  }),
  'prénom et nom échangés': echanger(/^signataires\/.*#representants\/\d+$/, ['prenom', 'nom']),
  'nom d’une autre commune chez un signataire': changer(/^signataires\/.*#commune$/, (v, _, t) => communes(t).find((c) => c !== v) ?? null),
  'paragraphe répété dans un texte': changerTexte(PROSE, PHRASE, ([p]) => `${p}\n${p}`),
  'action répétée sous un autre identifiant': (t) => t.chercher(/^plan\/.*\/actions\/[^/]+$/).map((n) => ({ ou: n.adresse, fichiers: () => t.remanier(n.fichier, (d) => d.setIn([...n.chemin.slice(0, -1), `${String(n.chemin.at(-1))}-bis`], (d.getIn(n.chemin, true) as { clone(): unknown }).clone())) })),
  'niveau de titre sauté dans un texte': ensemble(changerTexte(PROSE, /^## /gm, () => '#### '), changerTexte(PROSE, /^### /gm, () => '##### ')),
};

/** La clé de l'un prend l'identifiant du premier de même adresse ailleurs. */
function changerCle(motif: RegExp): Geste {
  return (t) => {
    const [premier, ...autres] = t.chercher(motif);
    if (premier === undefined) return [];
    return autres.filter((n) => n.adresse.slice(0, n.adresse.lastIndexOf('/')) !== premier.adresse.slice(0, premier.adresse.lastIndexOf('/'))).map((n) => ({
      ou: `${n.adresse} → ${String(premier.chemin.at(-1))}`,
      fichiers: () => t.remanier(n.fichier, (d) => {
        const paire = (d.getIn(n.chemin.slice(0, -1)) as { items: { key: { value: unknown } }[] }).items.find((p) => p.key.value === n.chemin.at(-1));
        if (paire !== undefined) paire.key.value = premier.chemin.at(-1);
      }),
    }));
  };
}

/** Réécrit la ligne où un nœud se trouve. */
function ligne(t: Territoire, n: { readonly fichier: string; readonly debut: number; readonly adresse: string }, comment: (l: string) => string): Changement {
  const texte = t.texte(n.fichier);
  const debut = texte.lastIndexOf('\n', n.debut - 1) + 1;
  const fin = texte.indexOf('\n', n.debut);
  const bout = fin === -1 ? texte.length : fin;
  return { ou: n.adresse, fichiers: () => t.avec(n.fichier, texte.slice(0, debut) + comment(texte.slice(debut, bout)) + texte.slice(bout)) };
}
