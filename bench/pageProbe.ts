// oxlint-disable unicorn/consistent-function-scoping -- what runs in the page brings along all that it needs
// What is measured inside the page. Each function is sent there whole, so it uses nothing from outside.

/** Before the page's own scripts: room for the entries of hundreds of requests, and a look at each frame. */
export function watchForRows(): void {
  performance.setResourceTimingBufferSize(5000);
  const look = () => {
    if (document.querySelector('[aria-label="Sections"] > li')) performance.mark('bench.rows');
    else requestAnimationFrame(look);
  };
  look();
}

export interface Loaded {
  readonly firstRows: number;
  readonly filled: number;
  readonly requests: number;
}

/** When the first rows and the rules of all rows were there, in ms since the navigation. */
export async function loaded(batches: number): Promise<Loaded> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const api = () => performance.getEntriesByType('resource').filter(({ name }) => name.includes('/api/'));
  const isRead = () => api().filter(({ name }) => name.includes('/?id=')).length >= batches;
  // A rule is a text that reads from the side on which it begins; until it is known a grey bar stands there.
  const isFilled = () =>
    [...document.querySelectorAll('[aria-label="Sections"] > li')].every((row) =>
      row.querySelector('p [dir="auto"]'),
    );
  while (!isRead() || !isFilled()) await frame();
  const filled = performance.now();
  const [rows] = performance.getEntriesByName('bench.rows');
  return { firstRows: rows?.startTime ?? Number.NaN, filled, requests: api().length };
}

export interface Awaited {
  readonly event: 'keydown' | 'click';
  readonly selector: string;
  /** Any of the elements of `selector` has this text, or this value of an attribute. */
  readonly text?: string;
  readonly attribute?: readonly [name: string, value: string];
}

/** From the next event of a kind to the frame in which the page shows what is waited for, in ms. */
export function untilShown({ event, selector, text, attribute }: Awaited): void {
  const isShown = () =>
    [...document.querySelectorAll(selector)].some(
      (element) =>
        (text === undefined || element.textContent.includes(text)) &&
        (!attribute || element.getAttribute(attribute[0]) === attribute[1]),
    );
  const measured = new Promise<number>((resolve) => {
    addEventListener(
      event,
      ({ timeStamp }) => {
        const look = () => (isShown() ? resolve(performance.now() - timeStamp) : requestAnimationFrame(look));
        requestAnimationFrame(look);
      },
      { once: true, capture: true },
    );
  });
  Object.assign(window, { measured });
}

export const measured = (): Promise<number> => (window as unknown as { measured: Promise<number> }).measured;

/** Scrolls like a wheel for a second: the median and the slowest of its frames, and the most elements there were. */
export async function scrolling(): Promise<{ median: number; slowest: number; elements: number }> {
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const times: number[] = [];
  let elements = 0;
  let before = await frame();
  for (let step = 0; step < 60; step++) {
    scrollBy(0, 400);
    const now = await frame();
    times.push(now - before);
    before = now;
    elements = Math.max(elements, document.querySelectorAll('*').length);
  }
  times.sort((a, b) => a - b);
  return { median: times[30] ?? Number.NaN, slowest: times.at(-1) ?? Number.NaN, elements };
}
