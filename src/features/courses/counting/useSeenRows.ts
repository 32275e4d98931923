import { type RefObject, useEffect } from 'react';

/**
 * Tells which rows of a list are in view, by the number in their `data-id`.
 * @param rows another array is another list of elements
 */
export function useSeenRows(
  list: RefObject<HTMLElement | null>,
  rows: readonly unknown[],
  onSeen: (ids: readonly number[]) => void,
): void {
  useEffect(() => {
    if (rows.length === 0) return undefined;
    const seen = new Set<number>();
    const observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        const id = Number((target as HTMLElement).dataset['id']);
        if (isIntersecting) seen.add(id);
        else seen.delete(id);
      }
      onSeen([...seen]);
    });
    for (const row of list.current?.querySelectorAll('[data-id]') ?? []) observer.observe(row);
    return () => {
      observer.disconnect();
      onSeen([]);
    };
  }, [list, rows, onSeen]);
}
