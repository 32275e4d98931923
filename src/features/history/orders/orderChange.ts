import { counted } from '#/lib/format';
import { orderDifference } from './orderDifference';
import { idsOf, type OrderEntry } from './orderHistory';

/** What brought an order about, in one line. */
export interface OrderChange {
  /** Of the section that it is about. */
  readonly title: string;
  /** “1 → 6”. */
  readonly where: string;
  /** “and 2 more”, or nothing. */
  readonly others: string;
}

/**
 * What an order came about by: as few moved sections as possible, then what is new or gone.
 * @param before the order before it
 * @returns null where nothing is between them
 */
export function orderChange(before: OrderEntry, after: OrderEntry): OrderChange | null {
  const { moved, added, gone } = orderDifference(idsOf(before), idsOf(after), isMovedBetween(before, after));
  const titles = new Map([...before.sections, ...after.sections].map(({ id, title }) => [id, title]));
  const parts = [
    ...moved.map(({ id, was, now }) => ({ id, where: `${was} → ${now}` })),
    ...added.map(({ id, now }) => ({ id, where: `new at ${now}` })),
    ...gone.map(({ id, was }) => ({ id, where: `gone from ${was}` })),
  ];
  const [first, ...others] = parts;
  if (!first) return null;
  return {
    title: titles.get(first.id) ?? '',
    where: first.where,
    others: others.length === 0 ? '' : `and ${counted(others.length, 'other')}`,
  };
}

/** Which of two that have changed places was the one: what a person has moved, else what has another number. */
export function isMovedBetween(before: OrderEntry, { moved, sections }: OrderEntry): (id: number) => boolean {
  if (moved) return (id) => moved.includes(id);
  const numbers = new Map(before.sections.map(({ id, displayOrder }) => [id, displayOrder]));
  const written = new Set(
    sections.flatMap(({ id, displayOrder }) => (numbers.get(id) === displayOrder ? [] : [id])),
  );
  return (id) => written.has(id);
}
