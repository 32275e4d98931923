/**
 * Where the mark goes in a list of options.
 * @param index of the marked option, -1 when none is marked
 * @returns the next index, or null when the key is not for the list: Home and End belong to the text until an option is
 * marked
 */
export function nextIndex(key: string, index: number, count: number): number | null {
  const last = count - 1;
  if (key === 'ArrowDown') return index >= last ? 0 : index + 1;
  if (key === 'ArrowUp') return index <= 0 ? Math.max(last, 0) : index - 1;
  if (index < 0) return null;
  if (key === 'Home') return 0;
  return key === 'End' ? last : null;
}
