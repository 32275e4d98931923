import { type KeyboardEvent, type ReactNode, useId } from 'react';
import styles from './Tabs.module.css';

interface TabItem<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** Stays in the page while hidden; pass null for a panel that should only exist while it is shown. */
  readonly panel: ReactNode;
}

interface TabsProps<Id extends string> {
  label: string;
  items: readonly TabItem<Id>[];
  selected: Id;
  onSelect: (id: Id) => void;
}

/** Tabs by the ARIA pattern, selected as the arrows move: the panels must be cheap to show. */
export function Tabs<Id extends string>({ label, items, selected, onSelect }: TabsProps<Id>) {
  const base = useId();
  const tabId = (id: string) => `${base}-${id}`;

  const handleKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const last = items.length - 1;
    const index = items.findIndex((item) => item.id === selected);
    const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1;
    const steps: Record<string, number> = {
      ArrowRight: index + forward,
      ArrowLeft: index - forward,
      Home: 0,
      End: last,
    };
    const step = steps[event.key];
    const target = step === undefined ? undefined : items.at(step > last ? 0 : step);
    if (!target) return;
    event.preventDefault();
    onSelect(target.id);
    document.getElementById(tabId(target.id))?.focus();
  };

  return (
    <div className={styles.tabs}>
      <div role="tablist" aria-label={label} className={styles.list}>
        {items.map(({ id, label: name }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={tabId(id)}
            aria-selected={id === selected}
            aria-controls={`${tabId(id)}-panel`}
            tabIndex={id === selected ? 0 : -1}
            className={styles.tab}
            onKeyDown={handleKeyDown}
            onClick={() => onSelect(id)}
          >
            {name}
          </button>
        ))}
      </div>
      {items.map(({ id, panel }) => (
        <div
          key={id}
          role="tabpanel"
          id={`${tabId(id)}-panel`}
          aria-labelledby={tabId(id)}
          hidden={id !== selected}
        >
          {panel}
        </div>
      ))}
    </div>
  );
}
