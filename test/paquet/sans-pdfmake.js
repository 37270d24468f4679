// Préchargé avant ctg : charger pdfmake devient une panne.
import { register } from 'node:module';

const hooks = `export async function resolve(name, context, next) {
  if (name.startsWith('pdfmake')) throw new Error('pdfmake demandé : ' + name);
  return next(name, context);
}`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
