/** API publique : compiler un territoire depuis un hôte, sans ligne de commande. */
export type { Diagnostic, Related, Severity } from './base/diagnostic.ts';
export type { Position, Span } from './base/span.ts';
export { SourceText } from './base/span.ts';
export type { Host } from './host/host.ts';
export { memoryHost } from './host/memory.ts';
export { findProject, nodeHost } from './host/node.ts';
export { recordingHost } from './host/recording.ts';
export type { CompileOptions, CompileResult, Output, Target } from './pipeline/compile.ts';
export { compile, TARGETS } from './pipeline/compile.ts';
export { memoryCache } from './pipeline/cache.ts';
