import { disabledFor } from '#/ui/disabledFor';
import { Icon } from './Icon';
import styles from './row.module.css';
import type { RowActions } from './rowTypes';

interface PartProps {
  id: number;
  title: string;
  tabIndex: 0 | -1;
  disabledReason: string | null;
  actions: RowActions;
}

/** Where a row is taken, by pointer or by keys. */
export function Handle({ id, title, tabIndex, disabledReason, actions: { drag } }: PartProps) {
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      aria-label={`Reorder ${title}`}
      aria-describedby={disabledReason === null ? 'reorder-help' : undefined}
      {...disabledFor(disabledReason)}
      title={disabledReason ?? 'Drag, or press Enter and use the arrow keys'}
      className={`${styles.icon} ${styles.handle}`}
      onPointerDown={(event) => drag.onPointerDown(id, event)}
      onPointerMove={drag.onPointerMove}
      onPointerUp={drag.onPointerUp}
      onPointerCancel={drag.onPointerCancel}
      onClick={disabledReason === null ? (event) => drag.onClick(id, event) : undefined}
      onKeyDown={(event) => drag.onKeyDown(id, event)}
      onBlur={drag.onBlur}
    >
      <Icon name="grip" />
    </button>
  );
}

export function MoveButton({ id, title, tabIndex, disabledReason, by, actions }: PartProps & { by: -1 | 1 }) {
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      aria-label={`Move ${by < 0 ? 'up' : 'down'}: ${title}`}
      {...disabledFor(disabledReason)}
      data-repeats
      className={styles.icon}
      onClick={disabledReason === null ? () => actions.moveBy(id, by) : undefined}
    >
      <Icon name={by < 0 ? 'up' : 'down'} />
    </button>
  );
}
