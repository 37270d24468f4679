export declare const NOMS: readonly string[];
