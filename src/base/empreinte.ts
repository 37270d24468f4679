/** Une empreinte courte et stable d'un texte : FNV-1a sur 64 bits, en hexadécimal. Pour reconnaître, pas pour protéger. */
export function empreinte(texte: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(texte)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}
