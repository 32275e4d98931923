/** Whether a token can stand in an `Authorization` header as it is: visible ASCII, no spaces or line ends. */
export function isHeaderSafe(text: unknown): text is string {
  return typeof text === 'string' && /^[\x21-\x7e]+$/.test(text);
}
