/** Images et documents joints : lus par l'hôte, reconnus à leurs octets, refusés avec leur endroit. */
import { diagnostic } from '../base/catalogue/index.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { megaoctets } from '../base/francais.ts';
import type { Span } from '../base/span.ts';
import { closest } from '../base/suggestion.ts';
import type { Image } from '../document/arbre.ts';
import type { Host } from '../host/host.ts';
import { readImage } from '../sources/images.ts';
import { LIMITS, LOGO_EXTENSIONS } from '../sources/places.ts';

/** Chemin d'un fichier cité depuis un autre, relatif à la racine ; null s'il en sort. */
export function relativeTo(from: string, cited: string): string | null {
  if (/^([a-z]:|[\\/]|[a-z][a-z+.-]*:)/i.test(cited)) return null;
  const parts = from.split('/').slice(0, -1);
  for (const part of decode(cited).replaceAll('\\', '/').split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}

function decode(cited: string): string {
  try {
    return decodeURIComponent(cited);
  } catch {
    return cited;
  }
}

export interface Assets {
  /** Octets d'un fichier cité, ou null ; le constat est fait. */
  readonly bytes: (cited: string, from: string, span: Span | null) => Uint8Array | null;
  readonly image: (cited: string, from: string, span: Span | null) => Image | null;
  /** Logo d'un signataire, cherché par son nom dans logos/. */
  readonly logo: (id: string) => Image | null;
  readonly diagnostics: readonly Diagnostic[];
}

export function openAssets(host: Host): Assets {
  const diagnostics: Diagnostic[] = [];
  const logos = host.list('logos');
  const logoNames = logos.ok ? logos.entries.filter((e) => e.kind === 'file').map((e) => e.name) : [];

  const load = (path: string, cited: string, span: Span | null): Uint8Array | null => {
    const result = host.read(path, LIMITS.asset);
    if (result.ok) return result.bytes;
    if (result.why === 'absent') diagnostics.push(diagnostic('CTG0013', { chemin: cited }, span));
    else if (result.why === 'outside') diagnostics.push(diagnostic('CTG0007', { chemin: cited, raison: 'mène hors du dossier du territoire' }, span));
    else if (result.why === 'too-big') diagnostics.push(diagnostic('CTG0004', { fichier: path, taille: megaoctets(result.size ?? 0), limite: megaoctets(LIMITS.asset) }, span));
    else diagnostics.push(diagnostic('CTG0003', { fichier: path, raison: result.why === 'denied' ? 'l’accès est refusé' : result.why === 'loop' ? 'c’est un lien qui tourne en rond' : 'ce n’est pas un fichier lisible' }, span));
    return null;
  };
  const bytes = (cited: string, from: string, span: Span | null): Uint8Array | null => {
    const path = relativeTo(from, cited);
    if (path !== null) return load(path, cited, span);
    diagnostics.push(diagnostic('CTG0007', { chemin: cited, raison: 'mène hors du dossier du territoire' }, span));
    return null;
  };
  const asImage = (content: Uint8Array, name: string, span: Span | null): Image | null => {
    const info = readImage(content, name);
    if (!info.ok) {
      diagnostics.push(diagnostic('CTG0011', { fichier: name, attendu: 'une image utilisable', raison: info.raison }, span));
      return null;
    }
    const { media, width, height } = info;
    return media === 'image/svg+xml' ? { media, svg: new TextDecoder().decode(content), width, height } : { media, bytes: content, width, height };
  };
  const wanted = new Set<string>();
  return {
    bytes,
    get diagnostics() {
      return [...diagnostics, ...(wanted.size === 0 ? [] : unusedLogos(logoNames, wanted))];
    },
    image(cited, from, span) {
      const content = bytes(cited, from, span);
      return content === null ? null : asImage(content, cited, span);
    },
    logo(id) {
      wanted.add(id);
      const name = LOGO_EXTENSIONS.map((ext) => logoNames.find((n) => n.toLowerCase() === `${id}${ext}`)).find((n) => n !== undefined);
      if (name === undefined) return null;
      const path = `logos/${name}`;
      const span = { file: path, start: 0, end: 0 };
      const content = load(path, path, span);
      return content === null ? null : asImage(content, path, span);
    },
  };
}

/** Un logo dont le nom n'est celui d'aucun signataire manquerait en couverture sans un mot. */
function unusedLogos(names: readonly string[], wanted: ReadonlySet<string>): readonly Diagnostic[] {
  return names.flatMap((name) => {
    const dot = name.lastIndexOf('.');
    const [id, extension] = [name.slice(0, dot), name.slice(dot)];
    if (dot <= 0 || wanted.has(id.toLowerCase())) return [];
    const voulu = closest(id, wanted);
    const file = `logos/${name}`;
    return [diagnostic('CTG0008', { fichier: file, attendu: voulu === null ? null : `logos/${voulu}${extension}` }, { file, start: 0, end: 0 })];
  });
}
