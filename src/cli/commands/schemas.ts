import path from 'node:path';
import { combien, NBSP } from '../../base/francais.ts';
import { REPORTERS } from '../../report/index.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { wantsColor } from '../io.ts';
import { openProject, type Session, shown } from '../session.ts';
import { writeOutputs } from '../write-outputs.ts';

/** `ctg schemas` : les schémas que l'éditeur lit, refaits d'après cette version de ctg et les identifiants du territoire. */
export async function schemas({ io }: Session, directory: string | undefined): Promise<ExitCode> {
  const project = openProject(io, directory);
  const complain = (found: Parameters<typeof REPORTERS.codeframe>[0]): ExitCode => {
    io.stderr.write(REPORTERS.codeframe(found, new Map(), { color: wantsColor(io, io.stderr) }));
    return EXIT.usage;
  };
  if (!('host' in project)) return complain([project]);
  const { identifiants } = await import('../../pipeline/identifiants.ts');
  const { schemaDuTerritoire } = await import('../../init/schemas.ts');
  const { schemasDe } = await import('../../init/depot.ts');
  const { host, root } = project;
  const propositions = identifiants(host);
  const outputs = schemasDe(host.resources('schemas/json')).map((name) => {
    const bytes = host.resource(`schemas/json/${name}`);
    if (bytes === null) throw new Error(`schéma absent de l’installation : ${name}`);
    return { path: name, bytes: new TextEncoder().encode(schemaDuTerritoire(new TextDecoder().decode(bytes), propositions)) };
  });
  const [written, failures] = writeOutputs(path.join(root, '.vscode/schemas'), outputs, (file) => shown(io, file));
  if (failures.length > 0) return complain(failures);
  const count = Object.values(propositions).reduce((n, choix) => n + choix.size, 0);
  io.stdout.write(`${combien(written.length, 'schéma')} à jour dans ${shown(io, path.join(root, '.vscode/schemas'))}${NBSP}: ${combien(count, 'identifiant')} à proposer\n`);
  return EXIT.sound;
}
