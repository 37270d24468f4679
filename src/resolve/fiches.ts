import type { RootContent } from 'mdast';
import { SECTIONS_FICHE } from '../../schemas/entetes.ts';
import { extrait } from '../base/caracteres.ts';
import { diagnostic } from '../base/catalogue/index.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { enIdentifiant } from '../base/francais.ts';
import { closest, suggest } from '../base/suggestion.ts';
import { prose, type ResolveInput } from './input.ts';
import { plainText, spanOf } from './markdown.ts';
import type { Action, Fiche, SectionContenu } from './projet.ts';

/** Fiches-actions dans l'ordre de leurs fichiers, numérotées de bout en bout. */
export function resolveFiches(input: ResolveInput, actions: readonly Action[], diagnostics: Diagnostic[]): readonly Fiche[] {
  const demandees = input.modele?.value.fiche?.sections_obligatoires ?? [];
  const byId = new Map(actions.map((a) => [a.id, a]));
  return input.files('fiche-action').map((file, rang) => {
    const base = prose(file);
    const own: Action[] = [];
    for (const [i, id] of file.value.actions.entries()) {
      const action = byId.get(id);
      if (action !== undefined) own.push(action);
      else if (!input.incomplets.has('plan')) {
        diagnostics.push(diagnostic('CTG3001', { quoi: 'Aucune action', id, suggestion: suggest(id, byId.keys()), ou: 'le dossier plan/' }, file.at(['actions', i])));
      }
    }
    const thematique = file.value.thematique ?? own[0]?.thematique ?? null;
    return { ...base, actions: own, titre: file.value.titre ?? own[0]?.value.titre ?? file.id, thematique, numero: rang + 1, sections: sections(base.body.children, file.path, demandees, diagnostics) };
  });
}

const TITLES = SECTIONS_FICHE.map((s) => s.titre);
const EXPECTED = { liste: 'une liste de phrases', etapes: 'une liste d’étapes' } as const;

function sections(children: readonly RootContent[], file: string, demandees: readonly string[], diagnostics: Diagnostic[]): readonly SectionContenu[] {
  const found: { id: SectionContenu['id']; titre: string; contenu: RootContent[]; span: SectionContenu['span']; kind: string }[] = [];
  let skipping = false;
  for (const node of children) {
    if (node.type === 'heading') {
      const titre = plainText(node);
      const span = spanOf(node, file);
      let section = SECTIONS_FICHE.find((s) => enIdentifiant(s.titre) === enIdentifiant(titre));
      if (section === undefined) {
        diagnostics.push(diagnostic('CTG2008', { titre: extrait(titre), suggestion: suggest(titre, TITLES), admis: TITLES }, span));
        // Un titre presque juste vaut la section voulue : elle ne manque pas.
        const voulu = closest(titre, TITLES);
        section = SECTIONS_FICHE.find((s) => s.titre === voulu && !found.some((f) => f.id === s.id));
      }
      skipping = section === undefined || found.some((f) => f.id === section.id);
      if (section === undefined) continue;
      if (skipping) diagnostics.push(diagnostic('CTG2010', { titre }, span));
      else found.push({ id: section.id, titre: section.titre, contenu: [], span, kind: section.contenu });
    } else if (node.type !== 'definition' && node.type !== 'footnoteDefinition' && !skipping) {
      const current = found.at(-1);
      if (current === undefined) diagnostics.push(diagnostic('CTG2011', { ou: 'de section' }, spanOf(node, file)));
      else current.contenu.push(node);
    }
  }
  for (const section of found) {
    // Une section vide que le modèle demande est l'affaire de sa règle.
    if (section.contenu.length === 0 && demandees.includes(section.id)) continue;
    if (section.kind !== 'texte' && !section.contenu.some((n) => n.type === 'list')) {
      diagnostics.push(diagnostic('CTG2009', { titre: section.titre, attendu: EXPECTED[section.kind as keyof typeof EXPECTED] }, section.span));
    }
  }
  return found.map(({ kind: _, ...section }) => section);
}
