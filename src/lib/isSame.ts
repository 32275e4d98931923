/** Whether two values of a record are equal; nothing and an empty text are the same to everyone. */
export function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a ?? '') === JSON.stringify(b ?? '');
}
