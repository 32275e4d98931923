/**
 * Reads a record id from a URL or from typing: `[1-9]` and at most 15 more digits, so that it is exact as a number.
 * @returns the id, or null when the text is anything else (`0`, `1e3`, `-1`, `../1`, 20 digits).
 */
export function parseId(text: string | null | undefined): number | null {
  return text && /^[1-9]\d{0,15}$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : null;
}
