import { useEffect, useEffectEvent } from 'react';
import { isTextBox } from '#/lib/isTextBox';
import { singleKeysOff } from './singleKeys';

/**
 * What keys do that stand alone: nothing while somebody types, chooses or is asked something.
 * @param actions by the key's name; one that returns false leaves the key to the browser
 */
export function useSingleKeys(actions: Readonly<Record<string, () => false | void>>): void {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey, target, defaultPrevented } = event;
    const action = Object.hasOwn(actions, key) ? actions[key] : undefined;
    if (!action || defaultPrevented || ctrlKey || metaKey || altKey || isTextBox(target)) return;
    if (document.querySelector('dialog:modal, [role="menu"]') || singleKeysOff.isChosen()) return;
    if (action() !== false) event.preventDefault();
  });
  useEffect(() => {
    document.addEventListener('keydown', handle);
    return () => document.removeEventListener('keydown', handle);
  }, []);
}
