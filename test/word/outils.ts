import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzip } from './zip.ts';

/**
 * Un outil du système manque-t-il ? En intégration continue c'est une faute ; sur un poste, l'essai est sauté et le nom
 * de l'outil s'affiche.
 */
export function manque(outil: string, ...args: string[]): boolean {
  const found = spawnSync(outil, args, { stdio: 'ignore' }).error === undefined;
  if (found) return false;
  if (process.env['CI'] === 'true') throw new Error(`${outil} est introuvable : l’intégration continue doit l’installer.`);
  console.warn(`${outil} est introuvable : essais sautés.`);
  return true;
}

/** Donne un dossier temporaire, rendu après usage. */
export function dansUnDossier<T>(action: (dir: string) => T): T {
  const dir = mkdtempSync(join(tmpdir(), 'ctg-word-'));
  try {
    return action(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Passe des pages au validateur HTML ; rend ses messages. */
export function valider(pages: Readonly<Record<string, string>>): readonly { readonly type: string; readonly message: string; readonly extract?: string }[] {
  const jar = join(dirname(createRequire(import.meta.url).resolve('vnu-jar')), 'build/dist/vnu.jar');
  return dansUnDossier((dir) => {
    const files = Object.entries(pages).map(([name, html]) => {
      writeFileSync(join(dir, name), html);
      return join(dir, name);
    });
    const { stderr } = spawnSync('java', ['-jar', jar, '--format', 'json', ...files], { encoding: 'utf8', maxBuffer: 1 << 26 });
    return (JSON.parse(stderr) as { messages: { type: string; message: string; extract?: string }[] }).messages;
  });
}

/** Convertit une page en .docx par LibreOffice ; rend ses parties XML par leur nom. */
export function docx(html: string): ReadonlyMap<string, string> {
  return dansUnDossier((dir) => {
    writeFileSync(join(dir, 'convention.html'), html);
    execFileSync(
      'soffice',
      ['--headless', `-env:UserInstallation=${pathToFileURL(join(dir, 'profil'))}`, '--infilter=HTML (StarWriter)', '--convert-to', 'docx:MS Word 2007 XML', '--outdir', dir, join(dir, 'convention.html')],
      { stdio: 'ignore', timeout: 120_000 },
    );
    return unzip(readFileSync(join(dir, 'convention.docx')));
  });
}
