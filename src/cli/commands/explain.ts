import { STAGES } from '../../base/catalogue/textes.ts';
import { guillemets, NBSP } from '../../base/francais.ts';
import { suggest } from '../../base/suggestion.ts';
import { codeDescriptions } from '../codes.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { type Io, wantsColor } from '../io.ts';
import { UsageError } from '../usage.ts';

/** `ctg explain` : la page d'un code, ou la liste de tous. */
export async function explain(io: Io, wanted: string | undefined): Promise<ExitCode> {
  const codes = await codeDescriptions(io.packageRoot);
  const bold = (text: string): string => (wantsColor(io, io.stdout) ? `\u001B[1m${text}\u001B[0m` : text);
  if (wanted === undefined) {
    const sections = Object.entries(STAGES).map(([prefix, title]) =>
      [bold(`${prefix}xxx — ${title}`), ...codes.filter((c) => c.code.startsWith(prefix)).map((c) => `  ${c.code}  ${c.title}`)].join('\n'),
    );
    io.stdout.write(`${sections.join('\n\n')}\n`);
    return EXIT.sound;
  }
  const code = wanted.toUpperCase().replace(/^(?=\d{4}$)/, 'CTG');
  const found = codes.find((c) => c.code === code);
  if (found === undefined) {
    const near = suggest(code, codes.map((c) => c.code));
    throw new UsageError(`${guillemets(wanted)} n’est pas un code de ctg.`, `${near === null ? '' : `${near} `}La liste des codes${NBSP}: ctg explain`);
  }
  io.stdout.write(found.page.replace(/^#+ .*$/gm, bold));
  return EXIT.sound;
}
