import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Preview } from '../../src/preview/index.ts';
import { copier, dansUnDossier } from '../cli/outils.ts';
import { demander, ouvrir } from './outils.ts';

let preview: Preview;
let fermer = (): void => undefined;

beforeAll(async () => {
  const pret = new Promise<void>((resolve, reject) => {
    void dansUnDossier(async (cwd) => {
      copier('minimal', cwd);
      preview = await ouvrir(cwd);
      await preview.refresh();
      resolve();
      await new Promise<void>((arret) => (fermer = arret));
      await preview.close();
    }).catch(reject);
  });
  await pret;
});
afterAll(() => fermer());

const statut = async (path: string, options: Parameters<typeof demander>[2] = {}): Promise<number> => (await demander(preview.port, path, options)).status;

describe('le serveur de la page', () => {
  it('sert sa page, et ses fichiers, avec une CSP qui n’admet que lui', async () => {
    for (const path of ['/', '/document', '/plan', '/page.js', '/page.css', '/feuilles.css', '/polices.css', '/pdf-viewer.js', '/pdf.worker.js', '/polices/SourceSans3_400Regular.ttf']) {
      const { status, headers, texte } = await demander(preview.port, path);
      expect([path, status, texte.length > 50]).toEqual([path, 200, true]);
      expect(headers['content-security-policy'], path).toMatch(/^default-src 'none'/);
      expect(headers['content-security-policy'], path).not.toMatch(/https?:|\*|unsafe-eval/);
      expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cross-origin-resource-policy': 'same-origin' });
    }
    expect((await demander(preview.port, '/')).headers['content-security-policy']).not.toContain('unsafe-inline');
  });

  it('n’écoute que cette machine', () => {
    expect(preview.url).toBe(`http://127.0.0.1:${preview.port}/`);
  });

  it.each(['evil.example', 'evil.example:80', '127.0.0.1', '127.0.0.1:1', '127.0.0.1.evil.example', 'localhost.evil.example', '0.0.0.0', ''])('refuse le nom d’hôte « %s »', async (host) => {
    const complet = host === '127.0.0.1.evil.example' || host === 'localhost.evil.example' || host === '0.0.0.0' ? `${host}:${preview.port}` : host;
    for (const path of ['/', '/evenements', '/convention.pdf']) expect([path, await statut(path, { headers: { host: complet } })]).toEqual([path, 421]);
  });

  it('accepte les noms de cette machine', async () => {
    for (const host of [`127.0.0.1:${preview.port}`, `localhost:${preview.port}`, `LOCALHOST:${preview.port}`]) expect(await statut('/', { headers: { host } })).toBe(200);
  });

  it('refuse les pages d’ailleurs, même d’un autre port de cette machine', async () => {
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:1', `https://127.0.0.1:${preview.port}`, `http://127.0.0.1:${preview.port}.evil.example`]) {
      for (const path of ['/', '/evenements', '/convention.pdf']) expect([origin, await statut(path, { headers: { origin } })]).toEqual([origin, 403]);
    }
    for (const site of ['cross-site', 'same-site']) expect(await statut('/evenements', { headers: { 'sec-fetch-site': site } })).toBe(403);
    for (const site of ['same-origin', 'none']) expect(await statut('/', { headers: { 'sec-fetch-site': site } })).toBe(200);
    expect(await statut('/', { headers: { origin: `http://127.0.0.1:${preview.port}` } })).toBe(200);
  });

  it('ne fait que lire', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']) expect([method, await statut('/', { method })]).toEqual([method, 405]);
    const { status, texte } = await demander(preview.port, '/', { method: 'HEAD' });
    expect([status, texte]).toEqual([200, '']);
  });

  it('ne sert aucun fichier du territoire ni du disque, quel que soit le chemin', async () => {
    const chemins = ['/ctg.yaml', '/plan/plan.yaml', '/../ctg.yaml', '/polices/../../../package.json', '/polices/..%2f..%2fpackage.json', '/polices/%2e%2e/%2e%2e/theme.yaml', '//etc/passwd', '/etc/passwd', '/dist/cli.js', '/page.html', '/polices/', '/%', '/polices/..\\..\\theme.yaml', '/C:/Windows/win.ini', '/convention.pdf/..%00', 'http://evil.example/', '*'];
    for (const path of chemins) expect([path, await statut(path)]).toEqual([path, 404]);
  });

  it('un port pris : le suivant', () =>
    dansUnDossier(async (cwd) => {
      copier('minimal', cwd);
      const occupant = createServer();
      await new Promise<void>((resolve) => void occupant.listen(0, '127.0.0.1', resolve));
      const { port } = occupant.address() as AddressInfo;
      const autre = await ouvrir(cwd, { port });
      expect(autre.port).toBeGreaterThan(port);
      expect(autre.port).toBeLessThan(port + 20);
      await autre.close();
      occupant.close();
    }));

  it('donne le PDF à la demande', async () => {
    const { status, headers, texte } = await demander(preview.port, '/convention.pdf');
    expect([status, headers['content-type'], texte.slice(0, 5)]).toEqual([200, 'application/pdf', '%PDF-']);
  });
});
