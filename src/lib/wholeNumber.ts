import { isBlank } from './text';

/** The bounds of the numbers that the API stores (Int32). Source: docs/api-contract.md 2, docs/wording.md “Create and edit”. */
export const int32 = { min: -2_147_483_648, max: 2_147_483_647 } as const;

/** What a person typed into a box for a whole number. The caller has the words for each case. */
export type WholeNumber =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'notWhole' }
  | { readonly kind: 'tooSmall'; readonly min: number }
  | { readonly kind: 'tooLarge'; readonly max: number };

// Pasted numbers bring invisible characters along; they are harmless around the number and an error inside it.
const edge = '[\\s\\p{Z}\\p{Default_Ignorable_Code_Point}]*';
const pattern = new RegExp(`^${edge}([+-]?)([0-9]+)${edge}$`, 'u');

/** Reads a record id as people type or paste it; in addresses `parseId` (lib/ids.ts) is strict. @returns null for no id */
export function parseTypedId(text: string): number | null {
  const parsed = parseWholeNumber(text, { min: 1, max: Number.MAX_SAFE_INTEGER });
  return parsed.kind === 'number' ? parsed.value : null;
}

/**
 * Reads a whole number strictly from text: ASCII or full-width digits, a sign, spaces around. Nothing else is a number
 * (`''`, `1.5`, `1e3`, `0x10`, `1 000`, `٣`), because `Number('')` is 0 and would be saved as such.
 */
export function parseWholeNumber(
  text: string,
  { min, max }: { min: number; max: number } = int32,
): WholeNumber {
  if (isBlank(text)) return { kind: 'empty' };
  const ascii = text
    .replace(/[\uFF10-\uFF19\uFF0B\uFF0D]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\u2212/g, '-');
  const [, sign, digits] = pattern.exec(ascii) ?? [];
  if (digits === undefined) return { kind: 'notWhole' };
  // Zero has no sign here: -0 would be sent as 0 and compared as something else.
  const value = (sign === '-' ? -Number(digits) : Number(digits)) || 0;
  if (value < min) return { kind: 'tooSmall', min };
  return value > max ? { kind: 'tooLarge', max } : { kind: 'number', value };
}
