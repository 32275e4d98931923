// The ARIA combobox: focus and keys stay in the text box; no native list is searched as one types.
// oxlint-disable jsx-a11y/prefer-tag-over-role
// oxlint-disable jsx-a11y/click-events-have-key-events
import { type KeyboardEvent, type ReactNode, useEffect, useId, useState } from 'react';
import { isComposing } from '#/lib/isComposing';
import styles from './Combobox.module.css';
import input from './input.module.css';
import { nextIndex } from './nextIndex';

interface ComboboxProps<T> {
  /** Id, hint and messages of the text box. */
  described: { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined };
  /** The name of the list. */
  listLabel: string;
  placeholder?: string;
  options: readonly T[];
  keyOf: (option: T) => string | number;
  /** What stands in the list. */
  render: (option: T) => ReactNode;
  chosenKey: string | number | null;
  /** What stands in the box while nothing was typed. */
  chosenText: string;
  /** What was typed since the last choice; null when nothing was. */
  typed: string | null;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onType: (text: string) => void;
  onChoose: (option: T) => void;
  /** Escape, where the list is closed; null: there is nothing to clear. */
  onClear: (() => void) | null;
  /** What is typed is meant as it stands: Enter, or the box was left. */
  onMean: () => void;
}

/**
 * The ARIA combobox with list autocomplete and manual selection: Enter and a click choose; what is typed and meant may
 * be one of them. What it lists and what is chosen come from outside.
 */
export function Combobox<T>(props: ComboboxProps<T>) {
  const { options, keyOf, render, chosenKey, typed, isOpen, onOpenChange } = props;
  const listId = useId();
  const optionId = (option: T) => `${listId}-${keyOf(option)}`;
  const text = typed ?? props.chosenText;

  // By key: the list may change under the mark while a search goes on.
  const [activeKey, setActiveKey] = useState<string | number | null>(null);
  const activeIndex = isOpen ? options.findIndex((option) => keyOf(option) === activeKey) : -1;
  const active = options[activeIndex];
  const activeOption = active === undefined ? undefined : optionId(active);
  useEffect(() => {
    if (activeOption) document.getElementById(activeOption)?.scrollIntoView({ block: 'nearest' });
  }, [activeOption]);

  const setOpen = (open: boolean) => {
    setActiveKey(null);
    onOpenChange(open);
  };
  const choose = (option: T) => {
    setOpen(false);
    props.onChoose(option);
  };
  /** @returns whether the key was for the list */
  const takeKey = (key: string): boolean => {
    if (key === 'Enter' && (isOpen || typed)) {
      if (active !== undefined) choose(active);
      else {
        props.onMean();
        // What is chosen stays, and the next Enter is the form's. Of what is typed the list is the answer.
        if (!typed) setOpen(false);
      }
    } else if (key === 'Escape' && isOpen) setOpen(false);
    else if (key === 'Escape' && props.onClear) props.onClear();
    else {
      const next = nextIndex(key, activeIndex, options.length);
      if (next === null) return false;
      onOpenChange(true);
      const marked = options[next];
      setActiveKey(marked === undefined ? null : keyOf(marked));
    }
    return true;
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!takeKey(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={styles.combobox}>
      <input
        {...props.described}
        type="text"
        role="combobox"
        aria-autocomplete="list"
        aria-controls={listId}
        // An empty list is not shown; a status says why.
        aria-expanded={isOpen && options.length > 0}
        aria-activedescendant={activeOption}
        aria-required
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        className={`${input.input} ${input.opens}`}
        placeholder={props.placeholder}
        value={text}
        onChange={(change) => {
          props.onType(change.target.value);
          setOpen(true);
        }}
        onClick={() => onOpenChange(true)}
        onKeyDown={handleKeyDown}
        onBlur={() => {
          setOpen(false);
          props.onMean();
        }}
      />
      {/* In the page while it is empty too, because the text box refers to it. */}
      <div
        id={listId}
        role="listbox"
        tabIndex={-1}
        aria-label={props.listLabel}
        className={styles.listbox}
        // Pressing the mouse here would take the focus out of the text box and close the list.
        onMouseDown={(event) => event.preventDefault()}
      >
        {(isOpen ? options : []).map((option) => (
          <div
            key={keyOf(option)}
            id={optionId(option)}
            role="option"
            tabIndex={-1}
            aria-selected={keyOf(option) === chosenKey}
            className={styles.option}
            data-active={option === active}
            onMouseMove={() => setActiveKey(keyOf(option))}
            onClick={() => choose(option)}
          >
            {render(option)}
          </div>
        ))}
      </div>
    </div>
  );
}
