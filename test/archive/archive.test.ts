/** L'archive des sources : toujours la même pour nous ; venue du dehors, rien n'y est cru. Chaque piège a son essai. */
import { deflateSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../src/archive/crc32.ts';
import { ecrireArchive } from '../../src/archive/ecrire.ts';
import { LIMITES } from '../../src/archive/limites.ts';
import { lireArchive, type Limites } from '../../src/archive/lire.ts';

const octets = (texte: string): Uint8Array => new TextEncoder().encode(texte);
const texte = (o: Uint8Array): string => new TextDecoder().decode(o);

interface Piece {
  readonly nom: string | Uint8Array;
  readonly contenu?: Uint8Array;
  /** Ce que le sommaire dit, s'il ment. */
  readonly central?: Partial<Champs>;
  /** Ce que l'en-tête placé devant le fichier dit, s'il ment. */
  readonly local?: Partial<Champs>;
  readonly attributs?: number;
  readonly supplement?: Uint8Array;
  /** Données telles quelles, à la place du contenu comprimé. */
  readonly donnees?: Uint8Array;
}
interface Champs { drapeaux: number; methode: number; crc: number; comprime: number; taille: number; debut: number; nom: Uint8Array }

/** Une archive faite à la main, fautive à volonté. */
function forger(pieces: readonly Piece[], { devant = new Uint8Array(), entre = new Uint8Array(), derriere = new Uint8Array(), nombre }: { devant?: Uint8Array; entre?: Uint8Array; derriere?: Uint8Array; nombre?: number } = {}): Uint8Array {
  const sortie: number[] = [...devant];
  const u16 = (n: number): number[] => [n & 255, (n >>> 8) & 255];
  const u32 = (n: number): number[] => [...u16(n), ...u16(n >>> 16)];
  const commun = (c: Champs): number[] => [...u16(20), ...u16(c.drapeaux), ...u16(c.methode), ...u32(0x21), ...u32(c.crc), ...u32(c.comprime), ...u32(c.taille), ...u16(c.nom.length)];
  const centrales: number[] = [];
  for (const piece of pieces) {
    const contenu = piece.contenu ?? octets('bonjour');
    const nom = typeof piece.nom === 'string' ? octets(piece.nom) : piece.nom;
    const donnees = piece.donnees ?? deflateSync(contenu);
    const vrai: Champs = { drapeaux: 0x0800, methode: 8, crc: crc32(contenu), comprime: donnees.length, taille: contenu.length, debut: sortie.length, nom };
    const [central, local] = [{ ...vrai, ...piece.central }, { ...vrai, ...piece.central, ...piece.local }];
    sortie.push(...u32(0x04034b50), ...commun(local), ...u16(0), ...local.nom);
    for (const o of donnees) sortie.push(o);
    sortie.push(...entre);
    const supplement = piece.supplement ?? new Uint8Array();
    centrales.push(...u32(0x02014b50), 20, 3, ...commun(central), ...u16(supplement.length), ...u16(0), ...u16(0), ...u16(0), ...u32(piece.attributs ?? 0o100644 << 16), ...u32(central.debut), ...central.nom, ...supplement);
  }
  const debut = sortie.length;
  const compte = nombre ?? pieces.length;
  return Uint8Array.from([...sortie, ...centrales, ...u32(0x06054b50), ...u16(0), ...u16(0), ...u16(compte), ...u16(compte), ...u32(centrales.length), ...u32(debut), ...u16(0), ...derriere]);
}

const raison = (archive: Uint8Array, limites?: Limites): string => {
  const lu = lireArchive(archive, limites);
  return lu.ok ? '' : lu.raison.replace(/[\u00A0\u202F]/g, ' ');
};

describe('l’archive que l’on écrit', () => {
  const fichiers = new Map([['ctg.yaml', octets('format: 1\r\n')], ['annexes/état des lieux.md', octets('# Été')], ['logos/caf.png', Uint8Array.from({ length: 999 }, (_, i) => (i * 7919) % 256)], ['vide.md', new Uint8Array()]]);

  it('se relit, octet pour octet', () => {
    const lu = lireArchive(ecrireArchive(fichiers));
    expect(lu.ok && [...lu.fichiers].map(([nom, o]) => [nom, [...o]])).toEqual([...fichiers].sort(([a], [b]) => (a < b ? -1 : 1)).map(([nom, o]) => [nom, [...o]]));
  });

  it('ne dépend ni de l’ordre, ni du fuseau', () => {
    const fuseau = process.env['TZ'];
    try {
      const toutes = ['UTC', 'Pacific/Kiritimati', 'America/Adak'].map((tz, i) => {
        process.env['TZ'] = tz;
        return Buffer.from(ecrireArchive(new Map(i === 1 ? [...fichiers].reverse() : fichiers))).toString('hex');
      });
      expect(new Set(toutes).size).toBe(1);
    } finally {
      if (fuseau === undefined) delete process.env['TZ'];
      else process.env['TZ'] = fuseau;
    }
  });

  it('se relit quels que soient les contenus', () => {
    fc.assert(fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,8}(\/[a-z]{1,8}){0,2}\.md$/), fc.uint8Array({ maxLength: 2000 }), { minKeys: 1, maxKeys: 8 }), (contenus) => {
      const lu = lireArchive(ecrireArchive(new Map(Object.entries(contenus))));
      // Un fichier ne peut pas tenir la place d'un dossier : ici les noms finissent tous par .md.
      expect(lu.ok && Object.fromEntries([...lu.fichiers].map(([n, o]) => [n, [...o]]))).toEqual(Object.fromEntries(Object.entries(contenus).map(([n, o]) => [n, [...o]])));
    }), { numRuns: 60, seed: 20_261 });
  });

  it('un gros fichier de blancs reste lisible : il est gardé sans compression', () => {
    const blancs = new Uint8Array(3_000_000).fill(32);
    const lu = lireArchive(ecrireArchive(new Map([['blancs.md', blancs]])));
    expect(lu.ok && lu.fichiers.get('blancs.md')?.byteLength).toBe(3_000_000);
  });
});

describe('l’archive venue du dehors', () => {
  it('bien faite, elle est lue', () => {
    const lu = lireArchive(forger([{ nom: 'a.md' }, { nom: 'b/c.md', contenu: octets('salut') }]));
    expect(lu.ok && [...lu.fichiers].map(([n, o]) => [n, texte(o)])).toEqual([['a.md', 'bonjour'], ['b/c.md', 'salut']]);
  });

  it.each([
    ['../secret', 'remonte hors du dossier'],
    ['a/../../secret', 'remonte hors du dossier'],
    ['/etc/passwd', 'chemin absolu'],
    ['C:/Windows/win.ini', 'nom de lecteur'],
    ['c:fichier', 'nom de lecteur'],
    ['a\\b.md', 'barre oblique inversée'],
    ['\\\\serveur\\partage', 'barre oblique inversée'],
    ['a\0b.md', 'caractère de commande'],
    ['a\nb.md', 'caractère de commande'],
    ['note\u202Egpj.md', 'inverse le sens de lecture'],
    ['flux.md:cache', 'Windows refuse'],
    ['a?.md', 'Windows refuse'],
    ['CON', 'réservé par Windows'],
    ['annexes/nul.md', 'réservé par Windows'],
    ['Lpt1.txt', 'réservé par Windows'],
    ['com¹', 'réservé par Windows'],
    ['a./b.md', 'finit par un point'],
    ['a.md ', 'finit par un point ou une espace'],
    ['a//b.md', 'dossier sans nom'],
    ['./a.md', 'dossier sans nom'],
    ['dossier/', 'dossier sans nom'],
    ['', 'est vide'],
    ['e\u0301te.md', 'accents décomposés'],
    ['x'.repeat(500), 'trop long'],
    ['x'.repeat(201), 'trop long'],
    [`${'d/'.repeat(41)}x`, 'trop de dossiers'],
  ])('le nom %j est refusé', (nom, attendu) => expect(raison(forger([{ nom }]))).toContain(attendu));

  it.each([
    ['deux fois le même nom', [{ nom: 'a.md' }, { nom: 'a.md' }], 'y est deux fois'],
    ['deux noms que la casse seule distingue', [{ nom: 'Plan.yaml' }, { nom: 'plan.yaml' }], 'se confondent sous Windows'],
    ['un fichier qui est aussi un dossier', [{ nom: 'plan' }, { nom: 'plan/a.yaml' }], 'à la fois un fichier et le dossier'],
    ['un fichier qui est un dossier à la casse près', [{ nom: 'Plan' }, { nom: 'plan/a.yaml' }], 'à la fois un fichier et le dossier'],
    ['un lien symbolique', [{ nom: 'lien', attributs: 0o120777 << 16 }], 'est un lien'],
    ['un périphérique', [{ nom: 'tube', attributs: 0o010644 << 16 }], 'fichier ordinaire'],
    ['un dossier déguisé', [{ nom: 'd', attributs: 0x10 }], 'fichier ordinaire'],
    ['un mot de passe', [{ nom: 'a', central: { drapeaux: 0x0801 } }], 'mot de passe'],
    ['une taille donnée après coup', [{ nom: 'a', central: { drapeaux: 0x0808 } }], 'n’emploie pas'],
    ['une compression inconnue', [{ nom: 'a', central: { methode: 14 } }], 'façon inconnue'],
    ['un nom accentué sans encodage', [{ nom: 'é', central: { drapeaux: 0 } }], 'ne dit pas son encodage'],
    ['un nom qui n’est pas en UTF-8', [{ nom: Uint8Array.of(0xff, 0xfe) }], 'pas en UTF-8'],
    ['une taille plus petite que le contenu', [{ nom: 'a', central: { taille: 3 } }], 'n’a pas la taille annoncée'],
    ['une taille plus grande que le contenu', [{ nom: 'a', central: { taille: 30 } }], 'n’a pas la taille annoncée'],
    ['une taille gardée qui se contredit', [{ nom: 'a', central: { methode: 0 }, donnees: octets('bonjour !') }], 'n’a pas la taille annoncée'],
    ['une somme de contrôle fausse', [{ nom: 'a', central: { crc: 1 } }], 'somme de contrôle'],
    ['un flux abîmé', [{ nom: 'a', donnees: Uint8Array.of(0xff, 0xff, 0xff) }], 'est abîmé'],
    ['un flux coupé', [{ nom: 'a', donnees: deflateSync(octets('bonjour')).subarray(0, 4) }], 'est abîmé'],
    ['deux en-têtes qui se contredisent sur la taille', [{ nom: 'a', local: { taille: 1 } }], 'se contredisent'],
    ['deux en-têtes qui se contredisent sur le nom', [{ nom: 'a.md', local: { nom: octets('b.md') } }], 'se contredisent'],
    ['deux fichiers au même endroit', [{ nom: 'a' }, { nom: 'b', central: { debut: 0 } }], 'à la suite'],
    ['un fichier au-delà de l’archive', [{ nom: 'a', central: { comprime: 90_000 } }], 'déborde'],
    ['des données annexes', [{ nom: 'a', supplement: Uint8Array.of(1, 0, 0, 0) }], 'données annexes'],
  ] satisfies readonly (readonly [string, readonly Piece[], string])[])('%s : refusé', (_, pieces, attendu) => expect(raison(forger(pieces))).toContain(attendu));

  it.each([
    ['vide', new Uint8Array(), 'tronquée'],
    ['sans aucun fichier', forger([]), 'est vide'],
    ['qui n’en est pas une', octets('Ceci n’est pas une archive, et de loin.'), 'tronquée'],
    ['coupée à la fin', forger([{ nom: 'a' }]).subarray(0, -3), 'tronquée'],
    ['coupée au début', forger([{ nom: 'a' }]).subarray(10), 'n’est pas où elle le dit'],
    ['suivie d’autre chose', forger([{ nom: 'a' }], { derriere: octets('caché') }), 'suivie d’autre chose'],
    ['précédée d’autre chose', forger([{ nom: 'a' }], { devant: octets('MZ') }), 'à la suite'],
    ['qui cache des données entre deux fichiers', forger([{ nom: 'a' }, { nom: 'b' }], { entre: octets('caché') }), 'à la suite'],
    ['qui cache des données avant le sommaire', forger([{ nom: 'a' }], { entre: octets('caché') }), 'qu’aucun fichier n’annonce'],
    ['qui annonce plus de fichiers qu’elle n’en a', forger([{ nom: 'a' }], { nombre: 2 }), 'sommaire est abîmé'],
    ['qui en annonce moins', forger([{ nom: 'a' }, { nom: 'b' }], { nombre: 1 }), 'qu’aucun fichier n’annonce'],
  ])('une archive %s : refusée', (_, archive, attendu) => expect(raison(archive)).toContain(attendu));

  it('des tailles hors bornes : refusées avant d’être décomprimées', () => {
    const bornes = (plus: Partial<Limites>): Limites => ({ ...LIMITES, ...plus });
    const archive = forger([{ nom: 'a', contenu: octets('a'.repeat(500)) }, { nom: 'b', contenu: octets('b'.repeat(500)) }]);
    expect(raison(archive)).toBe('');
    expect(raison(archive, bornes({ archive: 50 }))).toContain('elle pèse');
    expect(raison(archive, bornes({ fichier: 400 }))).toContain('« a » ferait');
    expect(raison(archive, bornes({ total: 900 }))).toContain('feraient ensemble');
    expect(raison(archive, bornes({ nombre: 1 }))).toContain('2 fichiers');
    expect(raison(archive, bornes({ petit: 100, taux: 10 }))).toContain('comprimé plus de 10 fois');
  });

  it('une bombe qui tait sa taille s’arrête à la taille annoncée', () => {
    const bombe = forger([{ nom: 'a', contenu: new Uint8Array(60_000_000), central: { taille: 100 } }]);
    expect(bombe.byteLength).toBeLessThan(100_000);
    const avant = process.memoryUsage().arrayBuffers;
    expect(raison(bombe)).toContain('n’a pas la taille annoncée');
    expect(process.memoryUsage().arrayBuffers - avant).toBeLessThan(60_000_000);
  });

  it('un octet changé n’importe où : refusée, ou les mêmes fichiers', () => {
    const archive = ecrireArchive(new Map([['ctg.yaml', octets('format: 1\nstade: projet\n')], ['plan/été.yaml', octets('axes: {}\n')]]));
    const temoin = lireArchive(archive);
    let refus = 0;
    for (let i = 0; i < archive.length; i++) {
      const faux = Uint8Array.from(archive);
      faux[i] = (faux[i] as number) ^ 0x15;
      const lu = lireArchive(faux);
      if (!lu.ok) refus += 1;
      else expect([...lu.fichiers.values()].map(texte), `octet ${i}`).toEqual(temoin.ok && [...temoin.fichiers.values()].map(texte));
    }
    expect(refus).toBeGreaterThan(archive.length * 0.8);
  });

  it('n’importe quels octets : jamais une panne', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bruit) => {
      expect(lireArchive(bruit).ok).toBe(false);
    }), { numRuns: 500, seed: 20_262 });
  });
});
