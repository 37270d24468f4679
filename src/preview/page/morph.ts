/**
 * Change un élément pour qu'il soit pareil à un autre, en gardant tout ce qui l'est déjà : la place de lecture, la sélection
 * et le travail déjà fait par le navigateur restent. Rend les éléments changés ou neufs.
 */
export function morph(from: Element, to: Element, changed: Element[] = []): Element[] {
  syncAttributes(from, to);
  const old = [...from.childNodes];
  const fresh = [...to.childNodes];
  let start = 0;
  while (start < old.length && start < fresh.length && (old[start] as Node).isEqualNode(fresh[start] as Node)) start += 1;
  let oldEnd = old.length;
  let freshEnd = fresh.length;
  while (oldEnd > start && freshEnd > start && (old[oldEnd - 1] as Node).isEqualNode(fresh[freshEnd - 1] as Node)) {
    oldEnd -= 1;
    freshEnd -= 1;
  }
  middle(from, old.slice(start, oldEnd), fresh.slice(start, freshEnd), old[oldEnd] ?? null, changed);
  return changed;
}

/** La partie du milieu, où quelque chose diffère : ce qui est identique se garde, ce qui se ressemble se change, le reste se remplace. */
function middle(parent: Element, old: readonly ChildNode[], fresh: readonly ChildNode[], after: ChildNode | null, changed: Element[]): void {
  const same = new Map<string, ChildNode[]>();
  for (const node of old) same.set(signature(node), [...(same.get(signature(node)) ?? []), node]);
  const kept = new Map<ChildNode, ChildNode>();
  const used = new Set<ChildNode>();
  for (const node of fresh) {
    const match = same.get(signature(node))?.shift();
    if (match === undefined) continue;
    kept.set(node, match);
    used.add(match);
  }
  const spare = old.filter((node) => !used.has(node));
  let cursor: ChildNode | null = old[0] ?? after;
  for (const node of fresh) {
    const place = kept.get(node) ?? alike(node, spare, changed) ?? imported(parent, node, changed);
    if (place === cursor) cursor = cursor.nextSibling;
    else parent.insertBefore(place, cursor);
  }
  for (const node of spare) node.remove();
}

/** Le premier nœud en trop qui ressemble à celui-ci, changé pour lui être pareil ; retiré de `spare`. */
function alike(node: ChildNode, spare: ChildNode[], changed: Element[]): ChildNode | undefined {
  const at = spare.findIndex((other) => resembles(other, node));
  if (at === -1) return undefined;
  const [found] = spare.splice(at, 1) as [ChildNode];
  if (found.nodeType === 1) morph(found as Element, node as Element, changed);
  else found.nodeValue = node.nodeValue;
  if (found.nodeType === 3 && found.parentElement !== null) changed.push(found.parentElement);
  return found;
}

function resembles(a: ChildNode, b: ChildNode): boolean {
  if (a.nodeType !== b.nodeType || a.nodeName !== b.nodeName) return false;
  if (a.nodeType !== 1) return true;
  const [x, y] = [a as Element, b as Element];
  return x.id === y.id && x.className === y.className;
}

function imported(parent: Element, node: ChildNode, changed: Element[]): ChildNode {
  const copy = parent.ownerDocument.importNode(node, true) as ChildNode;
  if (copy.nodeType === 1) changed.push(copy as Element);
  return copy;
}

const signature = (node: ChildNode): string => (node.nodeType === 1 ? (node as Element).outerHTML : `${node.nodeType} ${node.nodeValue}`);

function syncAttributes(from: Element, to: Element): void {
  for (const { name } of [...from.attributes]) if (!to.hasAttribute(name)) from.removeAttribute(name);
  for (const { name, value } of [...to.attributes]) if (from.getAttribute(name) !== value) from.setAttribute(name, value);
}
