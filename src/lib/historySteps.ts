/** Longer than the steps of one burst are apart. */
const SETTLE_MS = 200;

/** Of the entry that is shown; not a number at one that the router has not made. */
const place = () => (history.state as { readonly idx?: number } | null)?.idx ?? Number.NaN;

/**
 * Sees to it that each step the router takes in the history arrives. To stay on a page it undoes a Back by a step of its
 * own, and takes whatever comes next for that one: a second Back, too, which can also swallow it. So until the router's
 * step has arrived, the router hears of no other, and after the last other one the rest of the way is taken.
 * Call it before the router is made: the window calls its listeners in the order in which they came.
 */
export function keepSteps(): void {
  const go = history.go.bind(history);
  let goal = Number.NaN;
  let timer: number | undefined;
  history.go = (steps = 0) => {
    goal = place() + steps;
    go(steps);
  };
  addEventListener('popstate', (event) => {
    clearTimeout(timer);
    const missing = goal - place();
    if (missing) {
      event.stopImmediatePropagation();
      timer = setTimeout(go, SETTLE_MS, missing);
    } else goal = Number.NaN;
  });
}
