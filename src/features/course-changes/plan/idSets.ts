export function hasDuplicates(ids: readonly number[]): boolean {
  return new Set(ids).size !== ids.length;
}

/** Whether two lists hold the same ids, in any order. */
export function hasSameIds(left: readonly number[], right: readonly number[]): boolean {
  const known = new Set(left);
  return known.size === new Set(right).size && right.every((id) => known.has(id));
}
