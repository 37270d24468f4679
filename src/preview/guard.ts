/** Ce que le serveur refuse avant de regarder l'adresse demandée : tout ce qui ne vient pas de sa propre page. */
import type { IncomingHttpHeaders } from 'node:http';

export interface Refusal {
  readonly status: 403 | 405 | 421;
  readonly reason: string;
}

const NAMES = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Dit pourquoi refuser une requête, ou null.
 *
 * - Host : un site qui fait pointer son nom vers 127.0.0.1 (« DNS rebinding ») n'a pas le nôtre.
 * - Origin et Sec-Fetch-Site : une page d'un autre site, ou d'un autre port, ne nous demande rien.
 * - Méthode : rien ne s'écrit par le réseau ; lire suffit.
 */
export function refuse(method: string | undefined, headers: IncomingHttpHeaders, port: number): Refusal | null {
  const hosts = NAMES.map((name) => `${name}:${port}`);
  if (headers.host === undefined || !hosts.includes(headers.host.toLowerCase())) return { status: 421, reason: 'Cette adresse n’est pas celle de la page de ctg.' };
  if (headers.origin !== undefined && !hosts.some((host) => headers.origin === `http://${host}`)) return { status: 403, reason: 'Une autre page ne peut pas lire celle-ci.' };
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return { status: 403, reason: 'Une autre page ne peut pas lire celle-ci.' };
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, reason: 'Cette page se lit seulement.' };
  return null;
}

/** En-têtes de toute réponse. */
export const COMMON: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** Ce que chaque sorte de page a le droit de charger : rien du dehors, aucun script dans les documents. */
export const POLICIES = {
  page: "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  document: "default-src 'none'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
  // Ouvert à part, dans le lecteur du navigateur, qui apporte ses propres styles.
  pdf: "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; img-src data: blob:; frame-ancestors 'none'",
  file: "default-src 'none'; frame-ancestors 'none'",
} as const;
