const FIRST_WAIT_MS = 1000;
const MAX_TRIES = 6;

function askAgain({ target }: Event): void {
  if (!(target instanceof HTMLLinkElement) || target.rel !== 'stylesheet') return;
  const tries = Number(target.dataset['tries'] ?? 0) + 1;
  if (tries > MAX_TRIES) return;
  const next = target.cloneNode() as HTMLLinkElement;
  next.dataset['tries'] = String(tries);
  setTimeout(() => target.replaceWith(next), FIRST_WAIT_MS * 2 ** (tries - 1));
}

/**
 * Asks again for a style sheet that did not come. The bundler's loader asks once for each: a part of the page that is
 * tried again would stand there without its style.
 */
export function retryStyles(): void {
  addEventListener('error', askAgain, true);
}
