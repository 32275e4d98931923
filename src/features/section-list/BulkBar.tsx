import { useState } from 'react';
import { Button } from '#/ui/Button';
import type { Permissions } from '#/features/course-changes/permissions';
import { numeral } from '#/lib/format';
import styles from './BulkBar.module.css';
import { Icon } from './rows/Icon';

export type BulkAction = 'activate' | 'deactivate' | 'rule' | 'move' | 'duplicate' | 'copy' | 'delete';

export interface BulkBarProps {
  count: number;
  permissions: Permissions;
  /** Something is being written. */
  isBusy: boolean;
  onAction: (action: BulkAction) => Promise<void>;
  onClear: () => void;
}

/** What can be done with the selected rows. */
export function BulkBar({ count, permissions, isBusy, onAction, onClear }: BulkBarProps) {
  /** Counts where there is no room for them all. */
  const [isOpen, setIsOpen] = useState(false);
  const button = (action: BulkAction, label: string, reason: string | null) => {
    const disabledReason = reason ?? (isBusy ? 'Wait until the change before it is done, or stop it.' : null);
    return (
      <Button
        disabledReason={disabledReason}
        className={`${styles.button} ${styles[action] ?? ''}`}
        onClick={() => onAction(action)}
      >
        {label}
      </Button>
    );
  };
  return (
    <section aria-label="Selected sections" data-open={isOpen || undefined} className={styles.bar}>
      <p className={styles.count}>{numeral(count)} selected</p>
      <Button
        variant="quiet"
        aria-label="Clear selection"
        title="Clear selection"
        className={`${styles.button} ${styles.clear}`}
        onClick={onClear}
      >
        <Icon name="close" />
      </Button>
      {button('activate', 'Activate', permissions.changeMany)}
      {button('deactivate', 'Deactivate', permissions.changeMany)}
      <Button
        aria-label="More changes"
        aria-expanded={isOpen}
        className={`${styles.button} ${styles.toggle}`}
        onClick={() => setIsOpen(!isOpen)}
      >
        <Icon name="more" />
      </Button>
      {button('rule', 'Set unlock rule…', permissions.changeMany)}
      {button('move', 'Move…', permissions.reorder)}
      {button('duplicate', 'Duplicate…', permissions.duplicate)}
      {button('copy', 'Copy to course…', permissions.duplicate)}
      {button('delete', 'Delete…', permissions.remove)}
    </section>
  );
}
