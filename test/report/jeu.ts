import type { Diagnostic, Severity } from '../../src/base/diagnostic.ts';
import { SourceText } from '../../src/base/span.ts';
import type { CodeDescription, ReportContext, Sources } from '../../src/report/index.ts';

/** Tout ce qui peut gêner une sortie : balises, entités, Markdown, commandes, noms et numéros qui interpellent. */
export const PIEGE = 'a <b>b</b> & "c" ]]> {d} [e](f) `g` *h* @maire #12 !3 | www.caf.fr https://caf.fr 100 % x,y:z \u202E\u0001\uFFFE ::error::';

export const texte = new SourceText('plan été/1 – a,b.yaml', `un: 1\r\ndeux: « é » ${PIEGE}\n  trois:\n    - quatre\n\tcinq\n`);
export const autre = new SourceText('convention.yaml', 'modele: x\nmodele: x\n');
export const sources: Sources = new Map([[texte.file, texte], [autre.file, autre], ['templates/clauses/objet.md.hbs', new SourceText('templates/clauses/objet.md.hbs', 'x')]]);

/** Un constat sur la n-ième apparition d'un texte. */
export function constat(source: SourceText, needle: string, change: Partial<Diagnostic> = {}, rang = 0): Diagnostic {
  let start = source.text.indexOf(needle);
  for (let i = 0; i < rang; i++) start = source.text.indexOf(needle, start + 1);
  if (start === -1) throw new Error(`« ${needle} » n’est pas dans ${source.file}`);
  return { code: 'CTG3001', severity: 'erreur', title: 'Référence inconnue', message: 'Message.', hint: null, related: [], span: { file: source.file, start, end: start + needle.length }, ...change };
}

export const constats: readonly Diagnostic[] = [
  constat(texte, 'un', { severity: 'information', code: 'CTG4214', title: 'Pour information', message: 'Rien à faire.' }),
  constat(texte, 'é', { message: `${PIEGE}\nseconde ligne`, hint: `Écrivez {{caf}} ou [](article:duree), ${PIEGE}`, related: [{ message: `voir ${PIEGE}`, span: { file: autre.file, start: 0, end: 6 } }] }, 0),
  constat(texte, 'trois:\n    - quatre', { code: 'CTG2001', title: 'Sur deux lignes', severity: 'avertissement' }),
  constat(autre, 'modele', { code: 'CTG2002' }),
  constat(autre, 'modele', { code: 'CTG2002' }, 1),
  { ...constat(autre, 'x'), code: 'CTG0003', span: { file: 'perdu.yaml', start: 0, end: 0 } },
  { ...constat(autre, 'x'), code: 'CTG0002', span: null, message: 'Le fichier a.yaml manque.' },
];

export const codes: readonly CodeDescription[] = ['CTG0002', 'CTG0003', 'CTG2001', 'CTG2002', 'CTG3001'].map((code) => ({ code, title: `Titre d’été de ${code}`, severity: 'erreur' as Severity, description: 'Ce que dit le code.', page: `# ${code}\n\nTexte.\n` }));

export const contexte: ReportContext = { version: '1.2.3', color: false, max: null, project: 'Val d’été & <Cie>', path: (file) => (file.startsWith('templates/') ? file : `territoires/${file}`), codes };
