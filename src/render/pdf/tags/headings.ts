/** Niveaux des titres : sans saut, quelle que soit la façon dont les pièces s'emboîtent. */
import type { Element } from './element.ts';

/** Pose le niveau définitif de chaque titre : 2 puis 4 deviennent 1 puis 2 ; deux titres de même niveau le restent. */
export function settleHeadings(root: Element): void {
  const open: number[] = [];
  const visit = (element: Element): void => {
    if (element.type === 'H') {
      const wanted = element.tag.level ?? 1;
      while (open.length > 0 && (open[open.length - 1] as number) >= wanted) open.pop();
      open.push(wanted);
      element.level = Math.min(open.length, 6);
    }
    element.children().forEach(visit);
  };
  visit(root);
}
