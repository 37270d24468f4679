/** Ce qu'il faut d'une police TrueType pour contrôler un PDF : largeurs, nombre de dessins, tables de caractères. */

export interface SousTable { readonly plateforme: number; readonly codage: number; readonly glyphe: (code: number) => number }
export interface TrueType {
  readonly glyphes: number;
  /** Largeur d'un dessin, en millièmes de cadratin. */
  readonly largeur: (glyphe: number) => number | null;
  readonly tables: readonly SousTable[];
}

/** Lit la police ; null si ce n'en est pas une, ou qu'elle est abîmée. */
export function lireTrueType(octets: Uint8Array): TrueType | null {
  try {
    return lire(octets);
  } catch {
    return null;
  }
}

function lire(octets: Uint8Array): TrueType | null {
  const vue = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  const debut = vue.getUint32(0) === 0x74746366 ? vue.getUint32(12) : 0;
  const tables = new Map<string, number>();
  for (let i = 0; i < vue.getUint16(debut + 4); i += 1) {
    const at = debut + 12 + i * 16;
    tables.set(String.fromCharCode(...octets.subarray(at, at + 4)), vue.getUint32(at + 8));
  }
  const [head, maxp, hhea, hmtx, cmap] = ['head', 'maxp', 'hhea', 'hmtx', 'cmap'].map((nom) => tables.get(nom));
  if (head === undefined || maxp === undefined || hhea === undefined || hmtx === undefined) return null;
  const cadratin = vue.getUint16(head + 18);
  const glyphes = vue.getUint16(maxp + 4);
  const mesures = vue.getUint16(hhea + 34);
  return {
    glyphes,
    largeur: (glyphe) => (glyphe >= glyphes || mesures === 0 ? null : (vue.getUint16(hmtx + Math.min(glyphe, mesures - 1) * 4) * 1000) / cadratin),
    tables: cmap === undefined ? [] : sousTables(vue, cmap),
  };
}

function sousTables(vue: DataView, cmap: number): readonly SousTable[] {
  return Array.from({ length: vue.getUint16(cmap + 2) }, (_, i) => {
    const at = cmap + 4 + i * 8;
    const debut = cmap + vue.getUint32(at + 4);
    return { plateforme: vue.getUint16(at), codage: vue.getUint16(at + 2), glyphe: (code: number) => chercher(vue, debut, code) };
  });
}

function chercher(vue: DataView, debut: number, code: number): number {
  try {
    switch (vue.getUint16(debut)) {
      case 0:
        return code < 256 ? vue.getUint8(debut + 6 + code) : 0;
      case 4:
        return format4(vue, debut, code);
      case 6: {
        const rang = code - vue.getUint16(debut + 6);
        return rang >= 0 && rang < vue.getUint16(debut + 8) ? vue.getUint16(debut + 10 + rang * 2) : 0;
      }
      case 12: {
        for (let i = 0; i < vue.getUint32(debut + 12); i += 1) {
          const at = debut + 16 + i * 12;
          if (code >= vue.getUint32(at) && code <= vue.getUint32(at + 4)) return vue.getUint32(at + 8) + code - vue.getUint32(at);
        }
        return 0;
      }
      default:
        return 0;
    }
  } catch {
    return 0;
  }
}

function format4(vue: DataView, debut: number, code: number): number {
  const segments = vue.getUint16(debut + 6) / 2;
  const fins = debut + 14;
  const debuts = fins + segments * 2 + 2;
  for (let i = 0; i < segments; i += 1) {
    if (code > vue.getUint16(fins + i * 2)) continue;
    const premier = vue.getUint16(debuts + i * 2);
    if (code < premier) return 0;
    const ecart = vue.getUint16(debuts + segments * 2 + i * 2);
    const at = debuts + segments * 4 + i * 2;
    const saut = vue.getUint16(at);
    if (saut === 0) return (code + ecart) & 0xffff;
    const glyphe = vue.getUint16(at + saut + (code - premier) * 2);
    return glyphe === 0 ? 0 : (glyphe + ecart) & 0xffff;
  }
  return 0;
}
