/** Sigles que ctg connaît partout en France : ceux de templates/glossaire.yaml, qui les explique (un essai compare les deux listes). */
export const SIGLES_NATIONAUX: readonly string[] = [
  'AAH', 'ABS', 'ACF', 'AEEH', 'AF', 'AGC', 'ALSH', 'APL', 'ARS', 'ASF', 'ATSEM', 'AVIP', 'AVS', 'Caf', 'CAF', 'Carsat', 'CASF', 'CCAS', 'CEJ',
  'CGCT', 'CIAS', 'CLAS', 'CLS', 'CMG', 'Cnaf', 'CNIL', 'Cog', 'COG', 'COPIL', 'COSTRAT', 'COTECH', 'CPAM', 'CTG', 'DGS', 'DPD', 'EAJE', 'EPCI',
  'EPN', 'ESMS', 'ETP', 'EVS', 'FJT', 'Insee', 'LAEP', 'MAM', 'MSA', 'Paje', 'PAJE', 'PEdT', 'PMI', 'PRH', 'PS', 'PSU', 'QPV', 'REAAP', 'RGPD', 'RIJ',
  'RPE', 'RSA', 'SDAVS', 'SDSF', 'SPPE',
];
