import { type ReactNode, useState } from 'react';
import { cutText } from '#/lib/text';
import { Breakable } from '#/ui/Breakable';
import styles from './LongText.module.css';

const MAX_CHARS = 300;

interface LongTextProps {
  text: string;
  /** Wraps the words, e.g. in a link; the button stays outside of it. */
  children?: (words: ReactNode) => ReactNode;
}

/** A message as it came, cut while it is very long: a server may send a megabyte. */
export function LongText({ text, children = (words) => words }: LongTextProps) {
  const [isOpen, setIsOpen] = useState(false);
  if (text.length <= MAX_CHARS) return children(<Breakable>{text}</Breakable>);
  return (
    <>
      {children(<Breakable>{isOpen ? text : `${cutText(text, MAX_CHARS)}…`}</Breakable>)}{' '}
      <button
        type="button"
        className={styles.more}
        aria-expanded={isOpen}
        onClick={() => setIsOpen((open) => !open)}
      >
        {isOpen ? 'Show less' : 'Show all'}
      </button>
    </>
  );
}
