import { type ReactNode, useState, useSyncExternalStore } from 'react';
import type { SectionListRow } from '#/api/sections/sections';
import { dateTimeText } from '#/lib/format';
import { earlierThan } from '#/lib/localHistory';
import { Button } from '#/ui/Button';
import { Details } from '#/ui/Details';
import { Dialog } from '#/ui/Dialog';
import typography from '#/ui/typography.module.css';
import { ByDay } from '#/features/history/ByDay';
import { HistoryStatus } from '#/features/history/HistoryStatus';
import { setOrder } from '#/features/course-changes/dispatch';
import { type Permissions, WAIT_FIRST } from '#/features/course-changes/permissions';
import { reconcile } from '#/features/course-changes/plan/moveIntent';
import { writesOfMove, writesText } from '#/features/course-changes/plan/plannedWrites';
import type { CourseStore } from '#/features/course-changes/courseStore';
import type { Sequence } from '#/features/course-changes/plan/sequence';
import { OrderChanges } from './OrderChanges';
import { OrderLine, timeOf, type Version } from './OrderLine';
import { useOrderHistory } from './useOrderHistory';
import { idsOf, nothingDone, orderOf, type OrderEntry, orderHistory } from './orderHistory';

interface EarlierOrdersDialogProps {
  store: CourseStore;
  rows: readonly SectionListRow[];
  permissions: Permissions;
  onClose: () => void;
}

/** The orders of the course that this browser has seen, what brought each about, and the way back to one. */
export function EarlierOrdersDialog({ store, rows, permissions, onClose }: EarlierOrdersDialogProps) {
  const state = useSyncExternalStore(store.state.subscribe, store.state.getSnapshot);
  const history = useOrderHistory(store, state, rows);
  const versions = history?.versions ?? [];
  const here = orderOf(rows, null, nothingDone, store.account);
  const earlier = earlierThan(here, versions, orderHistory);
  const present = versions.length > earlier.length ? versions[0] : undefined;
  const lineOf = (version: Version) => (
    <OrderLine
      version={version}
      before={versions[versions.indexOf(version) + 1]?.value}
      account={store.account}
    />
  );

  return (
    <Dialog isOpen title="Earlier orders" onClose={onClose} footer={<Button onClick={onClose}>Close</Button>}>
      <p className={typography.note}>
        Nexudus keeps no history. These are the last orders of this course that <strong>this browser</strong>{' '}
        has seen, 20 at most.
      </p>
      {present && earlier.length > 0 && <p>The order now: {lineOf(present)}</p>}
      <HistoryStatus what="order" isKept={history && history.isKept} count={earlier.length} />
      <ByDay versions={earlier} timeOf={timeOf}>
        {(version) => (
          <EarlierOrder
            order={version.value}
            summary={lineOf(version)}
            now={movedSince(here, version, versions)}
            rows={rows}
            disabledReason={permissions.reorder ?? (state.isSaving ? WAIT_FIRST : null)}
            onPutBack={(wanted) => {
              onClose();
              setOrder(store, rows, wanted, `Put back the order of ${dateTimeText(timeOf(version))}`);
            }}
          />
        )}
      </ByDay>
    </Dialog>
  );
}

/** The order now, with all that was moved here since an earlier one. */
function movedSince(now: OrderEntry, than: Version, versions: readonly Version[]): OrderEntry {
  const moved = versions.slice(0, versions.indexOf(than)).flatMap(({ value }) => value.moved ?? []);
  return moved.length > 0 ? { ...now, moved } : now;
}

interface EarlierOrderProps extends OpenOrderProps {
  summary: ReactNode;
}

function EarlierOrder({ summary, ...rest }: EarlierOrderProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Details summary={summary} onToggle={setIsOpen}>
      {isOpen && <OpenOrder {...rest} />}
    </Details>
  );
}

interface OpenOrderProps {
  order: OrderEntry;
  now: OrderEntry;
  rows: readonly SectionListRow[];
  /** Why nothing can be changed now; null when it can. */
  disabledReason: string | null;
  onPutBack: (wanted: Sequence) => void;
}

function OpenOrder({ order, now, rows, disabledReason, onPutBack }: OpenOrderProps) {
  const wanted = reconcile(idsOf(order), idsOf(now));
  const count = writesOfMove(rows, wanted) ?? 0;
  return (
    <>
      <OrderChanges then={order} now={now} />
      {count === 0 ? (
        <p>The sections stand like this now.</p>
      ) : (
        <>
          <p>{disabledReason ?? writesText(count)}</p>
          <Button disabledReason={disabledReason} onClick={() => onPutBack(wanted)}>
            Put this order back
          </Button>
        </>
      )}
    </>
  );
}
