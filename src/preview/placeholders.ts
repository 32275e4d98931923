import { hostOf, loadableImage } from './addresses';

const embeds = 'iframe, embed, object, video, audio';

function note(document: Document, text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = 'preview-note';
  element.textContent = text;
  return element;
}

function embedAddress(embed: Element): string | null {
  return (
    embed.getAttribute('src') ??
    embed.getAttribute('data') ??
    embed.querySelector('source[src]')?.getAttribute('src') ??
    null
  );
}

/** Puts a sentence in the place of every embed. @returns how many there were */
export function replaceEmbeds(root: ParentNode, document: Document): number {
  // An embed inside another (object > embed) is one to the reader.
  const outermost = Array.from(root.querySelectorAll(embeds)).filter(
    (embed) => !embed.parentElement?.closest(embeds),
  );
  for (const embed of outermost) {
    const host = hostOf(embedAddress(embed));
    const what = host === null ? 'Embedded content' : `Embedded content from ${host}`;
    embed.replaceWith(note(document, `${what} is not loaded in the preview`));
  }
  return outermost.length;
}

/** Lets images load without a referrer, or puts a sentence in their place. @returns how many were replaced */
export function prepareImages(root: ParentNode, document: Document): number {
  let replaced = 0;
  for (const image of root.querySelectorAll('img')) {
    const address = image.getAttribute('src');
    const loadable = loadableImage(address);
    if (loadable !== null) {
      image.referrerPolicy = 'no-referrer';
      image.loading = 'lazy';
      image.decoding = 'async';
      image.setAttribute('src', loadable);
    } else if (address) {
      const name = image.alt === '' ? 'Image' : `Image “${image.alt}”`;
      const shown = address.length > 120 ? `${address.slice(0, 120)}…` : address;
      image.replaceWith(note(document, `${name} is not loaded in the preview: ${shown}`));
      replaced += 1;
    }
  }
  return replaced;
}

/** The frame can open nothing: links keep their looks and tell their address on hover. */
export function makeLinksInert(root: ParentNode): void {
  for (const link of root.querySelectorAll('a[href]')) {
    const address = link.getAttribute('href') ?? '';
    link.removeAttribute('href');
    link.className = 'preview-link';
    link.setAttribute('title', address);
  }
}
