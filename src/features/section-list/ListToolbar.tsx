import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { counted, numeral } from '#/lib/format';
import { Button } from '#/ui/Button';
import input from '#/ui/input.module.css';
import { Labelled } from '#/ui/Labelled';
import { TextInput } from '#/ui/TextInput';
import { VisuallyHidden } from '#/ui/VisuallyHidden';
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
  const active = [filter.search.trim(), filter.unlock, filter.active].filter((value) => value !== '').length;
  return (
    <>
      <div className={styles.bar}>
        <SelectAll {...props} />
        <span role="status" className={styles.count}>
          {listed === total
            ? counted(total, 'section')
            : `${numeral(listed)} of ${counted(total, 'section')}`}
        </span>
        <Button
          variant="quiet"
          className={styles.narrow}
          aria-expanded={isOpen}
          aria-controls={filterId}
          onClick={() => setIsOpen(!isOpen)}
        >
          Filter{active > 0 && ` (${numeral(active)})`}
        </Button>
        <Button
          variant="quiet"
          className={styles.narrow}
          aria-pressed={view.isReordering}
          onClick={view.toggleReordering}
        >
          Reorder
        </Button>
        <Filters {...{ filter, onFilter }} id={filterId} isOpen={isOpen} />
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

interface FiltersProps extends Pick<ListToolbarProps, 'filter' | 'onFilter'> {
  id: string;
  /** Counts where there is no room for them all the time. */
  isOpen: boolean;
}

/** What they say stands in the URL. */
function Filters({ filter, onFilter, id, isOpen }: FiltersProps) {
  const set = (changes: Partial<ListFilter>) => onFilter({ ...filter, ...changes });
  return (
    <search id={id} className={`${styles.filters} ${isOpen ? styles.open : ''}`}>
      <TextInput
        type="search"
        label={<VisuallyHidden>Search sections</VisuallyHidden>}
        className={styles.search}
        placeholder="Search"
        dir="auto"
        value={filter.search}
        onChange={({ target }) => set({ search: target.value })}
      />
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
    </search>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  options: readonly (readonly [value: string, label: string])[];
  onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <Labelled id={id} label={label}>
      <select
        id={id}
        className={`${input.input} ${input.opens}`}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      >
        {options.map(([name, words]) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
      </select>
    </Labelled>
  );
}
