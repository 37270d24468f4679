/** Ce que l'on demande par `--format` : un rapport sur la sortie standard au plus, et autant de fichiers que l'on veut. */
import { guillemets, NBSP } from '../base/francais.ts';
import { suggest } from '../base/suggestion.ts';
import type { ReportFormat } from '../report/index.ts';
import { UsageError } from './usage.ts';

export interface ReportRequest {
  readonly format: ReportFormat;
  /** Chemin depuis le dossier courant ; null : la sortie standard. */
  readonly file: string | null;
}

/** Chaque format et son lecteur ; le type oblige à les nommer tous. */
export const FORMAT_TEXTS: Readonly<Record<ReportFormat, string>> = {
  codeframe: 'à lire dans un terminal',
  json: 'pour un autre logiciel (schemas/json/diagnostics.schema.json)',
  sarif: 'SARIF 2.1.0, pour GitHub, Azure DevOps ou un éditeur',
  junit: 'JUnit XML, pour les tableaux d’essais',
  github: 'annotations de GitHub Actions',
  gitlab: 'Code Quality de GitLab',
  markdown: 'commentaire d’une demande de fusion',
  html: 'une page à lire ou à imprimer',
};
export const FORMATS = Object.keys(FORMAT_TEXTS) as ReportFormat[];

/** Lit un `--format nom` ou `--format nom=fichier` de plus. */
export function parseFormat(value: string, previous: readonly ReportRequest[] = []): readonly ReportRequest[] {
  const at = value.indexOf('=');
  const name = at === -1 ? value : value.slice(0, at);
  const file = at === -1 ? null : value.slice(at + 1);
  const format = FORMATS.find((f) => f === name);
  if (format === undefined) {
    const near = suggest(name, FORMATS);
    throw new UsageError(`${guillemets(name)} n’est pas un format de rapport.`, `${near === null ? '' : `${near} `}Formats${NBSP}: ${FORMATS.join(', ')}.`);
  }
  if (file === '') throw new UsageError(`Il manque le nom du fichier après ${guillemets(`${name}=`)}.`, `Par exemple${NBSP}: --format ${name}=rapport.${name === 'junit' ? 'xml' : name}`);
  if (file === null && previous.some((r) => r.file === null)) {
    throw new UsageError('Un seul rapport peut aller sur la sortie standard.', `Donnez un fichier aux autres${NBSP}: --format ${name}=fichier`);
  }
  return [...previous, { format, file }];
}

/** Lit un nombre entier, au moins 1. */
export function parseMax(value: string): number {
  if (!/^[1-9]\d{0,6}$/.test(value)) throw new UsageError(`${guillemets(value)} n’est pas une valeur de --max.`, `Donnez un nombre entier, au moins 1${NBSP}: --max 20`);
  return Number(value);
}

/** Lit un numéro de port : de 1024 à 65535, ou 0 pour laisser le système choisir. */
export function parsePort(value: string): number {
  const port = Number(value);
  if (!/^\d{1,5}$/.test(value) || (port !== 0 && port < 1024) || port > 65_535) throw new UsageError(`${guillemets(value)} n’est pas un numéro de port.`, `Donnez un nombre de 1024 à 65535${NBSP}: --port 5000`);
  return port;
}
