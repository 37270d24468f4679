/** Les contours de communes.geojson, rapprochés des communes du territoire par leur code Insee. */
import type { Contours } from '../../schemas/contours.ts';
import type { TypedFile } from './input.ts';
import type { Commune, Contour } from './projet.ts';

export const codeInsee = (commune: Commune): string | null => commune.insee ?? commune.officielle?.code ?? null;

/** Code Insee → contour, dans l'ordre des communes du territoire. */
export function resolveContours(file: TypedFile<Contours> | undefined, communes: readonly Commune[]): ReadonlyMap<string, Contour> {
  const found = new Map((file?.value.features ?? []).map((feature) => [feature.properties.code, feature.geometry] as const));
  return new Map(communes.flatMap((commune): [string, Contour][] => {
    const code = codeInsee(commune);
    const geometry = code === null ? undefined : found.get(code);
    if (code === null || geometry === undefined) return [];
    const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
    return [[code, { code, nom: commune.nom, anneaux: rings.map((ring) => ring.map(([x, y]) => [x, y] as const)) }]];
  }));
}
