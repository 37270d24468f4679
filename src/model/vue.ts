import { a, de, enumeration, nombre } from '../base/francais.ts';
import { designerNom } from '../resolve/denomination.ts';
import type { ModeleResolu, Projet } from '../resolve/projet.ts';
import { comptes } from './comptes.ts';
import type { Vue } from './forme.ts';
import { collectivites, deliberations, noms, parties } from './parties.ts';
import { convention } from './periode.ts';

/** Les seuils du secret statistique, en nombres. */
export type Secret = Readonly<Record<keyof Vue['secret'], number>>;

/** La vue offerte aux clauses. Pure. Demande un projet dont la convention, le territoire, la Caf et le modèle sont là. */
export function vue(projet: Projet, modele: ModeleResolu, secret: Secret): Vue | null {
  const { convention: acte, territoire } = projet;
  const caf = projet.signataires.find((s) => s.value.categorie === 'caf');
  if (acte === null || territoire === null || caf === undefined) return null;
  const votes = deliberations(projet);
  const etapes = (lot: string): boolean => (projet.calendrier?.value ?? []).some((e) => (e.lot ?? 'démarche') === lot);
  return {
    convention: convention(projet, acte.value, modele.value),
    hypothese: { une: acte.value.hypothese === 1, deux: acte.value.hypothese !== 1 },
    territoire: vueTerritoire(projet),
    caf: { ...noms(caf.le), court: caf.court, de_court: de(caf.court), a_court: a(caf.court) },
    collectivites: collectivites(projet),
    parties: parties(projet),
    deliberations: votes.deliberations,
    caf_deliberation: votes.caf,
    comptes: comptes(projet),
    etp: nombre(Math.round(projet.charges.reduce((sum, c) => sum + c.value.etp, 0) * 100) / 100),
    secret: { allocataires_minimum: nombre(secret.allocataires_minimum), effectif_minimum: nombre(secret.effectif_minimum) },
    missions: missions(projet, modele),
    presence: {
      diagnostic: projet.textesDiagnostic.length > 0,
      chiffres: projet.chiffres.size > 0,
      enjeux: projet.enjeux.length > 0,
      plan: projet.plan.actions.length > 0,
      fiches: projet.fiches.length > 0,
      indicateurs: projet.indicateurs.some((i) => i.value.actions === undefined),
      instances: projet.instances.length > 0,
      charges_cooperation: projet.charges.length > 0,
      equipements: projet.equipements.length > 0,
      calendrier: etapes('démarche'),
      calendrier_diagnostic: etapes('diagnostic'),
      calendrier_suivi: etapes('suivi'),
      competences: (territoire.value.competences?.length ?? 0) > 0,
      glossaire: projet.glossaire.size > 0,
    },
  };
}

function vueTerritoire(projet: Projet): Vue['territoire'] {
  const t = (projet.territoire as NonNullable<Projet['territoire']>).value;
  const seule = t.type === 'commune' ? projet.communes[0] : undefined;
  const le = seule === undefined ? (designerNom(t.nom, t.article)?.le ?? t.nom) : `la commune ${seule.de}`;
  const signataires = new Set(projet.signataires.map((s) => s.commune?.id));
  const absentes = projet.communes.filter((c) => !signataires.has(c.id));
  // Un EPCI seul signataire engage ses communes : aucune n'est alors « absente ».
  const partielle = signataires.size > 1 && absentes.length > 0;
  return {
    nom: t.nom,
    ...noms(le),
    type: t.type,
    departement: t.departement,
    region: t.region ?? null,
    epci: t.epci === undefined ? null : { nom: t.epci.nom, ...noms(designerNom(t.epci.nom, undefined)?.le ?? t.epci.nom) },
    commune_seule: seule !== undefined,
    communes: projet.communes.map((c) => ({ nom: c.nom, de: c.de, signataire: signataires.has(c.id) })),
    non_signataires: partielle ? `${absentes.length > 1 ? 'les communes' : 'la commune'} ${enumeration(absentes.map((c) => c.de))}` : null,
  };
}

function missions(projet: Projet, modele: ModeleResolu): Vue['missions'] {
  const retenues = projet.convention?.value.missions;
  return (modele.value.missions ?? [])
    .map(({ titre, choix }) => ({ titre, choix: Object.entries(choix).filter(([id]) => retenues === undefined || retenues.includes(id)).map(([, text]) => text) }))
    .filter((m) => m.choix.length > 0);
}
