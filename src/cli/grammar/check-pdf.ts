import { choice, type Declare, traceOption, withExamples } from './command.ts';

export interface CheckPdfOptions {
  readonly format: (typeof FORMATS)[number];
}

const FORMATS = ['codeframe', 'json'] as const;

export const declareCheckPdf: Declare = (add, run) => {
  const command = add('check-pdf', 'contrôle qu’un PDF est accessible (PDF/UA-1) et archivable (PDF/A-3a), condition par condition', [{ name: 'fichier', meaning: 'le PDF à contrôler', required: true }])
    .addOption(choice('--format <format>', 'codeframe, à lire dans un terminal (par défaut), ou json, pour un autre logiciel', FORMATS, 'codeframe'))
    .addOption(traceOption())
    .action((file: string, options: CheckPdfOptions) => run(async ({ io }) => (await import('../commands/check-pdf.ts')).checkPdf(io, file, options)));
  withExamples(command, 'ctg check-pdf sortie/convention.pdf', 'ctg check-pdf annexes/diagnostic.pdf --format json');
};
