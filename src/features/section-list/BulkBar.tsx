import { Button } from '#/ui/Button';
import type { Limits } from '#/features/course-changes/permissions';
import { numeral } from './sectionView';
import styles from './tools.module.css';

export type BulkAction = 'activate' | 'deactivate' | 'rule' | 'move' | 'duplicate' | 'delete';

interface BulkBarProps {
  count: number;
  limits: Limits;
  /** Something is being written. */
  isBusy: boolean;
  onAction: (action: BulkAction) => void;
  onClear: () => void;
}

/** What can be done with the selected rows. */
export function BulkBar({ count, limits, isBusy, onAction, onClear }: BulkBarProps) {
  const button = (action: BulkAction, label: string, reason: string | null) => {
    const off = reason ?? (isBusy ? 'Wait until the change before it is done, or stop it.' : null);
    return (
      <Button
        aria-disabled={off !== null || undefined}
        title={off ?? undefined}
        className={styles.bulkButton}
        onClick={() => {
          if (off === null) onAction(action);
        }}
      >
        {label}
      </Button>
    );
  };
  return (
    <section aria-label="Selected sections" className={styles.bulk}>
      <p className={styles.bulkCount}>{numeral(count)} selected</p>
      {button('activate', 'Activate', limits.run)}
      {button('deactivate', 'Deactivate', limits.run)}
      {button('rule', 'Set unlock rule…', limits.run)}
      {button('move', 'Move…', limits.run)}
      {button('duplicate', 'Duplicate', limits.create)}
      {button('delete', 'Delete…', limits.remove)}
      <Button variant="quiet" aria-label="Clear selection" className={styles.bulkButton} onClick={onClear}>
        Clear
      </Button>
    </section>
  );
}
