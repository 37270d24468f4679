/** La période, le lieu, les délais : des dates aux mots. */
import type { Convention } from '../../schemas/convention.ts';
import type { Modele } from '../../schemas/modele.ts';
import { a, dateEnLettres, de, enLettres, enumeration, pluriel } from '../base/francais.ts';
import type { Projet } from '../resolve/projet.ts';
import type { Vue } from './forme.ts';

const ORDINAUX = ['première', 'deuxième', 'troisième', 'quatrième', 'cinquième'];

/** Durée en mois entiers d'une période dont la fin est incluse, ou null si elle n'est pas entière. */
export function mois(debut: string, fin: string): number | null {
  const [a1 = 0, m1 = 0, j1 = 0] = debut.split('-').map(Number);
  const lendemain = nextDay(fin);
  const [a2 = 0, m2 = 0, j2 = 0] = lendemain.split('-').map(Number);
  return j1 === j2 ? (a2 - a1) * 12 + (m2 - m1) : null;
}

function nextDay(iso: string): string {
  const [y = 0, m = 0, d = 0] = iso.split('-').map(Number);
  // Date en temps universel : le calendrier seul, sans fuseau.
  return new Date(Date.UTC(y, m - 1, d + 1)).toISOString().slice(0, 10);
}

/** « quatre ans », « trois ans et six mois ». */
export function dureeEnLettres(debut: string, fin: string): string | null {
  const total = mois(debut, fin);
  if (total === null || total <= 0) return null;
  const ans = Math.trunc(total / 12);
  const reste = total % 12;
  const parts = [ans > 0 ? `${enLettres(ans)} ${pluriel(ans, 'an')}` : '', reste > 0 ? `${enLettres(reste)} mois` : ''];
  return parts.filter((p) => p !== '').join(' et ');
}

/** Année où commence la convention, autant qu'on la connaisse : date de début, de signature, ou dernière délibération. */
export function anneeDebut(projet: Projet): number | null {
  const c = projet.convention?.value;
  if (c === undefined) return null;
  if (c.periode.debut !== 'signature') return Number(c.periode.debut.slice(0, 4));
  const dates = projet.signataires.map((s) => s.value.deliberation?.date).filter((d) => d !== undefined);
  const known = c.signature?.date ?? dates.sort().at(-1);
  return known === undefined ? null : Number(known.slice(0, 4));
}

export function anneesPhrase(projet: Projet): string {
  const fin = projet.convention?.value.periode.fin.slice(0, 4) ?? '';
  const debut = anneeDebut(projet);
  return debut === null ? `jusqu’en ${fin}` : String(debut) === fin ? fin : `${String(debut)}-${fin}`;
}

const moisEnLettres = (n: number): string => `${enLettres(n)} mois`;

export function convention(projet: Projet, c: Convention, modele: Modele): Vue['convention'] {
  const { debut, fin } = c.periode;
  const preavis = c.preavis ?? modele.preavis;
  const lieu = c.signature?.lieu;
  const nomActeur = (id: string): string => projet.acteurs.get(id)?.signataire?.court ?? projet.acteurs.get(id)?.nom ?? id;
  return {
    titre: c.titre ?? modele.titre,
    generation: c.generation === undefined ? null : (ORDINAUX[c.generation - 1] ?? `${String(c.generation)}e`),
    annees: anneesPhrase(projet),
    prend_effet: debut === 'signature' ? 'à compter de la date de sa signature' : `à compter du ${dateEnLettres(debut)}`,
    fin: dateEnLettres(fin),
    duree: debut === 'signature' ? null : dureeEnLettres(debut, fin),
    a_lieu: lieu === undefined ? null : a(lieu),
    date_signature: c.signature?.date === undefined ? null : dateEnLettres(c.signature.date),
    exemplaires:
      c.exemplaires === undefined
        ? 'en autant d’exemplaires originaux que de signataires'
        : `en ${enLettres(c.exemplaires)} ${pluriel(c.exemplaires, 'exemplaire')} ${pluriel(c.exemplaires, 'original', 'originaux')}`,
    preavis: moisEnLettres(preavis.denonciation_mois),
    mise_en_demeure: preavis.mise_en_demeure_mois === undefined ? null : moisEnLettres(preavis.mise_en_demeure_mois),
    du_tribunal: de(c.tribunal ?? 'le tribunal administratif dont relève la Caf'),
    cog: c.cog === undefined ? null : `${String(c.cog.debut)}-${String(c.cog.fin)}`,
    diagnostic_attendu_le: c.diagnostic_attendu_le === undefined ? null : dateEnLettres(c.diagnostic_attendu_le),
    predecesseur:
      c.predecesseur === undefined
        ? null
        : {
            intitule: c.predecesseur.type === 'CEJ' ? 'le Contrat enfance et jeunesse' : 'la précédente Convention territoriale globale',
            fin: c.predecesseur.fin === undefined ? null : dateEnLettres(c.predecesseur.fin),
          },
    articulations: (c.articulations ?? []).map(({ nom, periode }) => ({ nom, periode: periode ?? null })),
    charte_engagement:
      c.charte_engagement === undefined
        ? null
        : { signataires: enumeration(c.charte_engagement.signataires.map(nomActeur)), date: c.charte_engagement.date === undefined ? null : dateEnLettres(c.charte_engagement.date) },
    vaut_schema_petite_enfance: c.vaut_schema_petite_enfance ?? false,
  };
}


