import { type ReactNode, type Ref, useId } from 'react';
import { numeral } from '#/lib/format';
import { Button } from './Button';
import styles from './Filters.module.css';
import input from './input.module.css';
import { Labelled } from './Labelled';
import { TextInput } from './TextInput';
import { VisuallyHidden } from './VisuallyHidden';

interface FiltersButtonProps {
  /** Of the filters. */
  controls: string;
  isOpen: boolean;
  /** How many of them are in use. */
  used: number;
  onToggle: () => void;
}

/** Shows the filters where there is no room for them all the time. */
export function FiltersButton({ controls, isOpen, used, onToggle }: FiltersButtonProps) {
  return (
    <Button
      variant="quiet"
      className={styles.toggle}
      aria-expanded={isOpen}
      aria-controls={controls}
      onClick={onToggle}
    >
      Filter{used > 0 && ` (${numeral(used)})`}
    </Button>
  );
}

interface FiltersProps {
  id: string;
  /** Counts where there is no room for them all the time. */
  isOpen: boolean;
  /** Whether there is always room for the search box. */
  keepsSearch?: boolean;
  children: ReactNode;
}

/** What a list is searched for and filtered by: boxes in the line above it, which wraps them. */
export function Filters({ id, isOpen, keepsSearch = false, children }: FiltersProps) {
  const kept = isOpen ? styles.keptOpen : styles.kept;
  return (
    <search
      id={id}
      className={`${styles.filters} ${keepsSearch ? kept : isOpen ? styles.open : styles.shut}`}
    >
      {children}
    </search>
  );
}

interface SearchBoxProps {
  label: string;
  value: string;
  onChange: (text: string) => void;
  ref?: Ref<HTMLInputElement>;
}

export function SearchBox({ label, value, onChange, ref }: SearchBoxProps) {
  return (
    <TextInput
      ref={ref}
      type="search"
      label={<VisuallyHidden>{label}</VisuallyHidden>}
      className={styles.search}
      placeholder="Search"
      dir="auto"
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  options: readonly (readonly [value: string, label: string])[];
  onChange: (value: string) => void;
  /** They are names of what is listed: who looks for one on the page finds it in the list alone. */
  areNames?: boolean;
  disabled?: boolean;
  className?: string | undefined;
}

/** One of a few, beside its label. */
export function Choice(props: ChoiceProps) {
  const { label, value, options, onChange, areNames = false, disabled = false, className } = props;
  const id = useId();
  return (
    <Labelled id={id} label={label} className={className}>
      <select
        id={id}
        className={`${input.input} ${input.opens}`}
        value={value}
        disabled={disabled}
        onChange={({ target }) => onChange(target.value)}
      >
        {options.map(([name, words]) =>
          areNames ? (
            // oxlint-disable-next-line jsx-a11y/control-has-associated-label -- the attribute is what is shown and read out
            <option key={name} value={name} label={words} />
          ) : (
            <option key={name} value={name}>
              {words}
            </option>
          ),
        )}
      </select>
    </Labelled>
  );
}
