/** `ctg verify` et `ctg extract`, sur de vrais PDF : prouvés, signés, retouchés, privés, d'un autre ctg, ou hostiles. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type AnySchema, Ajv } from 'ajv';
import { zipSync, zlibSync } from 'fflate';
import { AFRelationship, PDFDocument } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { compile } from '../../src/pipeline/compile.ts';
import { ouvrirPdf } from '../../src/pipeline/recompiler.ts';
import { copier, ctg, dansUnDossier, ecrire, type Passage, RACINE } from '../cli/outils.ts';
import { type Fichiers, fichiersExemple, hote, net } from '../golden/atelier.ts';

const minimal = fichiersExemple('minimal');
const ARTICLE = 'articles/champs-collectivite.md';
const faire = async (fichiers: Fichiers, host = hote(fichiers)): Promise<Uint8Array> => {
  const { outputs, diagnostics } = await compile(host, { targets: ['pdf'] });
  expect(diagnostics.filter((d) => d.severity === 'erreur')).toEqual([]);
  return (outputs[0] as (typeof outputs)[number]).bytes;
};
const changer = (nom: string, avant: string, apres: string): Fichiers => {
  const texte = new TextDecoder().decode(minimal[nom] as Uint8Array);
  expect(texte).toContain(avant);
  return { ...minimal, [nom]: texte.replace(avant, apres) };
};
/** Écrit les fichiers, lance la commande dans leur dossier. */
const lancer = (args: readonly string[], fichiers: Readonly<Record<string, Uint8Array>>, ensuite: (dossier: string) => void = () => undefined): Promise<Passage> =>
  dansUnDossier(async (cwd) => {
    for (const [nom, octets] of Object.entries(fichiers)) writeFileSync(path.join(cwd, nom), octets);
    const passage = await ctg(args, { cwd });
    ensuite(cwd);
    return { ...passage, sortie: net(passage.sortie), erreur: net(passage.erreur) };
  });
const octets = (texte: string): Uint8Array => Buffer.from(texte, 'latin1');
/** Une écriture de plus à la fin du fichier, comme en font les logiciels de signature. */
const ajouter = (pdf: Uint8Array, objet: string): Uint8Array => {
  const at = pdf.byteLength + 1;
  const corps = `\n9000 0 obj\n${objet}\nendobj\n`;
  const avant = /startxref\n(\d+)/.exec(Buffer.from(pdf.subarray(-200)).toString('latin1'))?.[1];
  return Buffer.concat([pdf, octets(`${corps}xref\n9000 1\n${String(at).padStart(10, '0')} 00000 n \ntrailer\n<< /Size 9001 /Root 3 0 R /Prev ${avant} >>\nstartxref\n${at + corps.length - 1}\n%%EOF\n`)]);
};
/** Un PDF quelconque qui porte ces fichiers. */
async function porteur(fichiers: Readonly<Record<string, Uint8Array>>): Promise<Uint8Array> {
  const doc = await PDFDocument.create();
  doc.addPage();
  for (const [nom, contenu] of Object.entries(fichiers)) await doc.attach(contenu, nom, { afRelationship: AFRelationship.Source });
  return doc.save();
}

let pdf: Uint8Array;
beforeAll(async () => {
  pdf = await faire(minimal);
}, 60_000);

describe('ctg verify', () => {
  it('un PDF tel qu’il a été compilé est prouvé', async () => {
    const { code, sortie, erreur } = await lancer(['verify', 'a.pdf'], { 'a.pdf': pdf });
    expect([code, erreur]).toEqual([0, '']);
    expect(sortie).toMatch(/^Ce PDF est exactement ce que ctg \S+ compile à partir des sources qu’il contient \(empreinte [0-9a-f-]{19}\)\.$/);
  });

  it('signé, il l’est encore : c’est le document d’avant la signature qui compte', async () => {
    const { code, sortie } = await lancer(['verify', 'a.pdf'], { 'a.pdf': ajouter(ajouter(pdf, '<< /Type /Sig /ByteRange [0 1 2 3] >>'), '<< /Type /Sig /ByteRange [0 1 2 3] >>') });
    expect(code).toBe(0);
    expect(sortie).toContain('exactement ce que ctg');
    expect(sortie).toContain('2 signatures électroniques');
  });

  it('annoté sans signature, il est prouvé et l’ajout est dit', async () => {
    const { code, sortie } = await lancer(['verify', 'a.pdf'], { 'a.pdf': ajouter(pdf, '<< /Type /Annot >>') });
    expect(code).toBe(0);
    expect(sortie).toContain('ajouté ensuite');
    expect(sortie).toContain('ce qui s’affiche peut différer');
  });

  it('un ajout ne peut pas remplacer les sources d’origine', async () => {
    const lu = await ouvrirPdf(ajouter(pdf, '<< /Type /Filespec /UF (sources.zip) >>'));
    const temoin = await ouvrirPdf(pdf);
    expect(lu.ok && temoin.ok && [...lu.pdf.sources.keys()]).toEqual(temoin.ok && [...temoin.pdf.sources.keys()]);
    expect(lu.ok && Buffer.compare(lu.pdf.origine, pdf)).toBe(0);
  });

  it('retouché d’un octet, il ne l’est plus', async () => {
    const faux = Uint8Array.from(pdf);
    const at = Buffer.from(pdf).indexOf('(D:20');
    faux[at + 4] = 0x38;
    const { code, sortie } = await lancer(['verify', 'a.pdf'], { 'a.pdf': faux });
    expect(code).toBe(1);
    expect(sortie).toContain('n’est pas ce que ctg');
    expect(sortie).toContain('ses pages peuvent dire autre chose');
  });

  it('fait par un autre ctg : dit lequel, et ce qui reste prouvable', async () => {
    const host = hote(minimal);
    const ancien = await faire(minimal, { ...host, resource: (nom) => (nom === 'package.json' ? new TextEncoder().encode('{"version":"0.0.9"}') : host.resource(nom)) });
    const { code, sortie } = await lancer(['verify', 'a.pdf'], { 'a.pdf': ancien });
    expect(code).toBe(1);
    expect(sortie).toContain('dit avoir été compilé par ctg 0.0.9');
    expect(sortie).toContain('installez ctg 0.0.9');
    expect(sortie).toContain('donnent le même texte que celui que le PDF déclare, article par article');
  });

  it('avec un autre PDF : dit l’article qui diffère, et les mots', async () => {
    const autre = await faire(changer(ARTICLE, 'enfants', 'enfançons'));
    const { code, sortie } = await lancer(['verify', 'signe.pdf', 'vote.pdf'], { 'signe.pdf': ajouter(autre, '<< /ByteRange [0 1] >>'), 'vote.pdf': pdf });
    expect(code).toBe(1);
    expect(sortie).toContain('diffèrent en 1 endroit');
    expect(sortie).toMatch(/Article 3 — [^:]+ : changé - [^+]*enfançons[^+]* \+ [^+]*enfants/);
    expect(sortie.match(/exactement ce que ctg/g)).toHaveLength(2);
  });

  it('avec un autre PDF de même texte : le texte signé est le texte voté', async () => {
    const autre = await faire({ ...minimal, 'ctg.yaml': `${new TextDecoder().decode(minimal['ctg.yaml'] as Uint8Array)}# signé\n` });
    expect(Buffer.compare(autre, pdf)).not.toBe(0);
    const { code, sortie } = await lancer(['verify', 'signe.pdf', 'vote.pdf'], { 'signe.pdf': autre, 'vote.pdf': pdf });
    expect(code).toBe(0);
    expect(sortie).toContain('sont les mêmes, article par article');
  });

  it('avec le dossier d’un territoire : compare à ce qu’il dit aujourd’hui', () =>
    dansUnDossier(async (cwd) => {
      writeFileSync(path.join(cwd, 'a.pdf'), pdf);
      copier('minimal', path.join(cwd, 'ici'));
      expect((await ctg(['verify', 'a.pdf', 'ici'], { cwd })).code).toBe(0);
      ecrire(path.join(cwd, 'ici'), changer(ARTICLE, 'enfants', 'enfançons') as Record<string, string>);
      const { code, sortie } = await ctg(['verify', 'a.pdf', 'ici'], { cwd });
      expect(code).toBe(1);
      expect(net(sortie)).toContain('Article 3');
      // L'acte signé ne se change que par un avenant, qui nomme chaque article touché.
      expect(net(sortie)).toContain('Ceci n’est nommé par aucun avenant de ce dossier');
      expect(net(sortie)).toContain('- cible: article:champs-collectivite (Article 3');
      ecrire(path.join(cwd, 'ici'), { 'avenants/01-accueil.yaml': 'objet: Accueil\ntype: modification\nmodifications:\n  - cible: article:champs-collectivite\n' });
      const nomme = await ctg(['verify', 'a.pdf', 'ici'], { cwd });
      expect([nomme.code, net(nomme.sortie)]).toEqual([1, expect.stringContaining('Les avenants de ce dossier nomment chaque article')]);
      expect(existsSync(path.join(cwd, 'ici/sortie'))).toBe(false);
      mkdirSync(path.join(cwd, 'vide'));
      expect((await ctg(['verify', 'a.pdf', 'vide'], { cwd })).code).toBe(2);
    }));

  it('avec des fichiers privés : ne se prouve pas seul, mais avec le dossier entier', () =>
    dansUnDossier(async (cwd) => {
      const prives = { ...minimal, 'ctg.yaml': 'format: 1\nfichiers_prives: [territoire.yaml]\n' };
      writeFileSync(path.join(cwd, 'a.pdf'), await faire(prives));
      copier('minimal', path.join(cwd, 'ici'));
      ecrire(path.join(cwd, 'ici'), { 'ctg.yaml': prives['ctg.yaml'] });
      const seul = await ctg(['verify', 'a.pdf'], { cwd });
      expect(seul.code).toBe(1);
      expect(net(seul.sortie)).toContain('ne peut pas être recompilé à partir de ce qu’il contient : des fichiers privés');
      const entier = await ctg(['verify', 'a.pdf', 'ici'], { cwd });
      expect([entier.code, net(entier.sortie)]).toEqual([0, expect.stringContaining('à partir des sources de « ici »')]);
    }));

  it.each([
    ['absent', ['verify', 'rien.pdf'], {}, 'n’existe pas'],
    ['qui n’est pas un PDF', ['verify', 'a.pdf'], { 'a.pdf': octets('bonjour') }, 'ce n’est pas un PDF'],
    ['un dossier', ['verify', '.'], {}, 'est un dossier'],
  ])('un fichier %s : refusé clairement', async (_, args, fichiers, attendu) => {
    const { code, erreur } = await lancer(args, fichiers as Record<string, Uint8Array>);
    expect([code, erreur]).toEqual([2, expect.stringContaining(attendu)]);
  });

  it('le PDF d’un autre logiciel : refusé clairement', async () => {
    const { code, erreur } = await lancer(['verify', 'a.pdf'], { 'a.pdf': await porteur({}) });
    expect([code, erreur]).toEqual([2, expect.stringContaining('n’a pas été fait par ctg')]);
  });
});

describe('convention.json', () => {
  const acteDe = async (fichiers: Fichiers) => {
    const lu = await ouvrirPdf(await faire(fichiers));
    if (!lu.ok) throw new Error(lu.raison);
    return lu.pdf;
  };

  it.each(['minimal', 'creusot-montceau'] as const)('%s : suit le schéma publié, et dit ce que l’acte dit', async (exemple) => {
    const { acte, sources } = await acteDe(fichiersExemple(exemple));
    const ajv = new Ajv({ allErrors: true });
    const valide = ajv.compile(JSON.parse(readFileSync(path.join(RACINE, 'schemas/json/acte.schema.json'), 'utf8')) as AnySchema);
    expect(valide(acte), ajv.errorsText(valide.errors)).toBe(true);
    expect(acte.sources.map((s) => s.chemin).sort()).toEqual([...sources.keys()].sort());
    for (const { chemin, sha256 } of acte.sources) expect(createHash('sha256').update(sources.get(chemin) as Uint8Array).digest('hex'), chemin).toBe(sha256);
    expect(acte.pieces.filter((p) => p.genre === 'article').length).toBeGreaterThan(8);
    expect(acte.pieces.flatMap((p) => p.textes).join().length).toBeGreaterThan(5_000);
    expect(acte.plan?.actions.length).toBeGreaterThan(0);
    expect(acte.signataires.length).toBeGreaterThan(1);
  }, 60_000);

  it('ne dit rien d’un fichier privé que l’acte n’imprime', async () => {
    const caf = new TextDecoder().decode(minimal['signataires/01-caf.yaml'] as Uint8Array);
    const secret = { ...minimal, 'signataires/01-caf.yaml': `${caf.replace(/^siren:.*\n/m, '')}siren: "775672272"\n` };
    expect(JSON.stringify((await acteDe(secret)).acte)).toContain('775672272');
    const { acte, sources } = await acteDe({ ...secret, 'ctg.yaml': 'format: 1\nfichiers_prives: [signataires/01-caf.yaml]\n' });
    expect(JSON.stringify(acte)).not.toContain('775672272');
    expect([...sources.values()].map((o) => new TextDecoder().decode(o)).join()).not.toContain('775672272');
    expect(acte.compilation.recompilable).toBe(false);
  }, 60_000);
});

describe('un PDF hostile', () => {
  const json = async (): Promise<Uint8Array> => {
    const lu = await ouvrirPdf(pdf);
    if (!lu.ok) throw new Error(lu.raison);
    return new TextEncoder().encode(JSON.stringify(lu.pdf.acte));
  };
  const raison = async (fichier: Uint8Array): Promise<string> => {
    const lu = await ouvrirPdf(fichier);
    return lu.ok ? '' : net(lu.raison);
  };

  it('les mêmes fichiers dans un autre PDF se lisent : c’est la comparaison qui tranche', async () => {
    const lu = await ouvrirPdf(pdf);
    const faux = await porteur({ 'convention.json': await json(), 'sources.zip': zipSync(lu.ok ? Object.fromEntries(lu.pdf.sources) : {}, { os: 3, attrs: 0o100644 << 16, mtime: '1980-01-01T12:00:00' }) });
    const { code, sortie } = await lancer(['verify', 'a.pdf'], { 'a.pdf': faux });
    expect(code).toBe(1);
    expect(sortie).toContain('n’est pas ce que ctg');
  });

  it('une archive qui sort du dossier est refusée, et rien n’est écrit', async () => {
    const zip = zipSync({ '../evade.txt': octets('x') });
    const { code, erreur } = await lancer(['extract', 'a.pdf', '-o', 'ici'], { 'a.pdf': await porteur({ 'convention.json': await json(), 'sources.zip': zip }) }, (cwd) => {
      expect(readdirSync(cwd)).toEqual(['a.pdf']);
      expect(existsSync(path.join(cwd, '../evade.txt'))).toBe(false);
    });
    expect([code, erreur]).toEqual([2, expect.stringContaining('« ../evade.txt » remonte hors du dossier')]);
  });

  it('un convention.json sans forme, ou d’un format à venir', async () => {
    const zip = zipSync({ 'a.md': octets('x') }, { os: 3, attrs: 0o100644 << 16 });
    expect(await raison(await porteur({ 'convention.json': octets('{'), 'sources.zip': zip }))).toContain('n’a pas la forme attendue');
    expect(await raison(await porteur({ 'convention.json': octets('{"format":7}'), 'sources.zip': zip }))).toContain('format 7, d’un ctg plus récent');
  });

  it.each([['/ObjStm', 'un paquet d’objets'], ['/Obj#53tm', 'un paquet d’objets au nom déguisé'], ['/ObjStm /Subtype /EmbeddedFile', 'un paquet d’objets qui se dit fichier joint'], ['/XRef', 'une table des positions']])('une bombe dans %s (%s)', async (type) => {
    const bombe = zlibSync(new Uint8Array(60_000_000));
    expect(bombe.byteLength).toBeLessThan(100_000);
    const tete = `%PDF-1.7\n1 0 obj\n<< /Type ${type} /N 1 /First 4 /Filter /FlateDecode /Length ${bombe.byteLength} >>\nstream\n`;
    const corps = Buffer.concat([octets(tete), bombe, octets('\nendstream\nendobj\n')]);
    const fichier = Buffer.concat([corps, octets(`xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 2 /Root 1 0 R >>\nstartxref\n${corps.byteLength}\n%%EOF\n`)]);
    expect(await raison(fichier)).toContain('trop gros une fois décompressé');
  });

  it('tronqué n’importe où : jamais une panne', async () => {
    for (let i = 1; i < 12; i++) expect(await raison(pdf.subarray(0, Math.floor((pdf.byteLength * i) / 12)))).not.toBe('');
  });
});

describe('ctg extract', () => {
  it('rend les sources, octet pour octet, sans jamais rien écraser', () =>
    dansUnDossier(async (cwd) => {
      writeFileSync(path.join(cwd, 'a.pdf'), pdf);
      const { code, sortie } = await ctg(['extract', 'a.pdf'], { cwd });
      expect(code).toBe(0);
      const rendus = sortie.trim().split('\n').map((f) => f.replace(/^a-sources\//, ''));
      expect(rendus.length).toBeGreaterThan(5);
      for (const nom of rendus) expect(readFileSync(path.join(cwd, 'a-sources', nom)).equals(minimal[nom] as Uint8Array), nom).toBe(true);
      const encore = await ctg(['extract', 'a.pdf'], { cwd });
      expect([encore.code, net(encore.erreur)]).toEqual([2, expect.stringContaining('existe déjà : ctg n’écrase rien')]);
      expect((await ctg(['build', 'a-sources'], { cwd })).code).toBe(0);
      expect(readFileSync(path.join(cwd, 'a-sources/sortie/convention.pdf')).equals(pdf)).toBe(true);
    }));
});
