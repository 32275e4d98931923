const signs = ['pointerdown', 'keydown', 'input'] as const;

/**
 * Calls back once, when the person first touches the page: the moment to fetch code that no one needs before.
 * @returns takes the wish back
 */
export function onFirstUse(callback: () => void, target: EventTarget = document): () => void {
  const stop = () => signs.forEach((sign) => target.removeEventListener(sign, handle, true));
  const handle = () => {
    stop();
    callback();
  };
  for (const sign of signs) target.addEventListener(sign, handle, true);
  return stop;
}
