import type { DraftPlace } from '#/lib/drafts/draft';
import { createStore } from '#/lib/store';

/** What keeps the draft of the form on this page. */
export interface Autosave {
  /** Where the draft is kept. */
  readonly place: DraftPlace;
  /** Writes now what the form holds; true when it is safe in this browser. */
  saveDraftNow(): Promise<boolean>;
  /** A write goes out (then it is kept with the draft, at once), or its fate is known (null). */
  setPending(write: object | null): void;
  /** The form was saved or given up: nothing of it is kept. */
  discard(): void;
}

let current: Autosave | null = null;
const available = createStore(false);

/** Its code comes after the page is usable: until then, and where no drafts can be kept, there is none. */
export const autosave = {
  current: (): Autosave | null => current,
  /** Whether a draft can be kept, as far as is known: a storage that hangs shows it only after a while. */
  isAvailable: available.getSnapshot,
  subscribe: available.subscribe,
  /** What one of them has found out; that of an earlier page says nothing of this one. */
  setAvailable(of: Autosave, isAvailable: boolean): void {
    if (of === current) available.set(isAvailable);
  },
  /** @returns unregister; it leaves the autosave of a later page alone */
  register(next: Autosave): () => void {
    current = next;
    available.set(true);
    return () => {
      if (current !== next) return;
      current = null;
      available.set(false);
    };
  },
};
