import { useEffect, useState } from 'react';
import type { SectionListRow } from '#/api/sections/sections';
import { createLocalHistory, type HistoryList } from '#/lib/localHistory';
import { newUuid } from '#/lib/uuid';
import { historyDatabase } from '#/features/history/historyDatabase';
import { orderKey } from '#/features/sections/model/storageKeys';
import { accountKey } from '#/features/sign-in/useAccount';
import type { CourseStore, CourseState } from '#/features/course-changes/courseStore';
import { orderOf, type OrderEntry, orderHistory } from './orderHistory';

const orders = createLocalHistory(historyDatabase, orderHistory, newUuid);

/**
 * The orders of a course that this browser has seen, newest first; null until its storage has answered. Notes each order
 * in which the course comes to rest: one in the middle of a change is nobody's.
 */
export function useOrderHistory(
  store: CourseStore,
  { isSaving, activity }: CourseState,
  rows: readonly SectionListRow[],
): HistoryList<OrderEntry> | null {
  const isMoving = isSaving || activity?.phase === 'running' || activity?.phase === 'waiting';
  const [history, setHistory] = useState<HistoryList<OrderEntry> | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const looking = isMoving || rows.length === 0 ? listOrders(store) : noteOrder(store, rows);
    void looking.then((found) => {
      if (isCurrent) setHistory(found);
    });
    return () => {
      isCurrent = false;
    };
  }, [store, rows, isMoving]);
  return history;
}

function listOrders({ account, courseId }: CourseStore): Promise<HistoryList<OrderEntry>> {
  return orders.list(accountKey(account), orderKey(courseId));
}

function noteOrder(
  { account, courseId, ownOrderWrites, ownMoves }: CourseStore,
  rows: readonly SectionListRow[],
): Promise<HistoryList<OrderEntry>> {
  const here = { written: new Map(ownOrderWrites), moved: [...ownMoves] };
  ownOrderWrites.clear();
  ownMoves.clear();
  return orders.note(accountKey(account), orderKey(courseId), (before) =>
    orderOf(rows, before, here, account),
  );
}
