import { useEffect, useEffectEvent } from 'react';
import { useNavigate } from 'react-router-dom';
import type { Permissions } from '#/features/course-changes/permissions';
import { paths } from '#/paths';
import { isTextBox } from '#/lib/isTextBox';
import { singleKeysOff } from '#/features/keys/singleKeys';

export interface ListKeysOptions {
  courseId: number;
  permissions: Permissions;
  /** Opens the sheet of the keys. */
  onHelp: () => void;
}

/** The keys of the list that stand alone: none while somebody types, chooses or is asked something. */
export function useListKeys({ courseId, permissions, onHelp }: ListKeysOptions): void {
  const navigate = useNavigate();
  const actions: Readonly<Record<string, () => void>> = {
    '?': onHelp,
    n: () => {
      if (permissions.create === null) void navigate(paths.newSection(courseId));
    },
    e: () => currentRow()?.click(),
    j: () => step('ArrowDown'),
    k: () => step('ArrowUp'),
    '/': () => document.querySelector<HTMLElement>('main [type="search"]')?.focus(),
  };
  const handle = useEffectEvent((event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey, target, defaultPrevented } = event;
    const action = Object.hasOwn(actions, key) ? actions[key] : undefined;
    if (!action || defaultPrevented || ctrlKey || metaKey || altKey || isTextBox(target)) return;
    if (document.querySelector('dialog:modal, [role="menu"]') || singleKeysOff.isChosen()) return;
    event.preventDefault();
    action();
  });
  useEffect(() => {
    document.addEventListener('keydown', handle);
    return () => document.removeEventListener('keydown', handle);
  }, []);
}

/** The title of the row that Tab leads to. */
const currentRow = () => document.querySelector<HTMLElement>('li[data-id] a:not([tabindex="-1"])');

/** As the arrow does in the list; from elsewhere, the first of them goes to the current row. */
function step(key: 'ArrowDown' | 'ArrowUp'): void {
  const row = currentRow();
  if (!row) return;
  if (document.activeElement?.closest('li[data-id]') !== row.closest('li')) row.focus();
  else row.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}
