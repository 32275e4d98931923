/**
 * A browser can leave a call to its database without any answer: an open that stays pending or blocked, a transaction
 * that never ends. After so long it counts as refused, in milliseconds.
 */
const ANSWER_MS = 2000;

/** The little that drafts need of a database. Every function rejects with what the browser threw, or after two seconds. */
export interface DraftDatabase {
  put(key: string, value: unknown): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
  /** The entries whose key begins with `prefix`. */
  read(prefix: string): Promise<readonly (readonly [key: string, value: unknown])[]>;
  /** Keys in the order of `savedAt`, oldest first; those last changed before `before` only, when it is given. */
  keysByAge(before?: number): Promise<readonly string[]>;
}

const storeName = 'drafts';
const ageIndex = 'savedAt';

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('The database failed.')));
  });
}

/** A write counts when its transaction is complete: the quota can refuse it after the request succeeded. */
function completed(transaction: IDBTransaction): Promise<void> {
  // At once: a page that is going away gets no other turn.
  transaction.commit();
  return new Promise((resolve, reject) => {
    const fail = () => reject(transaction.error ?? new Error('The database failed.'));
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', fail);
  });
}

async function open(factory: IDBFactory, name: string): Promise<IDBDatabase> {
  const request = factory.open(name, 1);
  request.addEventListener('upgradeneeded', () => {
    request.result.createObjectStore(storeName).createIndex(ageIndex, 'savedAt');
  });
  return settled(request);
}

/** Every key that this app wrote is a text. */
const keyText = (key: IDBValidKey) => (typeof key === 'string' ? key : '');

const startingWith = (prefix: string) => IDBKeyRange.bound(prefix, `${prefix}\uffff`);

/** @returns a limit to the wait for each of its calls. What was asked for is still carried out when the browser wakes up. */
function patience() {
  let unanswered = 0;
  return <T>(call: Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      let isLate = false;
      const giveUp = () => {
        isLate = true;
        unanswered += 1;
        reject(new Error('The database does not answer.'));
      };
      // While an earlier call has no answer, the next one waits behind it.
      const timer = setTimeout(giveUp, unanswered > 0 ? 0 : ANSWER_MS);
      const settle = () => {
        clearTimeout(timer);
        if (isLate) unanswered -= 1;
      };
      call.then(resolve, reject).finally(settle);
    });
}

/** Drafts in IndexedDB. It is opened at the first use, and again after the browser closed it. */
export function indexedDbDrafts(name = 'nexudus-course-sections'): DraftDatabase {
  let opened: Promise<IDBDatabase> | null = null;
  const forget = () => {
    opened = null;
  };

  async function connect(): Promise<IDBDatabase> {
    // Reading the property throws where storage is refused; here that is a rejection like any other.
    const database = await open(globalThis.indexedDB, name);
    database.addEventListener('close', forget);
    // Another version of the app may need to change the database: never in its way.
    database.addEventListener('versionchange', () => {
      database.close();
      forget();
    });
    return database;
  }
  const connected = (): Promise<IDBDatabase> => {
    if (opened) return opened;
    const connecting = connect();
    connecting.catch(forget);
    opened = connecting;
    return connecting;
  };
  const store = async (mode: IDBTransactionMode) =>
    (await connected()).transaction(storeName, mode).objectStore(storeName);

  const answered = patience();
  const calls: DraftDatabase = {
    async put(key, value) {
      const drafts = await store('readwrite');
      drafts.put(value, key);
      await completed(drafts.transaction);
    },
    async remove(keys) {
      if (keys.length === 0) return;
      const drafts = await store('readwrite');
      for (const key of keys) drafts.delete(key);
      await completed(drafts.transaction);
    },
    async read(prefix) {
      const drafts = await store('readonly');
      const range = startingWith(prefix);
      const [keys, values] = await Promise.all([
        settled(drafts.getAllKeys(range)),
        settled<unknown[]>(drafts.getAll(range)),
      ]);
      return keys.map((key, index) => [keyText(key), values[index]] as const);
    },
    async keysByAge(before) {
      const range = before === undefined ? null : IDBKeyRange.upperBound(before, true);
      return (await settled((await store('readonly')).index(ageIndex).getAllKeys(range))).map(keyText);
    },
  };
  return {
    put: (key, value) => answered(calls.put(key, value)),
    remove: (keys) => answered(calls.remove(keys)),
    read: (prefix) => answered(calls.read(prefix)),
    keysByAge: (before) => answered(calls.keysByAge(before)),
  };
}
