/** Écrire des sources YAML, avec leur ligne d'éditeur, dans la mise en forme de « ctg fmt ». */
import { Document, isMap, isScalar, isSeq, visit } from 'yaml';

/** Listes qui se lisent mieux sur une ligne : des identifiants, des années. */
const EN_LIGNE = new Set(['pilotes', 'partenaires', 'echeances', 'thematiques_associees']);

/** Chemin vers le schéma d'une sorte de fichier, d'après la ligne d'éditeur de ctg.yaml. */
export function versSchema(ctgYaml: string | null, sorte: string, remontee: string): string {
  const connu = /^# yaml-language-server: \$schema=(.*)ctg\.schema\.json\s*$/m.exec(ctgYaml ?? '')?.[1];
  return `${remontee}${connu ?? '.vscode/schemas/'}${sorte}.schema.json`;
}

/** Un fichier YAML : sa ligne d'éditeur, des commentaires, une valeur. */
export function enYaml(schema: string, valeur: unknown, commentaires: readonly string[] = []): string {
  const document = new Document(valeur);
  visit(document, {
    Pair(_, pair) {
      if (isScalar(pair.key) && isSeq(pair.value) && EN_LIGNE.has(String(pair.key.value))) pair.value.flow = true;
      if (isScalar(pair.key) && isMap(pair.value) && pair.value.items.length === 0) pair.value.flow = true;
    },
  });
  const lignes = [`# yaml-language-server: $schema=${schema}`, ...commentaires.map((c) => `# ${c}`)];
  return `${lignes.join('\n')}\n${document.toString({ lineWidth: 0, flowCollectionPadding: false })}`;
}
