import { Button } from '#/ui/Button';
import type { Permissions } from '#/features/course-changes/permissions';
import { numeral } from '#/lib/format';
import styles from './BulkBar.module.css';

export type BulkAction = 'activate' | 'deactivate' | 'rule' | 'move' | 'duplicate' | 'delete';

interface BulkBarProps {
  count: number;
  permissions: Permissions;
  /** Something is being written. */
  isBusy: boolean;
  onAction: (action: BulkAction) => Promise<void>;
  onClear: () => void;
}

/** What can be done with the selected rows. */
export function BulkBar({ count, permissions, isBusy, onAction, onClear }: BulkBarProps) {
  const button = (action: BulkAction, label: string, reason: string | null) => {
    const disabledReason = reason ?? (isBusy ? 'Wait until the change before it is done, or stop it.' : null);
    return (
      <Button disabledReason={disabledReason} className={styles.button} onClick={() => onAction(action)}>
        {label}
      </Button>
    );
  };
  return (
    <section aria-label="Selected sections" className={styles.bar}>
      <p className={styles.count}>{numeral(count)} selected</p>
      {button('activate', 'Activate', permissions.changeMany)}
      {button('deactivate', 'Deactivate', permissions.changeMany)}
      {button('rule', 'Set unlock rule…', permissions.changeMany)}
      {button('move', 'Move…', permissions.reorder)}
      {button('duplicate', 'Duplicate', permissions.create)}
      {button('delete', 'Delete…', permissions.remove)}
      <Button variant="quiet" aria-label="Clear selection" className={styles.button} onClick={onClear}>
        Clear
      </Button>
    </section>
  );
}
