/**
 * Lets others change the page under React: the translation of a browser, and many an extension, put elements of their
 * own in the place of texts. React then removes what is no longer there, or inserts before it, and the browser's
 * error would take the whole page away (facebook/react#11538). What is gone is gone; what has no place comes last.
 */
export function tolerateForeignChanges(): void {
  // oxlint-disable-next-line typescript/unbound-method -- both are called with the node they are asked of
  const { removeChild, insertBefore } = Node.prototype;
  Node.prototype.removeChild = function <T extends Node>(this: Node, child: T): T {
    return child.parentNode === this ? (removeChild.call(this, child) as T) : child;
  };
  Node.prototype.insertBefore = function <T extends Node>(this: Node, node: T, next: Node | null): T {
    return insertBefore.call(this, node, next?.parentNode === this ? next : null) as T;
  };
}
