import { isObject } from '#/api/http/json';
import type { Asked, AskedStore, Request, Target } from '#/features/course-changes/askedTypes';
import type { Sequence } from '#/features/course-changes/plan/sequence';
import { attempt, isCopyGoal, isIds, isValues, type TextStorage } from './jobStore';

const STORED_VERSION = 1;

/** A list longer than this is no person's work of a moment. */
const MAX_KEPT = 100;

/**
 * Keeps what one page has yet to carry out for a course, under a name of the page. A lock says that the page is open: what
 * is kept without one was left behind. Where the browser has no locks (no secure context), every other page counts as gone.
 * @param storage a function, because reading `window.localStorage` itself can throw
 * @param page different for each load of the app
 */
export function createAskedStore(
  storage: () => TextStorage,
  locks: () => LockManager | undefined,
  place: { readonly account: string; readonly courseId: number; readonly page: string },
): AskedStore {
  const prefix = `section-asked/${encodeURIComponent(place.account)}/${place.courseId}/`;
  const own = prefix + place.page;
  let release: (() => void) | null = null;
  let hasLeft = false;

  const setOpen = (isOpen: boolean) => {
    if (isOpen === (release !== null)) return;
    release?.();
    release = null;
    if (!isOpen) return;
    const isDone = new Promise<void>((resolve) => {
      release = resolve;
    });
    void locks()?.request(own, () => isDone);
  };
  const others = () => attempt(() => Object.keys(storage()), []).filter(isOther);
  const isOther = (key: string) => key.startsWith(prefix) && key !== own;
  const take = (key: string): readonly Asked[] =>
    attempt(() => {
      const left = readAsked(storage().getItem(key));
      storage().removeItem(key);
      return left;
    }, []);

  return {
    save(asked) {
      setOpen(asked.length > 0);
      return attempt(() => {
        if (asked.length === 0) storage().removeItem(own);
        else
          storage().setItem(own, JSON.stringify({ version: STORED_VERSION, asked: asked.slice(-MAX_KEPT) }));
        return true;
      }, false);
    },
    leave() {
      hasLeft = true;
      setOpen(false);
    },
    hasOthers: () => others().length > 0,
    async takeOver(onLeft) {
      const manager = locks();
      // A page that has left has no place for it any more: there it stays for the next one.
      const hand = (key: string, isLate: boolean) => {
        if (!hasLeft) onLeft(take(key), isLate);
      };
      for (const key of others()) {
        if (!manager) hand(key, false);
        const isGone = await manager?.request(key, { ifAvailable: true }, async (lock) => {
          if (lock) hand(key, false);
          return lock !== null;
        });
        if (isGone === false) void manager?.request(key, async () => hand(key, true));
      }
    },
  };
}

function readAsked(text: string | null): readonly Asked[] {
  const entry: unknown = JSON.parse(text ?? 'null');
  if (!isObject(entry) || entry.version !== STORED_VERSION || !Array.isArray(entry.asked)) return [];
  return entry.asked.filter(isAsked);
}

function isAsked(value: unknown): value is Asked {
  return (
    isObject(value) &&
    typeof value.id === 'string' &&
    typeof value.describe === 'string' &&
    (value.status === 'queued' || value.status === 'begun' || value.status === 'held') &&
    isRequest(value.request)
  );
}

function isRequest(value: unknown): value is Request {
  if (!isObject(value)) return false;
  switch (value.kind) {
    case 'move':
      return isIntent(value.intent) && isCount(value.writes);
    case 'order':
      return isIds(value.over) && isIds(value.wanted) && isCount(value.writes);
    case 'tidyUp':
      return isCount(value.writes);
    case 'makeRoom':
      return isTarget(value.newcomer) && isCount(value.number) && isCount(value.writes);
    case 'switch':
      return isTarget(value.target) && typeof value.isActive === 'boolean';
    case 'rename': {
      const isTitle = value.over === null || typeof value.over === 'string';
      return isTarget(value.target) && isTitle && typeof value.title === 'string';
    }
    case 'delete':
      return isTarget(value.target);
    case 'change':
      return isChangeTargets(value.targets) && isValues(value.set);
    case 'deleteMany':
      return isTargets(value.targets);
    case 'duplicate':
      return (
        isTargets(value.targets) &&
        ['undefined', 'boolean'].includes(typeof value.isInactive) &&
        (value.goal === undefined || isCopyGoal(value.goal))
      );
    default:
      return false;
  }
}

const isCount = (value: unknown) => Number.isSafeInteger(value);

function isIntent(value: unknown): value is { ids: Sequence; after: number | null } {
  return isObject(value) && isIds(value.ids) && (value.after === null || Number.isSafeInteger(value.after));
}

function isTarget(value: unknown): value is Target {
  return isObject(value) && Number.isSafeInteger(value.id) && typeof value.title === 'string';
}

const isTargets = (value: unknown): value is Target[] => Array.isArray(value) && value.every(isTarget);

const isChangeTargets = (value: unknown) =>
  isTargets(value) && value.every((target) => !('set' in target) || isValues(target.set));
