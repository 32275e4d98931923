import { useEffect, useState } from 'react';
import type { SectionListRow } from '#/api/sections/sections';
import { createSeenVersions, type SeenList } from '#/lib/localHistory';
import { newUuid } from '#/lib/uuid';
import { historyDatabase } from '#/features/history/historyDatabase';
import { accountKey, orderKey } from '#/features/sections/model/storageKeys';
import type { Work, WorkState } from '#/features/course-changes/courseStore';
import { orderOf, type SeenOrder, seenOrders } from './orderHistory';

const orders = createSeenVersions(historyDatabase, seenOrders, newUuid);

/**
 * The orders of a course that this browser has seen, newest first; null until its storage has answered. Notes each order
 * in which the course comes to rest: one in the middle of a change is nobody's.
 */
export function useSeenOrders(
  work: Work,
  { isSaving, activity }: WorkState,
  rows: readonly SectionListRow[],
): SeenList<SeenOrder> | null {
  const isMoving = isSaving || activity?.phase === 'running' || activity?.phase === 'waiting';
  const [seen, setSeen] = useState<SeenList<SeenOrder> | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const looking = isMoving || rows.length === 0 ? listOrders(work) : noteOrder(work, rows);
    void looking.then((found) => {
      if (isCurrent) setSeen(found);
    });
    return () => {
      isCurrent = false;
    };
  }, [work, rows, isMoving]);
  return seen;
}

function listOrders({ account, courseId }: Work): Promise<SeenList<SeenOrder>> {
  return orders.list(accountKey(account), orderKey(courseId));
}

function noteOrder(
  { account, courseId, ordered }: Work,
  rows: readonly SectionListRow[],
): Promise<SeenList<SeenOrder>> {
  const written = new Map(ordered);
  ordered.clear();
  return orders.note(accountKey(account), orderKey(courseId), (before) =>
    orderOf(rows, before, written, account),
  );
}
