export { planCsv } from './csv.ts';
export { planJson } from './json.ts';
