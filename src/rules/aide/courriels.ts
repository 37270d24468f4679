import { DOMAINES } from '../formes/personnes.ts';
import type { Reglages } from '../reglages.ts';
import { debutParmi } from './mots.ts';

/** De qui est une adresse électronique : d'un service, d'un particulier sur sa messagerie, ou de quelqu'un dans sa structure. */
export type Proprietaire = 'service' | 'particulier' | 'agent';

/** L'adresse est donnée en trois morceaux : entière, avant l'arobase, après. */
export function proprietaire({ liste }: Pick<Reglages, 'liste'>): (adresse: readonly (string | undefined)[]) => Proprietaire {
  const [services, messageries] = [debutParmi(liste('services')), liste('messageries')];
  return ([, avant = '', apres = '']) => {
    if (services.test(avant)) return 'service';
    return DOMAINES.test(apres) && messageries.includes(apres.replace(DOMAINES, '').toLowerCase()) ? 'particulier' : 'agent';
  };
}
