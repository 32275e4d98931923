import { useState, useSyncExternalStore } from 'react';
import type { SectionListRow } from '#/api/sections/sections';
import { ageText } from '#/lib/age';
import { earlierThan, type Seen } from '#/lib/localHistory';
import { formatTimestamp } from '#/lib/timestamps';
import { Button } from '#/ui/Button';
import { Details } from '#/ui/Details';
import { Dialog } from '#/ui/Dialog';
import historyStyles from '#/features/history/history.module.css';
import { SeenNote } from '#/features/history/HistoryStatus';
import { setOrder } from '#/features/course-changes/dispatch';
import type { Limits } from '#/features/course-changes/permissions';
import { reconcile } from '#/features/course-changes/plan/moveIntent';
import { writesOfMove, writeWords } from '#/features/course-changes/plan/plannedWrites';
import type { Work } from '#/features/course-changes/courseStore';
import type { Sequence } from '#/features/course-changes/plan/sequence';
import { Difference } from './OrderChanges';
import { useSeenOrders } from './useOrderHistory';
import { idsOf, orderOf, type SeenOrder, seenOrders } from './orderHistory';

interface EarlierOrdersDialogProps {
  work: Work;
  rows: readonly SectionListRow[];
  limits: Limits;
  onClose: () => void;
}

/** The orders of the course that this browser has seen, what is different now, and the way back to one. */
export function EarlierOrdersDialog({ work, rows, limits, onClose }: EarlierOrdersDialogProps) {
  const state = useSyncExternalStore(work.state.subscribe, work.state.getSnapshot);
  const seen = useSeenOrders(work, state, rows);
  const now = orderOf(rows, null, new Map(), work.account);
  const versions = seen?.versions ?? [];
  const earlier = earlierThan(now, versions, seenOrders);
  const present = versions.length > earlier.length ? versions[0]?.value : undefined;

  return (
    <Dialog isOpen title="Earlier orders" onClose={onClose} footer={<Button onClick={onClose}>Close</Button>}>
      <p className={historyStyles.note}>
        Nexudus keeps no history. These are the last orders of this course that <strong>this browser</strong>{' '}
        has seen, 20 at most.
      </p>
      {present?.by && (
        <p>
          The order now: {whoWords(present)}, {formatTimestamp(present.on)}.
        </p>
      )}
      <SeenNote what="order" isKept={seen && seen.isKept} count={earlier.length} />
      {earlier.length > 0 && (
        <ol className={historyStyles.list}>
          {earlier.map((version) => (
            <li key={version.key}>
              <EarlierOrder
                version={version}
                rows={rows}
                off={limits.run}
                isBusy={state.isSaving}
                onPutBack={(wanted, name) => {
                  onClose();
                  setOrder(work, rows, wanted, `Put back the order of ${name}`);
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
  version: Seen<SeenOrder>;
  rows: readonly SectionListRow[];
  /** Why nothing can be written now; null when it can. */
  off: string | null;
  isBusy: boolean;
  onPutBack: (wanted: Sequence, name: string) => void;
}

function EarlierOrder({
  version: { value: order, seenAt },
  rows,
  off,
  isBusy,
  onPutBack,
}: EarlierOrderProps) {
  const [today] = useState(() => Date.now());
  const [isOpen, setIsOpen] = useState(false);
  const when = formatTimestamp(order.on ?? new Date(seenAt).toISOString());
  return (
    <Details summary={`${when}, ${whoWords(order)} (seen ${ageText(today - seenAt)})`} onToggle={setIsOpen}>
      {isOpen && (
        <OpenOrder {...{ order, rows, off, isBusy }} onPutBack={(wanted) => onPutBack(wanted, when)} />
      )}
    </Details>
  );
}

function whoWords({ by, isHere }: SeenOrder): string {
  if (by === null) return 'by unknown';
  return isHere ? `moved here by ${by}` : `last change by ${by}`;
}

interface OpenOrderProps extends Omit<EarlierOrderProps, 'version' | 'onPutBack'> {
  order: SeenOrder;
  onPutBack: (wanted: Sequence) => void;
}

function OpenOrder({ order, rows, off, isBusy, onPutBack }: OpenOrderProps) {
  const now = rows.map(({ Id }) => Id);
  const wanted = reconcile(idsOf(order), now);
  const count = writesOfMove(rows, wanted) ?? 0;
  return (
    <>
      <Difference then={order} rows={rows} />
      {count === 0 ? (
        <p>The sections stand like this now.</p>
      ) : (
        <>
          <p>{off ?? writeWords(count)}</p>
          <Button
            isBusy={isBusy}
            aria-disabled={off !== null || undefined}
            onClick={() => {
              if (off === null) onPutBack(wanted);
            }}
          >
            Put this order back
          </Button>
        </>
      )}
    </>
  );
}
