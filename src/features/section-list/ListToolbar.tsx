import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { counted, numeral } from '#/lib/format';
import { Button } from '#/ui/Button';
import { Choice, Filters, FiltersButton, SearchBox } from '#/ui/Filters';
import typography from '#/ui/typography.module.css';
import { isFiltering, type ListFilter } from './listFilter';
import styles from './ListToolbar.module.css';
import { Icon } from './rows/Icon';
import type { ListView } from './useListView';

interface ListToolbarProps {
  filter: ListFilter;
  onFilter: (filter: ListFilter) => void;
  listed: number;
  total: number;
  selected: number;
  isRefreshing: boolean;
  view: ListView;
  onSelectAll: (isOn: boolean) => void;
  onRefresh: () => void;
  onKeys: () => void;
  /** More buttons. */
  children: ReactNode;
}

/** The line above the rows: select all, how many there are, search and filters, how the rows look, refresh. */
export function ListToolbar(props: ListToolbarProps) {
  const { filter, onFilter, listed, total, isRefreshing, view, onRefresh, onKeys, children } = props;
  const [isOpen, setIsOpen] = useState(false);
  const filterId = useId();
  const used = [filter.search.trim(), filter.unlock, filter.active].filter((value) => value !== '').length;
  return (
    <>
      <div className={styles.bar}>
        <SelectAll {...props} />
        <span role="status" className={styles.count}>
          {listed === total
            ? counted(total, 'section')
            : `${numeral(listed)} of ${counted(total, 'section')}`}
        </span>
        <FiltersButton controls={filterId} isOpen={isOpen} used={used} onToggle={() => setIsOpen(!isOpen)} />
        <Button
          variant="quiet"
          className={styles.narrow}
          aria-pressed={view.isReordering}
          onClick={view.toggleReordering}
        >
          Reorder
        </Button>
        <Filters id={filterId} isOpen={isOpen}>
          <FilterBoxes {...{ filter, onFilter }} />
        </Filters>
        <div className={styles.more}>{children}</div>
        <Button
          variant="quiet"
          className={`${styles.icon} ${styles.wide}`}
          aria-label="Compact rows"
          title="Compact rows"
          aria-pressed={view.isCompact}
          onClick={view.toggleCompact}
        >
          <Icon name="compact" />
        </Button>
        <Button
          variant="quiet"
          className={styles.icon}
          aria-label="Refresh"
          title="Refresh"
          isBusy={isRefreshing}
          onClick={onRefresh}
        >
          <Icon name="refresh" />
        </Button>
        <Button
          variant="quiet"
          className={`${styles.icon} ${styles.wide}`}
          aria-label="Keyboard shortcuts"
          title="Keyboard shortcuts"
          onClick={onKeys}
        >
          ?
        </Button>
      </div>
      {isFiltering(filter) && (
        <p className={`${typography.note} ${styles.hint}`}>
          Filtered: numbers are positions in the whole course. Clear the filter to drag.
        </p>
      )}
    </>
  );
}

function SelectAll({ listed, selected, onSelectAll }: ListToolbarProps) {
  const box = useRef<HTMLInputElement>(null);
  const isAll = listed > 0 && selected === listed;
  useEffect(() => {
    if (box.current) box.current.indeterminate = selected > 0 && !isAll;
  }, [selected, isAll]);
  return (
    <label className={styles.selectAll}>
      <input
        ref={box}
        type="checkbox"
        checked={isAll}
        disabled={listed === 0}
        onChange={({ target }) => onSelectAll(target.checked)}
      />
      <span>Select all</span>
    </label>
  );
}

/** What they say stands in the URL. */
function FilterBoxes({ filter, onFilter }: Pick<ListToolbarProps, 'filter' | 'onFilter'>) {
  const set = (changes: Partial<ListFilter>) => onFilter({ ...filter, ...changes });
  return (
    <>
      <SearchBox label="Search sections" value={filter.search} onChange={(search) => set({ search })} />
      <Choice
        label="Unlock type"
        value={filter.unlock}
        options={[
          ['', 'Any'],
          ['immediate', 'Immediate'],
          ['sequential', 'Sequential'],
          ['timed', 'Timed'],
          ['other', 'Unknown'],
        ]}
        onChange={(unlock) => set({ unlock })}
      />
      <Choice
        label="State"
        value={filter.active}
        options={[
          ['', 'Any'],
          ['yes', 'Active'],
          ['no', 'Inactive'],
        ]}
        onChange={(active) => set({ active })}
      />
    </>
  );
}
