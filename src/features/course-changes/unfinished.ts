import { createStore, type Store } from '#/lib/store';

/** Changes of one course that are not done, as those see them who ask before something leaves the app. */
export interface Unfinished {
  /** For people, oldest first. */
  describe(): readonly string[];
  /** Sends what only waits for more of its kind. */
  flush(): void;
  /** Whether something of it needs a decision now. */
  hasTrouble(): boolean;
  /** Whether it is offered again where it was not carried out. */
  isKept(): boolean;
  /** Nothing of it is asked for: it was typed, and is nowhere but in this page. */
  readonly isTyped?: true;
}

const works: Store<readonly Unfinished[]> = createStore<readonly Unfinished[]>([]);

/** What is waiting or under way in this page, whichever page of the app is on the screen. */
export const unfinished: Pick<typeof works, 'subscribe' | 'getSnapshot'> = works;

/** Leaving the app is asked about by the browser as long as anything is unfinished. */
export function setUnfinished(work: Unfinished, isUnfinished: boolean): void {
  const before = works.getSnapshot();
  if (before.includes(work) === isUnfinished) return;
  const after = isUnfinished ? [...before, work] : before.filter((other) => other !== work);
  works.set(after);
  if (before.length === 0) {
    addEventListener('beforeunload', askToStay);
    document.addEventListener('visibilitychange', flushHidden);
  } else if (after.length === 0) {
    removeEventListener('beforeunload', askToStay);
    document.removeEventListener('visibilitychange', flushHidden);
  }
}

function askToStay(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

/** A page that is not seen may have its timers slowed down, or be thrown away. */
function flushHidden(): void {
  if (document.visibilityState !== 'hidden') return;
  for (const work of works.getSnapshot()) work.flush();
}
