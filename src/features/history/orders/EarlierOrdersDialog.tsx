import { useState, useSyncExternalStore } from 'react';
import type { SectionListRow } from '#/api/sections/sections';
import { ageText } from '#/lib/age';
import { earlierThan, type HistoryEntry } from '#/lib/localHistory';
import { formatTimestamp } from '#/lib/timestamps';
import { Button } from '#/ui/Button';
import { Details } from '#/ui/Details';
import { Dialog } from '#/ui/Dialog';
import typography from '#/ui/typography.module.css';
import historyStyles from '#/features/history/history.module.css';
import { HistoryStatus } from '#/features/history/HistoryStatus';
import { setOrder } from '#/features/course-changes/dispatch';
import type { Permissions } from '#/features/course-changes/permissions';
import { reconcile } from '#/features/course-changes/plan/moveIntent';
import { writesOfMove, writesText } from '#/features/course-changes/plan/plannedWrites';
import type { CourseStore } from '#/features/course-changes/courseStore';
import type { Sequence } from '#/features/course-changes/plan/sequence';
import { OrderChanges } from './OrderChanges';
import { useOrderHistory } from './useOrderHistory';
import { idsOf, orderOf, type OrderEntry, orderHistory } from './orderHistory';

interface EarlierOrdersDialogProps {
  store: CourseStore;
  rows: readonly SectionListRow[];
  permissions: Permissions;
  onClose: () => void;
}

/** The orders of the course that this browser has seen, what is different now, and the way back to one. */
export function EarlierOrdersDialog({ store, rows, permissions, onClose }: EarlierOrdersDialogProps) {
  const state = useSyncExternalStore(store.state.subscribe, store.state.getSnapshot);
  const history = useOrderHistory(store, state, rows);
  const now = orderOf(rows, null, new Map(), store.account);
  const versions = history?.versions ?? [];
  const earlier = earlierThan(now, versions, orderHistory);
  const present = versions.length > earlier.length ? versions[0]?.value : undefined;

  return (
    <Dialog isOpen title="Earlier orders" onClose={onClose} footer={<Button onClick={onClose}>Close</Button>}>
      <p className={typography.note}>
        Nexudus keeps no history. These are the last orders of this course that <strong>this browser</strong>{' '}
        has seen, 20 at most.
      </p>
      {present?.by && (
        <p>
          The order now: {whoText(present)}, {formatTimestamp(present.on)}.
        </p>
      )}
      <HistoryStatus what="order" isKept={history && history.isKept} count={earlier.length} />
      {earlier.length > 0 && (
        <ol className={historyStyles.list}>
          {earlier.map((version) => (
            <li key={version.key}>
              <EarlierOrder
                version={version}
                rows={rows}
                disabledReason={permissions.reorder}
                isBusy={state.isSaving}
                onPutBack={(wanted, name) => {
                  onClose();
                  setOrder(store, rows, wanted, `Put back the order of ${name}`);
                }}
              />
            </li>
          ))}
        </ol>
      )}
    </Dialog>
  );
}

interface EarlierOrderProps {
  version: HistoryEntry<OrderEntry>;
  rows: readonly SectionListRow[];
  /** Why nothing can be written now; null when it can. */
  disabledReason: string | null;
  isBusy: boolean;
  onPutBack: (wanted: Sequence, name: string) => void;
}

function EarlierOrder({
  version: { value: order, seenAt },
  rows,
  disabledReason,
  isBusy,
  onPutBack,
}: EarlierOrderProps) {
  const [today] = useState(() => Date.now());
  const [isOpen, setIsOpen] = useState(false);
  const when = formatTimestamp(order.on ?? new Date(seenAt).toISOString());
  return (
    <Details summary={`${when}, ${whoText(order)} (seen ${ageText(today - seenAt)})`} onToggle={setIsOpen}>
      {isOpen && (
        <OpenOrder
          {...{ order, rows, disabledReason, isBusy }}
          onPutBack={(wanted) => onPutBack(wanted, when)}
        />
      )}
    </Details>
  );
}

function whoText({ by, isHere }: OrderEntry): string {
  if (by === null) return 'by unknown';
  return isHere ? `moved here by ${by}` : `last change by ${by}`;
}

interface OpenOrderProps extends Omit<EarlierOrderProps, 'version' | 'onPutBack'> {
  order: OrderEntry;
  onPutBack: (wanted: Sequence) => void;
}

function OpenOrder({ order, rows, disabledReason, isBusy, onPutBack }: OpenOrderProps) {
  const now = rows.map(({ Id }) => Id);
  const wanted = reconcile(idsOf(order), now);
  const count = writesOfMove(rows, wanted) ?? 0;
  return (
    <>
      <OrderChanges then={order} rows={rows} />
      {count === 0 ? (
        <p>The sections stand like this now.</p>
      ) : (
        <>
          <p>{disabledReason ?? writesText(count)}</p>
          <Button isBusy={isBusy} disabledReason={disabledReason} onClick={() => onPutBack(wanted)}>
            Put this order back
          </Button>
        </>
      )}
    </>
  );
}
