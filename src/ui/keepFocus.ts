const focusable = [
  ...['a[href]', 'button', 'input', 'select', 'textarea', 'summary'].map(
    (control) => `${control}:not(:disabled, [tabindex="-1"])`,
  ),
  '[tabindex="0"]',
].join();

/** Where something stood that is gone now. */
interface Gap {
  readonly parent: Node;
  readonly before: Node | null;
}

/**
 * A button may take itself away (“Dismiss”, “Undo”, “Try again”), and the browser then gives the focus to the body: the
 * next Tab would begin at the top. What comes next where it stood gets the focus instead, within an open dialog or the
 * page's main part; else what came before; else the page's heading. Whoever moves the focus on purpose comes first.
 * @returns the undoing
 */
export function keepFocus(): () => void {
  let last: Element | null = null;
  let lastPath = '';
  let gap: Gap | null = null;

  const note = ({ target }: FocusEvent) => {
    if (!(target instanceof Element)) return;
    last = target;
    lastPath = location.pathname;
    gap = null;
  };
  /** A press beside everything takes the focus away on purpose. */
  const forget = () => {
    setTimeout(() => {
      const isTaken = last?.isConnected && document.hasFocus() && document.activeElement === document.body;
      if (isTaken) last = null;
    });
  };
  const rescue = () => {
    const lost = last;
    // After a navigation the next page has a place of its own for the focus.
    if (!lost || lost.isConnected || !gap || location.pathname !== lastPath) return;
    const { activeElement } = document;
    if (activeElement && activeElement !== document.body && !activeElement.matches('dialog')) return;
    last = null;
    neighbourOf(gap)?.focus();
  };
  const observer = new MutationObserver((records) => {
    if (!last || last.isConnected || gap) return;
    const record = records.find(({ removedNodes }) => [...removedNodes].some((node) => node.contains(last)));
    if (!record) return;
    gap = { parent: record.target, before: record.previousSibling };
    // Later than whatever the rendering that did it has in mind for the focus.
    setTimeout(rescue);
  });

  document.addEventListener('focusin', note);
  document.addEventListener('focusout', forget);
  observer.observe(document.body, { childList: true, subtree: true });
  return () => {
    document.removeEventListener('focusin', note);
    document.removeEventListener('focusout', forget);
    observer.disconnect();
  };
}

function neighbourOf({ parent, before }: Gap): HTMLElement | null {
  const dialogs = document.querySelectorAll<HTMLElement>('dialog:modal');
  const scope = [...dialogs].at(-1) ?? document.querySelector<HTMLElement>('main') ?? document.body;
  const all = [...scope.querySelectorAll<HTMLElement>(focusable)].filter(
    (element) => element.checkVisibility({ visibilityProperty: true }) && !isPassedOver(element, scope),
  );
  const isAfter = (element: Node) =>
    before?.isConnected
      ? isFollowing(element, before) && !before.contains(element)
      : parent.contains(element) || isFollowing(element, parent);
  return all.find(isAfter) ?? all.at(-1) ?? scope.querySelector<HTMLElement>('h1, h2');
}

/** Of a group of radio buttons Tab leads to the one that is chosen. */
const isPassedOver = (element: HTMLElement, scope: HTMLElement): boolean =>
  element instanceof HTMLInputElement &&
  element.type === 'radio' &&
  !element.checked &&
  scope.querySelector(`input[type="radio"][name="${CSS.escape(element.name)}"]:checked`) !== null;

const isFollowing = (element: Node, other: Node): boolean =>
  (other.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
