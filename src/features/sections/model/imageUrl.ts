import { trimInvisible } from '#/lib/text';

export type ImageUrlCheck =
  /** `url` is what to send; `warning` is said, and stops nothing. */
  | { readonly ok: true; readonly url: string; readonly warning: string | null }
  | { readonly ok: false; readonly error: string };

const MAX_URL_CHARS = 2000;

/** Loopback, link-local, private and unspecified addresses, in the spelling that `URL` gives any notation of them. */
const internalIPv4 =
  /^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\.[\d.]+$/;
const internalIPv6 = /^\[(?:::|f[cd]|fe[89ab])/;
const internalName = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp)$/;

/**
 * Checks the address of a new thumbnail (docs/wording.md “Image URL”). The service fetches it by itself (docs/api-contract.md 9) and
 * decides in the end: only what can never be right is an error. Nothing is requested here.
 */
export function checkImageUrl(text: string): ImageUrlCheck {
  const typed = trimInvisible(text);
  if (typed === '') return refuse('Enter the address of the image');
  if (typed.length > MAX_URL_CHARS) return refuse('Image URL: enter an address of at most 2,000 characters');
  if (!URL.canParse(typed)) return refuse('Image URL: enter a full address that starts with https://');
  const url = new URL(typed);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return refuse('Image URL: enter an address that starts with https://');
  }
  if (url.username || url.password)
    return refuse('Image URL: enter an address without a user name or password');
  if (isInternal(url.hostname.replace(/\.$/, ''))) {
    return refuse('Image URL: enter a public address: this one is inside a private network');
  }
  if (url.href.length > MAX_URL_CHARS)
    return refuse('Image URL: enter an address of at most 2,000 characters');
  return { ok: true, url: url.href, warning: warningOf(url) };
}

const refuse = (error: string): ImageUrlCheck => ({ ok: false, error });

function isInternal(host: string): boolean {
  if (host.startsWith('[')) return internalIPv6.test(host);
  return internalIPv4.test(host) || internalName.test(host) || !host.includes('.');
}

function warningOf(url: URL): string | null {
  const warnings = [
    url.protocol === 'http:' && 'This address is not encrypted (http). Use https if the site has it.',
    !/\.(?:jpe?g|png|gif)$/i.test(url.pathname) &&
      'The address does not end in .jpg, .jpeg, .png or .gif. Other kinds of image are likely to be refused.',
  ].filter((warning) => warning !== false);
  return warnings.length > 0 ? warnings.join(' ') : null;
}
