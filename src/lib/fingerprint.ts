/** A short text that two different texts share only by a chance that can be left out of account. Not for secrets. */
export function fingerprint(text: string): string {
  // Two 32-bit FNV-1a sums with different primes, and the length.
  let first = 0x811c9dc5;
  let second = 0x9e3779b1;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    first = Math.imul(first ^ code, 0x01000193);
    second = Math.imul(second ^ code, 0x85ebca6b);
    second ^= second >>> 15;
  }
  return [text.length, first >>> 0, second >>> 0].map((part) => part.toString(36)).join('.');
}
