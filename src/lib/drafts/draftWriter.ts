import type { Draft, DraftPlace } from './draft';
import type { DraftStore, StorageState } from './draftStore';

type DraftContent = Pick<Draft, 'values' | 'base' | 'pending'>;

/** Typing is at most this far ahead of the draft, and the time of one write. In milliseconds. */
export const WRITE_DELAY_MS = 500;

export interface DraftWriter {
  /** Something was typed; `read` is called when the draft is written. */
  change(read: () => DraftContent): void;
  /** Writes now what is still to be written. */
  flush(): Promise<void>;
  /** The form was saved or given up: nothing more is written, and what was is removed. */
  discard(): Promise<void>;
}

/**
 * Writes a draft behind the typing: not at each key, but never later than half a second after it, however fast one types.
 * Writes never overtake one another.
 */
export function createDraftWriter(
  place: DraftPlace,
  store: Pick<DraftStore, 'save' | 'remove'>,
  onStorageState: (storage: StorageState) => void,
  now: () => number = Date.now,
): DraftWriter {
  let pending: (() => DraftContent) | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> = Promise.resolve();

  const stopTimer = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const write = (): Promise<void> => {
    stopTimer();
    if (pending) {
      // Read now: when the page goes away there is no later.
      const draft: Draft = { ...place, ...pending(), savedAt: now() };
      pending = null;
      writing = writing.then(async () => onStorageState(await store.save(draft)));
    }
    return writing;
  };

  return {
    change(read) {
      pending = read;
      // A running timer stays, or fast typing would put the write off for ever.
      timer ??= setTimeout(() => void write(), WRITE_DELAY_MS);
    },
    flush: write,
    discard() {
      stopTimer();
      pending = null;
      writing = writing.then(async () => onStorageState(await store.remove(place)));
      return writing;
    },
  };
}

/** Flushes when the page hides or goes away: after that a browser may end it without another word. @returns the undoing */
export function flushOnHide(writer: Pick<DraftWriter, 'flush'>): () => void {
  const handlePageHide = () => void writer.flush();
  const handleVisibility = () => {
    if (document.visibilityState === 'hidden') void writer.flush();
  };
  window.addEventListener('pagehide', handlePageHide);
  document.addEventListener('visibilitychange', handleVisibility);
  return () => {
    window.removeEventListener('pagehide', handlePageHide);
    document.removeEventListener('visibilitychange', handleVisibility);
  };
}
