import { useEffect } from 'react';
import { type CourseStore, courseStore } from '#/features/course-changes/courseStore';
import { sayNothingTo } from '#/features/course-changes/answers';
import { isAtWork, undoLast } from '#/features/course-changes/dispatch';
import { isTextBox } from '#/lib/isTextBox';

/** Ctrl or Cmd and Z takes the last change back, with Shift what was taken back; a text box keeps its own. */
export function useUndoKeys(store: CourseStore): void {
  useEffect(() => {
    const handle = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
      if (key.toLowerCase() !== 'z' || ctrlKey === metaKey || altKey || event.repeat) return;
      if (isTextBox(target) || document.querySelector('dialog:modal')) return;
      const { client, account, state } = store;
      const { elsewhere, status } = state.getSnapshot();
      const others = elsewhere.toReversed();
      const stores = [store, ...others.map((id) => courseStore(client, account, id))];
      const wish = shiftKey ? 'redo' : 'undo';
      if (stores.some((one) => undoLast(one, wish))) event.preventDefault();
      else if (!stores.some(isAtWork)) sayNothingTo(store, wish, status.hasUndo ? status.text : '');
    };
    document.addEventListener('keydown', handle);
    return () => document.removeEventListener('keydown', handle);
  }, [store]);
}
