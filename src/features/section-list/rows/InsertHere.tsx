import { type KeyboardEvent, type RefObject, useEffect, useEffectEvent, useState } from 'react';
import { flushSync } from 'react-dom';
import { Link, useParams } from 'react-router-dom';
import type { Permissions } from '#/features/course-changes/permissions';
import type { SectionView } from '#/features/section-list/sectionView';
import { parseId } from '#/lib/ids';
import { paths } from '#/paths';
import { disabledFor } from '#/ui/disabledFor';
import { Icon } from './Icon';
import styles from './InsertHere.module.css';
import { lineAt } from './lineAt';
import type { Offsets, RowWindow } from './rowGeometry';
import { rowPermissions } from './rowPermissions';

export interface InsertHereProps {
  listRef: RefObject<HTMLElement | null>;
  views: readonly SectionView[];
  placed: RowWindow['placed'];
  offsets: Offsets;
  permissions: Permissions;
  /** The row whose controls Tab leads to. */
  currentId: number | undefined;
  onCurrent: (id: number) => void;
  /** A “+” on each line: where fingers reorder, nothing comes near one. */
  isReordering: boolean;
}

/** How near to a line a pointer over the rows, or above and below them, has to be, in px. */
const REACH_PX = 8;
/** As wide as the room beside the rows. */
const BESIDE_PX = 32;

/**
 * A “+” on the line below a row, or above the first one: the form of a new section, with that place. It stands after the
 * list, so that Tab leads from the last control of the current row to the line below it.
 */
export function InsertHere(props: InsertHereProps) {
  const { listRef, views, placed, offsets, permissions, currentId, onCurrent, isReordering } = props;
  const courseId = parseId(useParams().courseId) ?? undefined;
  const near = useNearLine(listRef, offsets);
  const [pressed, setPressed] = useState<number | null>(null);
  const [isAtStart, setIsAtStart] = useState(false);
  /** Above the first one of some rows there are others. */
  const firstLine = views[0]?.position === 1 ? 0 : 1;
  const current = views.findIndex(({ id }) => id === currentId) + 1;
  const stopLine = isAtStart && current === 1 ? firstLine : current;
  const others = new Set([
    near,
    pressed,
    ...(isReordering ? [0, ...placed.map(({ index }) => index + 1)] : []),
  ]);

  const handleKeyDown = (event: KeyboardEvent) => {
    const { key, target, altKey, ctrlKey, metaKey } = event;
    const by = { ArrowUp: -1, ArrowDown: 1, Home: -Infinity, End: Infinity }[key];
    if (by === undefined || altKey || ctrlKey || metaKey) return;
    event.preventDefault();
    const next = Math.min(Math.max(stopLine + by, firstLine), views.length);
    const row = views[Math.max(next - 1, 0)];
    flushSync(() => {
      setIsAtStart(next === 0);
      if (row) onCurrent(row.id);
    });
    (target as Element).scrollIntoView({ block: 'nearest' });
  };

  const link = (line: number) => {
    const before = views[line - 1];
    const disabledReason = before ? rowPermissions(before, permissions).create : permissions.create;
    const isStop = line === stopLine;
    const given = {
      'aria-label': 'Insert section here',
      className: `${styles.add} ${isReordering || line === near ? styles.shown : ''}`,
      tabIndex: isStop ? 0 : -1,
    };
    const icon = <Icon name="add" size={14} />;
    if (disabledReason !== null) {
      return (
        <span role="link" {...given} {...disabledFor(disabledReason)}>
          {icon}
        </span>
      );
    }
    return (
      <Link
        {...given}
        title={before ? `After “${before.title}”` : 'At the start'}
        to={paths.newSection(courseId, before?.id ?? 'start')}
      >
        {icon}
      </Link>
    );
  };
  const top = (line: number) => (offsets[line] ?? 0) - (offsets.at(-1) ?? 0);

  return (
    <div className={styles.lines}>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- arrows for the link inside */}
      <div
        className={styles.line}
        style={{ top: top(stopLine) }}
        onKeyDown={handleKeyDown}
        onBlur={() => setIsAtStart(false)}
      >
        {link(stopLine)}
      </div>
      {[...others].map(
        (line) =>
          line !== null &&
          line >= firstLine &&
          line !== stopLine && (
            <div
              key={line}
              className={styles.line}
              style={{ top: top(line) }}
              onFocus={() => setPressed(line)}
              onBlur={() => setPressed(null)}
            >
              {link(line)}
            </div>
          ),
      )}
    </div>
  );
}

/** The line that a pointer is near; beside the list any is. */
function useNearLine(listRef: RefObject<HTMLElement | null>, offsets: Offsets): number | null {
  const [line, setLine] = useState<number | null>(null);
  const find = useEffectEvent(({ target, clientX, clientY, pointerType }: PointerEvent) => {
    const list = listRef.current;
    // A finger that scrolls is near to nothing.
    if (!list || !(target instanceof Element) || pointerType === 'touch') return;
    const { left, right, top } = list.getBoundingClientRect();
    const isOver =
      list.contains(target) || target.contains(list) || target.closest(`.${styles.lines}`) !== null;
    const isBeside = clientX < left;
    const isNear = isOver && clientX > left - BESIDE_PX && clientX < right;
    const y = clientY - top;
    const height = offsets.at(-1) ?? 0;
    const isBeyond = y < 0 || y > height;
    setLine(isNear ? lineAt(offsets, y, isBeside && !isBeyond ? Infinity : REACH_PX) : null);
  });
  useEffect(() => {
    document.addEventListener('pointermove', find, { passive: true });
    return () => document.removeEventListener('pointermove', find);
  }, []);
  return line;
}
