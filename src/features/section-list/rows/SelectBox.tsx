import { useRef } from 'react';
import styles from './row.module.css';
import type { RowActions } from './rowTypes';

interface SelectBoxProps {
  id: number;
  title: string;
  isSelected: boolean;
  isOff: boolean;
  tabIndex: 0 | -1;
  actions: RowActions;
}

/** Selects a row; with Shift, by mouse or key, all from the last one that was touched. */
export function SelectBox({ id, title, isSelected, isOff, tabIndex, actions }: SelectBoxProps) {
  /** In Firefox the click that a key causes tells of no Shift. */
  const isShiftPressed = useRef(false);
  return (
    <input
      type="checkbox"
      tabIndex={tabIndex}
      aria-label={`Select ${title}`}
      className={styles.check}
      checked={isSelected}
      disabled={isOff}
      onKeyDown={({ key, shiftKey }) => {
        if (key === ' ') isShiftPressed.current = shiftKey;
      }}
      onBlur={() => (isShiftPressed.current = false)}
      onChange={({ nativeEvent }) => {
        const isRange =
          isShiftPressed.current || ('shiftKey' in nativeEvent && nativeEvent.shiftKey === true);
        isShiftPressed.current = false;
        actions.toggle(id, isRange);
      }}
    />
  );
}
