/**
 * Grossit un territoire : ses communes, leurs signataires, ses acteurs, son plan, ses fiches, ses chiffres, ses textes de diagnostic,
 * ses indicateurs et ses instances, chacun en plusieurs exemplaires aux identifiants distincts. Le résultat reste sans erreur.
 */
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse, stringify as ecrireYaml } from 'yaml';

const NIVEAUX = ['axes', 'thematiques', 'enjeux', 'objectifs', 'objectifs_operationnels', 'actions'];
/** ctg refuse les ancres de YAML : un objet repris est écrit deux fois. */
const stringify = (value) => ecrireYaml(value, { aliasDuplicateObjects: false, lineWidth: 0 });
/** Un nom de commune se distingue par des lettres. */
const lettres = (n) => (n < 26 ? '' : lettres(Math.floor(n / 26) - 1)) + String.fromCharCode(97 + (n % 26));
/** Des noms de personnes qui ne se ressemblent pas : deux lettres d'écart au moins. */
const SYLLABES = ['ba', 'ce', 'di', 'fo', 'gu', 'la', 'me', 'ni', 'po', 'ru'];
const nomDePersonne = (nom, k) => `${nom} ${`${SYLLABES[k % 10]}${SYLLABES[Math.floor(k / 10)]}`.repeat(2).replace(/^./, (c) => c.toUpperCase())}`;
const renommer = (table, k) => Object.fromEntries(Object.entries(table).map(([id, value]) => [`${id}-x${k}`, value]));

/** Écrit dans `vers` le territoire de `depuis`, `facteur` fois plus grand. */
export function grossir(depuis, vers, facteur) {
  rmSync(vers, { recursive: true, force: true });
  cpSync(depuis, vers, { recursive: true, filter: (file) => !/[\\/](?:sortie|attendu)$/.test(file) });
  const copies = Array.from({ length: facteur - 1 }, (_, i) => i + 1);
  const lire = (file) => readFileSync(path.join(vers, file), 'utf8');
  const yaml = (file) => parse(lire(file));
  const ecrire = (file, text) => writeFileSync(path.join(vers, file), text);
  const dossier = (nom, extension) => readdirSync(path.join(vers, nom)).filter((f) => f.endsWith(extension)).sort();
  const nomDe = (commune, k) => `${commune} ${lettres(k).toUpperCase()}`;

  const territoire = yaml('territoire.yaml');
  territoire.communes.push(...copies.flatMap((k) => territoire.communes.map(({ nom }) => ({ nom: nomDe(nom, k), article: 'aucun' }))));
  ecrire('territoire.yaml', stringify(territoire));

  for (const file of dossier('signataires', '.yaml')) {
    const { siren: _, ...source } = yaml(`signataires/${file}`);
    if (source.categorie !== 'commune') continue;
    const [, ordre, id] = /^(\d+)-(.+)\.yaml$/.exec(file);
    for (const k of copies) ecrire(`signataires/${Number(ordre) + 1000 * k}-${id}-x${k}.yaml`, stringify({ ...source, commune: nomDe(source.commune, k), representants: source.representants.map((r) => ({ ...r, nom: nomDePersonne(r.nom, k) })) }));
  }

  for (const file of ['acteurs.yaml', 'indicateurs.yaml']) {
    const source = yaml(file);
    ecrire(file, stringify(Object.assign({}, source, ...copies.map((k) => renommer(source, k)))));
  }

  const gouvernance = yaml('gouvernance.yaml');
  ecrire('gouvernance.yaml', stringify({ ...gouvernance, instances: Object.assign({}, gouvernance.instances, ...copies.map((k) => renommer(gouvernance.instances, k))) }));

  const branche = (noeud, k) =>
    Object.fromEntries(Object.entries(noeud).map(([cle, valeur]) => [cle, cle === 'titre' ? `${valeur} (secteur ${lettres(k)})` : NIVEAUX.includes(cle) ? renommer(Object.fromEntries(Object.entries(valeur).map(([id, n]) => [id, branche(n, k)])), k) : valeur]));
  for (const file of dossier('plan', '.yaml')) {
    const source = yaml(`plan/${file}`);
    for (const k of copies) ecrire(`plan/${k}${file.replace('-', '00-')}`.replace('.yaml', `-x${k}.yaml`), stringify(branche(source, k)));
  }

  for (const file of dossier('fiches-actions', '.md')) {
    const source = lire(`fiches-actions/${file}`);
    const [, ordre, id] = /^(\d+)-(.+)\.md$/.exec(file);
    for (const k of copies) {
      const copie = source.replace(/^actions: \[(.*)\]$/m, (_, ids) => `actions: [${ids.split(', ').map((a) => `${a}-x${k}`).join(', ')}]`).replace(/\((action|acteur):([a-z0-9-]+)\)/g, (whole, genre, cible) => (genre === 'action' ? `(action:${cible}-x${k})` : whole));
      ecrire(`fiches-actions/${Number(ordre) + 1000 * k}-${id}-x${k}.md`, copie);
    }
  }

  for (const file of dossier('diagnostic', '.yaml')) {
    const source = yaml(`diagnostic/${file}`);
    for (const k of copies) {
      const chiffres = Object.fromEntries(Object.entries(source.chiffres).map(([id, c]) => [`${id}-x${k}`, { ...c, libelle: `${c.libelle} (secteur ${lettres(k)})`, ...lies(c, k) }]));
      ecrire(`diagnostic/${file.replace('.yaml', `-x${k}.yaml`)}`, stringify({ ...source, chiffres }));
    }
  }
  for (const file of dossier('diagnostic', '.md')) for (const k of copies) ecrire(`diagnostic/${file.replace('.md', `-x${k}.md`)}`, lire(`diagnostic/${file}`));
}

/** Écrit dans `vers` le territoire de `depuis`, dont seul le plan grandit, jusqu'à `nombre` actions ; rend leur nombre. */
export function grossirActions(depuis, vers, nombre) {
  grossir(depuis, vers, 1);
  const plans = readdirSync(path.join(vers, 'plan')).filter((f) => f.endsWith('.yaml')).sort().map((f) => path.join(vers, 'plan', f));
  const contenus = plans.map((file) => parse(readFileSync(file, 'utf8')));
  const groupes = [];
  const visiter = (noeud) => {
    for (const [cle, valeur] of Object.entries(noeud)) {
      if (cle === 'actions') groupes.push({ actions: valeur, ids: Object.keys(valeur) });
      else if (NIVEAUX.includes(cle)) for (const enfant of Object.values(valeur)) visiter(enfant);
    }
  };
  for (const contenu of contenus) visiter(contenu);
  let total = groupes.reduce((n, { ids }) => n + ids.length, 0);
  if (total === 0) throw new Error(`aucune action dans ${depuis}`);
  for (let k = 1; total < nombre; k++) {
    for (const { actions, ids } of groupes) {
      for (const id of ids) {
        if (total === nombre) break;
        actions[`${id}-x${k}`] = { ...actions[id], titre: `${actions[id].titre} (${lettres(k)})` };
        total += 1;
      }
    }
  }
  for (const [i, file] of plans.entries()) writeFileSync(file, stringify(contenus[i]));
  return total;
}

/** Les chiffres qu'un chiffre cite : ceux de sa copie. */
function lies(chiffre, k) {
  const out = {};
  for (const cle of ['numerateur', 'denominateur']) if (chiffre[cle] !== undefined) out[cle] = `${chiffre[cle]}-x${k}`;
  if (chiffre.somme_de !== undefined) out.somme_de = chiffre.somme_de.map((id) => `${id}-x${k}`);
  return out;
}
