/** What keeps the draft of the form on this page. */
export interface DraftKeeper {
  /** Whether drafts can be kept in this browser. */
  isKeeping(): boolean;
  /** Writes now what the form holds; true when it is safe in this browser. */
  keepNow(): Promise<boolean>;
  /** A write goes out (then it is kept with the draft, at once), or its fate is known (null). */
  setPending(write: object | null): void;
  /** The form was saved or given up: nothing of it is kept. */
  discard(): void;
}

let keeper: DraftKeeper | null = null;

/** Its code comes after the page is usable: until then, and where no drafts can be kept, there is none. */
export const draftKeeper = {
  current: (): DraftKeeper | null => keeper,
  /** @returns the way to take it back; it leaves a later page's keeper alone. */
  register(next: DraftKeeper): () => void {
    keeper = next;
    return () => {
      if (keeper === next) keeper = null;
    };
  },
};
