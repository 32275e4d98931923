import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from '#/ui/Button';
import input from '#/ui/input.module.css';
import { Labelled } from '#/ui/Labelled';
import { TextInput } from '#/ui/TextInput';
import typography from '#/ui/typography.module.css';
import { isFiltering, type ListFilter } from './listFilter';
import { counted, numeral } from '#/lib/format';
import styles from './ListToolbar.module.css';

interface FilterBarProps {
  filter: ListFilter;
  onChange: (filter: ListFilter) => void;
}

/** Search and filters; what they say stands in the URL. */
export function FilterBar({ filter, onChange }: FilterBarProps) {
  const set = (changes: Partial<ListFilter>) => onChange({ ...filter, ...changes });
  return (
    <search className={styles.filters}>
      <TextInput
        type="search"
        label="Search sections"
        className={styles.searchBox}
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
      {isFiltering(filter) && (
        <p className={`${typography.note} ${styles.hint}`}>
          Numbers are positions in the whole course, and a move is one place in it, also past sections that
          are hidden now. Dragging is off while a filter is on.
        </p>
      )}
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

interface ListBarProps {
  listed: number;
  total: number;
  selected: number;
  isRefreshing: boolean;
  onSelectAll: (isOn: boolean) => void;
  onRefresh: () => void;
  /** More buttons. */
  children: ReactNode;
}

/** The line above the rows: select all, how many there are, refresh. */
export function ListBar(props: ListBarProps) {
  const { listed, total, selected, isRefreshing, onSelectAll, onRefresh, children } = props;
  const box = useRef<HTMLInputElement>(null);
  const isAll = listed > 0 && selected === listed;
  useEffect(() => {
    if (box.current) box.current.indeterminate = selected > 0 && !isAll;
  }, [selected, isAll]);
  return (
    <div className={styles.bar}>
      {total > 0 && (
        <>
          <label className={styles.selectAll}>
            <input
              ref={box}
              type="checkbox"
              checked={isAll}
              disabled={listed === 0}
              onChange={({ target }) => onSelectAll(target.checked)}
            />
            Select all
          </label>
          <span role="status" className={styles.count}>
            {listed === total
              ? counted(total, 'section')
              : `${numeral(listed)} of ${counted(total, 'section')}`}
          </span>
        </>
      )}
      {children}
      <Button variant="quiet" isBusy={isRefreshing} onClick={onRefresh}>
        Refresh
      </Button>
    </div>
  );
}
