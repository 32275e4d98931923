import { useEffect } from 'react';

/** Those of ListExtras: F2, Ctrl and Z, and those that stand alone. */
const isOurs = ({ key, ctrlKey, metaKey }: KeyboardEvent) =>
  key === 'F2' || (/^z$/i.test(key) && (ctrlKey || metaKey)) || /^[nejk]$/.test(key);

/**
 * As long as the code of the keys is on its way: the last one is pressed again when it is there. One letter of several
 * is a part of a word.
 */
export function EarlyKeys() {
  useEffect(() => {
    let last: KeyboardEvent | null = null;
    let isInWord = false;
    const note = (event: KeyboardEvent) => {
      const isLetter = event.key.length === 1 && !event.ctrlKey && !event.metaKey;
      last = !isOurs(event) || event.defaultPrevented || (isLetter && isInWord) ? null : event;
      isInWord = isLetter;
    };
    document.addEventListener('keydown', note);
    return () => {
      document.removeEventListener('keydown', note);
      const again = last;
      // The listeners of those keys come with the next effects.
      if (again) setTimeout(() => again.target?.dispatchEvent(new KeyboardEvent(again.type, again)));
    };
  }, []);
  return null;
}
