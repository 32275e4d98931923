const signs = ['pointerdown', 'keydown', 'input'] as const;
const early = { capture: true };

/**
 * Calls back once, when the person first touches the page: the moment to fetch code that no one needs before.
 * @returns takes the wish back
 */
export function onFirstUse(callback: () => void, target: EventTarget = document): () => void {
  const stop = () => signs.forEach((sign) => target.removeEventListener(sign, handle, early));
  const handle = () => {
    stop();
    callback();
  };
  for (const sign of signs) target.addEventListener(sign, handle, early);
  return stop;
}
