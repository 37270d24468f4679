/** Polices employées : incorporées, complètes, mesurées juste, traduites en Unicode. */
import { guillemets } from '../../base/francais.ts';
import { type Objet, ref } from '../lecture/objets.ts';
import { cidDe, lireCmap } from '../polices/cmap.ts';
import type { Emploi, PoliceEmployee } from '../polices/emplois.ts';
import { lireTrueType, type TrueType } from '../polices/truetype.ts';
import type { Controle } from './contexte.ts';
import { CODAGES_CONNUS, glyphePar, unicodeDuCodage } from './codages.ts';

const SORTES = new Set(['Type1', 'MMType1', 'TrueType', 'Type3', 'Type0', 'CIDFontType0', 'CIDFontType2']);
const STANDARD = /^(Times-(Roman|Bold|Italic|BoldItalic)|Helvetica(-Bold|-Oblique|-BoldOblique)?|Courier(-Bold|-Oblique|-BoldOblique)?|Symbol|ZapfDingbats)$/;

interface Police {
  readonly p: PoliceEmployee;
  readonly nom: string;
  readonly sorte: string;
  /** Le dictionnaire qui décrit les dessins : celui de la police, ou de sa descendante. */
  readonly base: Objet;
  readonly descripteur: Objet;
  readonly programme: Objet;
  readonly ou: { readonly page: number; readonly objet: string | null };
}

export function controlerPolice(c: Controle, p: PoliceEmployee): void {
  const { o, constats } = c;
  const sorte = o.nom(o.lire(p.dict, 'Subtype')) ?? '?';
  const base: Objet = sorte === 'Type0' ? o.liste(o.lire(p.dict, 'DescendantFonts'))[0] : p.dict;
  const descripteur = o.lire(base, 'FontDescriptor');
  const programme = ['FontFile', 'FontFile2', 'FontFile3'].map((cle) => o.brut(descripteur, cle)).find((f) => o.flux(f) !== undefined);
  const nom = o.nom(o.lire(p.dict, 'BaseFont')) ?? 'sans nom';
  const police: Police = { p, nom, sorte, base, descripteur, programme, ou: { page: p.page, objet: p.objet } };
  dictionnaires(c, police);
  if (sorte === 'Type3') constats.nonVerifie('une police Type 3');
  else if (programme === undefined) {
    if (p.visible) constats.signaler('A3A-6.2.11.4-1', `la police ${guillemets(nom)} n’est pas incorporée`, police.ou);
  } else incorporee(c, police);
  traduction(c, police);
}

function dictionnaires(c: Controle, { p, nom, sorte, base, descripteur, programme, ou }: Police): void {
  const { o, constats } = c;
  const quelle = `la police ${guillemets(nom)}`;
  for (const dict of base === p.dict ? [p.dict] : [p.dict, base]) {
    if (o.nom(o.lire(dict, 'Type')) !== 'Font') constats.signaler('A3A-6.2.11.2-1', `${quelle} n’est pas déclarée comme police`, ou);
    if (!SORTES.has(o.nom(o.lire(dict, 'Subtype')) ?? '')) constats.signaler('A3A-6.2.11.2-2', `${quelle} est d’une sorte inconnue`, ou);
    if (sorte !== 'Type3' && o.nom(o.lire(dict, 'BaseFont')) === undefined) constats.signaler('A3A-6.2.11.2-3', 'une police n’a pas de nom', ou);
    if (o.nomMalCode(o.lire(dict, 'BaseFont'))) constats.signaler('A3A-6.1.8-1', 'le nom d’une police n’est pas en UTF-8', ou);
  }
  if (sorte !== 'Type0' && !(STANDARD.test(nom) && descripteur === undefined)) {
    const [premier, dernier] = [o.nombre(o.lire(p.dict, 'FirstChar')), o.nombre(o.lire(p.dict, 'LastChar'))];
    if (premier === undefined) constats.signaler('A3A-6.2.11.2-4', `${quelle} ne dit pas son premier caractère`, ou);
    if (dernier === undefined) constats.signaler('A3A-6.2.11.2-5', `${quelle} ne dit pas son dernier caractère`, ou);
    if (premier !== undefined && dernier !== undefined && o.liste(o.lire(p.dict, 'Widths')).length !== dernier - premier + 1) constats.signaler('A3A-6.2.11.2-6', `${quelle} n’a pas une largeur par caractère`, ou);
  }
  const format = o.nom(o.lire(programme, 'Subtype'));
  if (format !== undefined && !['Type1C', 'CIDFontType0C', 'OpenType'].includes(format)) constats.signaler('A3A-6.2.11.2-7', `le fichier de ${quelle} est d’un format inconnu (${format})`, ou);
  if (sorte === 'Type0') composite(c, quelle, p, base, programme, ou);
}

function composite({ o, constats }: Controle, quelle: string, p: PoliceEmployee, base: Objet, programme: Objet, ou: Police['ou']): void {
  const codage = o.lire(p.dict, 'Encoding');
  const nom = o.nom(codage);
  const carte = o.lire(base, 'CIDToGIDMap');
  if (o.nom(o.lire(base, 'Subtype')) === 'CIDFontType2' && programme !== undefined && !(o.flux(carte) !== undefined || o.nom(carte) === 'Identity')) constats.signaler('A3A-6.2.11.3-2', `${quelle} n’a pas de table CIDToGIDMap`, ou);
  if (nom !== undefined) {
    if (!CODAGES_CONNUS.has(nom)) constats.signaler('A3A-6.2.11.3-3', `${quelle} emploie le codage ${nom}, ni connu, ni incorporé`, ou);
    else if (!nom.startsWith('Identity')) constats.nonVerifie(`le codage ${nom} d’une police`);
    return;
  }
  if (p.cmap === null) return constats.signaler('A3A-6.2.11.3-3', `${quelle} n’a pas de codage`, ou);
  const meme = ['Registry', 'Ordering'].every((cle) => o.texte(o.lire(codage, 'CIDSystemInfo', cle)) === o.texte(o.lire(base, 'CIDSystemInfo', cle)));
  const supplement = (o.nombre(o.lire(base, 'CIDSystemInfo', 'Supplement')) ?? 0) <= (o.nombre(o.lire(codage, 'CIDSystemInfo', 'Supplement')) ?? 0);
  if (!meme || !supplement) constats.signaler('A3A-6.2.11.3-1', `${quelle} et son codage n’ont pas le même jeu de caractères`, ou);
  if ((p.cmap.sens ?? 0) !== (o.nombre(o.lire(codage, 'WMode')) ?? 0)) constats.signaler('A3A-6.2.11.3-4', `${quelle} et son codage n’ont pas le même sens d’écriture`, ou);
  const renvoi = o.nom(o.lire(codage, 'UseCMap')) ?? p.cmap.renvoi;
  if (renvoi !== null && renvoi !== undefined && !CODAGES_CONNUS.has(renvoi)) constats.signaler('A3A-6.2.11.3-5', `le codage de ${quelle} renvoie à ${renvoi}`, ou);
}

/** Contrôle un programme de police incorporé, caractère par caractère. */
function incorporee(c: Controle, police: Police): void {
  const { o, constats } = c;
  const { p, base, nom, programme, ou, sorte } = police;
  const octets = o.octets(programme);
  const trueType = octets === null || o.brut(police.descripteur, 'FontFile2') === undefined ? null : lireTrueType(octets);
  if (trueType === null) {
    if (o.brut(police.descripteur, 'FontFile2') !== undefined) constats.signaler('A3A-6.2.11.4-2', `le fichier de la police ${guillemets(nom)} ne se lit pas`, ou);
    else constats.nonVerifie(`les caractères de la police ${guillemets(nom)}, qui n’est pas une TrueType`);
    return;
  }
  if (o.nombre(o.lire(programme, 'Length1')) !== octets?.length) constats.signaler('A3A-6.2.11.2-a', `le fichier de la police ${guillemets(nom)} ne dit pas sa vraie longueur`, ou);
  if (sorte === 'TrueType') tables(c, police, trueType);
  if (sorte === 'Type0') cidSet(c, police, trueType);
  const glyphe = sorte === 'Type0' ? glypheComposite(c, police) : glyphePar(c.o, p.dict, police.descripteur, trueType);
  const largeur = sorte === 'Type0' ? largeursComposites(c, base) : largeursSimples(c, p.dict, police.descripteur);
  for (const [code, emploi] of p.codes) {
    const g = glyphe(code);
    if (g === null) {
      constats.nonVerifie(`le codage de la police ${guillemets(nom)}`);
      continue;
    }
    const lieu = { ...ou, page: emploi.page };
    if (g === 0) constats.signaler('A3A-6.2.11.8-1', `la police ${guillemets(nom)} montre un caractère absent (code ${code})`, lieu);
    else if (emploi.visible && g >= trueType.glyphes) constats.signaler('A3A-6.2.11.4-2', `le caractère ${code} manque à la police incorporée ${guillemets(nom)}`, lieu);
    const [dite, vraie] = [largeur(code), trueType.largeur(g)];
    if (emploi.visible && vraie !== null && dite !== null && Math.abs(dite - vraie) > 1) constats.signaler('A3A-6.2.11.5-1', `le caractère ${code} de la police ${guillemets(nom)} a pour largeur ${Math.round(vraie)}, et le PDF dit ${Math.round(dite)}`, lieu);
  }
}

function glypheComposite({ o }: Controle, { p, base }: Police): (code: number) => number | null {
  const carte = o.octets(o.brut(base, 'CIDToGIDMap'));
  return (code) => {
    const cid = p.cmap === null ? code : cidDe(p.cmap, code);
    return carte === null ? cid : (carte[cid * 2] ?? 0) * 256 + (carte[cid * 2 + 1] ?? 0);
  };
}

function largeursComposites({ o }: Controle, base: Objet): (code: number) => number {
  const defaut = o.nombre(o.lire(base, 'DW')) ?? 1000;
  const largeurs = new Map<number, number>();
  const w = o.liste(o.lire(base, 'W'));
  for (let i = 0; i < w.length; ) {
    const premier = o.nombre(w[i]) ?? 0;
    const liste = o.liste(w[i + 1]);
    if (liste.length > 0) {
      for (const [j, valeur] of liste.entries()) largeurs.set(premier + j, o.nombre(valeur) ?? defaut);
      i += 2;
    } else {
      for (let cid = premier; cid <= Math.min(o.nombre(w[i + 1]) ?? 0, 65535); cid += 1) largeurs.set(cid, o.nombre(w[i + 2]) ?? defaut);
      i += 3;
    }
  }
  return (code) => largeurs.get(code) ?? defaut;
}

function largeursSimples({ o }: Controle, dict: Objet, descripteur: Objet): (code: number) => number | null {
  const premier = o.nombre(o.lire(dict, 'FirstChar')) ?? 0;
  const largeurs = o.liste(o.lire(dict, 'Widths'));
  return (code) => o.nombre(largeurs[code - premier]) ?? o.nombre(o.lire(descripteur, 'MissingWidth')) ?? null;
}

function tables({ o, constats }: Controle, { p, nom, descripteur, ou }: Police, trueType: TrueType): void {
  const symbolique = ((o.nombre(o.lire(descripteur, 'Flags')) ?? 0) & 4) !== 0;
  const codage = o.lire(p.dict, 'Encoding');
  const ms = (n: number): boolean => trueType.tables.some((t) => t.plateforme === 3 && t.codage === n);
  if (symbolique) {
    if (codage !== undefined) constats.signaler('A3A-6.2.11.6-3', `la police symbolique ${guillemets(nom)} a un codage`, ou);
    if (trueType.tables.length !== 1 && !ms(0)) constats.signaler('A3A-6.2.11.6-4', `la police symbolique ${guillemets(nom)} a ${trueType.tables.length} tables de caractères, dont aucune n’est la bonne`, ou);
    return;
  }
  if (trueType.tables.length <= (ms(0) ? 1 : 0)) constats.signaler('A3A-6.2.11.6-1', `la police ${guillemets(nom)} n’a pas de table de caractères`, ou);
  const base = o.nom(codage) ?? o.nom(o.lire(codage, 'BaseEncoding'));
  const differences = o.liste(o.lire(codage, 'Differences')).length > 0;
  if (!(base === 'MacRomanEncoding' || base === 'WinAnsiEncoding') || (differences && !ms(1))) constats.signaler('A3A-6.2.11.6-2', `le codage de la police ${guillemets(nom)} n’est pas admis`, ou);
}

/** CIDSet, s'il est là, cite chaque dessin de la police. Son absence est admise. */
function cidSet({ o, constats }: Controle, { base, descripteur, nom, ou }: Police, trueType: TrueType): void {
  const liste = o.octets(o.brut(descripteur, 'CIDSet'));
  if (liste === null || !/^[A-Z]{6}\+/.test(nom) || o.nom(o.lire(base, 'CIDToGIDMap')) !== 'Identity') return;
  for (let cid = 1; cid < trueType.glyphes; cid += 1) {
    if (((liste[cid >> 3] ?? 0) & (0x80 >> (cid & 7))) !== 0) continue;
    return constats.signaler('A3A-6.2.11.4-4', `la liste des caractères de la police ${guillemets(nom)} en oublie (${cid})`, { ...ou, objet: ref(o.brut(descripteur, 'CIDSet')) });
  }
}

/** Chaque caractère employé a sa traduction en Unicode, et elle vaut quelque chose. */
function traduction({ o, constats }: Controle, { p, nom, sorte, descripteur, ou }: Police): void {
  const octets = o.octets(o.brut(p.dict, 'ToUnicode'));
  const table = octets === null ? null : lireCmap(octets).unicode;
  const autre = sorte === 'Type0' ? () => undefined : unicodeDuCodage(o, p.dict, descripteur);
  const signaler = (code: number, emploi: Emploi): void => {
    const unicode = table?.get(code) ?? autre(code);
    const lieu = { ...ou, page: emploi.page };
    if (unicode === undefined || unicode === '') return constats.signaler('A3A-6.2.11.7-1', `un caractère de la police ${guillemets(nom)} (code ${code}) n’a pas de traduction en Unicode`, lieu);
    if (['\0', '\uFEFF', '\uFFFE'].some((c) => unicode.includes(c))) constats.signaler('A3A-6.2.11.7-2', `un caractère de la police ${guillemets(nom)} (code ${code}) se traduit par une valeur interdite`, lieu);
    if (emploi.nu && /[\uE000-\uF8FF]|[\uDB80-\uDBFF]/.test(unicode)) constats.signaler('A3A-6.2.11.7-3', `un caractère de la police ${guillemets(nom)} (code ${code}) se traduit par un caractère privé, sans texte de remplacement`, lieu);
  };
  for (const [code, emploi] of p.codes) signaler(code, emploi);
}
