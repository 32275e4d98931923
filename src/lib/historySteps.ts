/** Longer than the steps of one burst are apart. */
const SETTLE_MS = 200;

const place = () => (history.state as { readonly idx?: number } | null)?.idx ?? Number.NaN;

/**
 * Sees to it that each step the router takes in the history arrives. To stay on a page it undoes a Back by a step of its
 * own, and takes whatever comes next for that one: a second Back, too, which can also swallow it. So until the router's
 * step has arrived, the router hears of no other, and after the last other one the rest of the way is taken.
 * Call it before the router is made: the window calls its listeners in the order in which they came.
 */
export function keepSteps(): void {
  const go = history.go.bind(history);
  let goal: number | null = null;
  let timer: number | undefined;
  history.go = (steps = 0) => {
    goal = place() + steps;
    go(steps);
  };
  addEventListener('popstate', (event) => {
    clearTimeout(timer);
    if (goal === null) return;
    const missing = goal - place();
    if (missing === 0) {
      goal = null;
      return;
    }
    event.stopImmediatePropagation();
    // An entry of another’s has no place, and a step of NaN would be a reload.
    if (missing) timer = setTimeout(go, SETTLE_MS, missing);
  });
}
