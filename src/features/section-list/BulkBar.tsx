import { useState } from 'react';
import { Button } from '#/ui/Button';
import { type Permissions, WAIT_FIRST } from '#/features/course-changes/permissions';
import typography from '#/ui/typography.module.css';
import { numeral } from '#/lib/format';
import styles from './BulkBar.module.css';
import { Icon } from './rows/Icon';
import type { Selection } from './useSelection';

export type BulkAction = 'activate' | 'deactivate' | 'rule' | 'move' | 'duplicate' | 'copy' | 'delete';

export interface BulkBarProps {
  selection: Selection;
  permissions: Permissions;
  /** Something is being written. */
  isBusy: boolean;
  onAction: (action: BulkAction) => Promise<void>;
}

/** What can be done with the selected rows. */
export function BulkBar({ selection, permissions, isBusy, onAction }: BulkBarProps) {
  const { hidden } = selection;
  const count = selection.selected.size;
  /** Counts where there is no room for them all. */
  const [isOpen, setIsOpen] = useState(false);
  const button = (action: BulkAction, label: string, reason: string | null) => {
    const wait = isBusy ? WAIT_FIRST : null;
    const disabledReason = count === 0 ? 'The filter hides what is selected.' : (reason ?? wait);
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
      <p className={styles.count}>
        {numeral(count)} selected
        {hidden > 0 && (
          <span className={typography.note}>
            {' '}
            · {numeral(hidden)} more, hidden by the filter,{' '}
            {hidden === 1 ? 'stays as it is' : 'stay as they are'}
          </span>
        )}
      </p>
      <Button
        variant="quiet"
        aria-label="Clear selection"
        title="Clear selection"
        className={`${styles.button} ${styles.clear}`}
        onClick={() => selection.setAll(false)}
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
      {button('move', 'Move…', permissions.reorder)}
      {button('rule', 'Set unlock rule…', permissions.changeMany)}
      {button('duplicate', 'Duplicate…', permissions.duplicate)}
      {button('copy', 'Copy to course…', permissions.duplicate)}
      {button('delete', 'Delete…', permissions.remove)}
    </section>
  );
}
