import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { disabledFor } from './disabledFor';
import styles from './Menu.module.css';

interface MenuItemProps {
  role: 'menuitem';
  tabIndex: number;
  className: string | undefined;
}

interface MenuItem {
  readonly label: string;
  /** What does the same without the menu: “F2”. */
  readonly keys?: string;
  readonly onSelect?: () => void;
  /** Why it can't be chosen now. */
  readonly disabledReason?: string | null;
  /** For a link: `(props) => <Link {...props} to={…}>Edit</Link>`. */
  readonly render?: (props: MenuItemProps) => ReactNode;
}

interface MenuProps {
  /** The accessible name of the button. */
  label: string;
  /** What the button shows. */
  children: ReactNode;
  className?: string | undefined;
  tabIndex?: 0 | -1;
  /** Asked when the menu opens. */
  items: () => readonly MenuItem[];
}

/** A button with a menu, by the ARIA pattern: arrows, Home, End, first letters; Escape and Tab close it. */
export function Menu({ label, children, className, tabIndex, items }: MenuProps) {
  const [openAt, setOpenAt] = useState<'first' | 'last' | null>(null);
  const button = useRef<HTMLButtonElement>(null);

  const close = (isFocusBack: boolean) => {
    if (isFocusBack) button.current?.focus();
    setOpenAt(null);
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    event.preventDefault();
    setOpenAt(event.key === 'ArrowDown' ? 'first' : 'last');
  };

  return (
    <div className={styles.host}>
      <button
        ref={button}
        type="button"
        tabIndex={tabIndex}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={openAt !== null}
        className={className}
        onClick={() => (openAt === null ? setOpenAt('first') : close(true))}
        onKeyDown={openAt === null ? handleKeyDown : undefined}
      >
        {children}
      </button>
      {openAt !== null && (
        <OpenMenu label={label} openAt={openAt} items={items()} buttonRef={button} onClose={close} />
      )}
    </div>
  );
}

interface OpenMenuProps {
  label: string;
  openAt: 'first' | 'last';
  items: readonly MenuItem[];
  buttonRef: RefObject<HTMLElement | null>;
  onClose: (isFocusBack: boolean) => void;
}

function OpenMenu({ label, openAt, items, buttonRef, onClose }: OpenMenuProps) {
  const ref = useRef<HTMLDivElement>(null);
  const isButtonPressed = useRef(false);
  const entries = () => [...(ref.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];

  useLayoutEffect(() => {
    const menu = ref.current;
    if (!menu) return;
    const { bottom } = menu.getBoundingClientRect();
    // Above the button where there is no room below it.
    if (bottom > innerHeight && menu.offsetHeight < menu.getBoundingClientRect().top) menu.dataset['up'] = '';
    const all = [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]')];
    all.at(openAt === 'first' ? 0 : -1)?.focus({ preventScroll: menu.dataset['up'] !== undefined });
  }, [openAt]);

  const handlePress = useEffectEvent(({ target }: PointerEvent) => {
    const isOn = (element: HTMLElement | null) =>
      target instanceof Node && element?.contains(target) === true;
    isButtonPressed.current = isOn(buttonRef.current);
    if (!isButtonPressed.current && !isOn(ref.current)) onClose(false);
  });
  useEffect(() => {
    document.addEventListener('pointerdown', handlePress, true);
    return () => document.removeEventListener('pointerdown', handlePress, true);
  }, []);

  const handleKeyDown = (event: KeyboardEvent) => {
    const all = entries();
    const index = all.indexOf(document.activeElement as HTMLElement);
    const next = nextIndex(event, all, index);
    if (next !== null) {
      event.preventDefault();
      all.at(next % all.length)?.focus();
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      if (event.key === 'Escape') event.preventDefault();
      event.stopPropagation();
      onClose(true);
    }
  };
  const select = (item: MenuItem) => {
    if (item.disabledReason) return;
    // The focus is back on the button first: what opens now returns it there.
    onClose(true);
    item.onSelect?.();
  };
  const itemProps = { role: 'menuitem', tabIndex: -1, className: styles.item } as const;

  return (
    <div
      ref={ref}
      role="menu"
      tabIndex={-1}
      aria-label={label}
      className={styles.menu}
      onKeyDown={handleKeyDown}
      onBlur={({ relatedTarget }) => {
        const isInside = relatedTarget instanceof Node && ref.current?.contains(relatedTarget);
        // A press on the button closes by its click. Safari gives the focus to something else first.
        if (!isInside && !isButtonPressed.current && relatedTarget !== buttonRef.current) onClose(false);
      }}
    >
      {items.map((item) =>
        item.render ? (
          <span key={item.label} role="none" className={styles.link}>
            {item.render(itemProps)}
          </span>
        ) : (
          <button
            {...itemProps}
            key={item.label}
            type="button"
            aria-keyshortcuts={item.keys}
            {...disabledFor(item.disabledReason ?? null)}
            onClick={() => select(item)}
          >
            {item.label}
            {item.keys && <kbd aria-hidden="true">{item.keys}</kbd>}
          </button>
        ),
      )}
    </div>
  );
}

function nextIndex(
  { key, altKey }: KeyboardEvent,
  all: readonly HTMLElement[],
  index: number,
): number | null {
  if (altKey) return null;
  if (key === 'ArrowDown') return index + 1;
  if (key === 'ArrowUp') return index - 1 + all.length;
  if (key === 'Home') return 0;
  if (key === 'End') return all.length - 1;
  if (key.length !== 1 || key === ' ') return null;
  const order = [...all.slice(index + 1), ...all.slice(0, index + 1)];
  const found = order.find(({ textContent }) => textContent.toLowerCase().startsWith(key.toLowerCase()));
  return found ? all.indexOf(found) : null;
}
