import { useNavigate } from 'react-router-dom';
import { answer } from '#/features/course-changes/answers';
import type { CourseStore } from '#/features/course-changes/courseStore';
import type { Permissions } from '#/features/course-changes/permissions';
import { paths } from '#/paths';
import { useSingleKeys } from '#/features/keys/useSingleKeys';

export interface ListKeysOptions {
  store: CourseStore;
  permissions: Permissions;
}

/** The keys of the list that stand alone; those of every page are in layouts/PageKeys. */
export function useListKeys({ store, permissions }: ListKeysOptions): void {
  const navigate = useNavigate();
  useSingleKeys({
    n: () => {
      if (permissions.create === null) void navigate(paths.newSection(store.courseId));
      else answer(store, permissions.create);
    },
    e: () => currentRow()?.click(),
    j: () => step('ArrowDown'),
    k: () => step('ArrowUp'),
  });
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
