/** What keeps the draft of the form on this page. */
export interface Autosave {
  /** Whether drafts can be kept in this browser. */
  isAvailable(): boolean;
  /** Writes now what the form holds; true when it is safe in this browser. */
  saveDraftNow(): Promise<boolean>;
  /** A write goes out (then it is kept with the draft, at once), or its fate is known (null). */
  setPending(write: object | null): void;
  /** The form was saved or given up: nothing of it is kept. */
  discard(): void;
}

let current: Autosave | null = null;

/** Its code comes after the page is usable: until then, and where no drafts can be kept, there is none. */
export const autosave = {
  current: (): Autosave | null => current,
  /** @returns unregister; it leaves the autosave of a later page alone */
  register(next: Autosave): () => void {
    current = next;
    return () => {
      if (current === next) current = null;
    };
  },
};
