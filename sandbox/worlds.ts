import { DEFAULT_WORLD, isWorldName, ROLES, type Role, type UserName } from './accounts.ts';
import type { Store } from './db.ts';
import type { QueuedFault } from './faults.ts';
import { DEFAULT_OPTIONS, type WorldOptions } from './options.ts';
import { Replica } from './replica.ts';
import { RequestLog } from './requestLog.ts';
import { seedStore } from './seed/seed.ts';
import { deleteDatabases, fileIdOf, holdDatabases, openStore, type Storage } from './storage.ts';
import { Throttle, type ThrottleRule } from './throttle.ts';

/** One isolated copy of everything: records, tokens, faults, options, log. */
export interface World {
  readonly name: string;
  readonly store: Store;
  options: WorldOptions;
  /** Roles that were taken from accounts (by account name) while running. */
  readonly takenRoles: Map<string, ReadonlySet<string>>;
  readonly faults: QueuedFault[];
  /** Titles whose `-once` fault has happened. */
  readonly spent: Set<string>;
  readonly log: RequestLog;
  readonly throttle: Throttle;
  /** Where reads and lists of sections look; they may lag behind the store. */
  readonly replicas: { readonly reads: Replica; readonly lists: Replica };
}

/** Whether the account may do what the role stands for, in this world and at this moment. */
export function hasRole(world: World, user: UserName, role: Role): boolean {
  const taken = world.takenRoles.get(user.account.name);
  return taken ? !taken.has(role) : !user.account.lacks.includes(role);
}

export function isRole(text: unknown): text is Role {
  return (ROLES as readonly unknown[]).includes(text);
}

/** Changes what a world was set to; a lag begins anew whenever it is set. */
export function setOptions(world: World, changes: Partial<WorldOptions>): void {
  world.options = { ...world.options, ...changes };
  if (changes.readLag !== undefined) world.replicas.reads.setLag(changes.readLag);
  if (changes.listLag !== undefined) world.replicas.lists.setLag(changes.listLag);
}

interface OpenWorld {
  readonly world: World;
  /** What it was opened from. Once files were deleted the name leads to another file, or to none. */
  readonly fileId: bigint | null;
}

/** Opens worlds on first use and keeps them open until `close`, or until their files are gone. */
export class Worlds {
  readonly #open = new Map<string, OpenWorld>();
  readonly #storage: Storage;
  readonly #throttle: ThrottleRule | false;
  readonly #now: () => number;
  /** While a world is open, nobody may delete the files: ends that. */
  #release: (() => void) | null = null;

  constructor(storage: Storage, throttle: ThrottleRule | false, now: () => number) {
    this.#storage = storage;
    this.#throttle = throttle;
    this.#now = now;
  }

  /** The world of that name, seeded if it is new. @throws DataError when its data cannot be used */
  get(name: string): World {
    const known = this.#open.get(name);
    if (known && known.fileId === fileIdOf(this.#storage, name)) return known.world;
    if (known) this.#lose(known.world);
    if (this.#storage !== 'memory') this.#release ??= holdDatabases(this.#storage.directory);
    const store = openStore(this.#storage, name);
    const replicas = { reads: new Replica(store, this.#now), lists: new Replica(store, this.#now) };
    store.onWrite = (entity, id, before) => {
      if (entity !== 'sections') return;
      replicas.reads.note(id, before);
      replicas.lists.note(id, before);
    };
    const world: World = {
      name,
      store,
      options: { ...DEFAULT_OPTIONS, throttle: this.#throttle },
      takenRoles: new Map(),
      faults: [],
      spent: new Set(),
      log: new RequestLog(),
      throttle: new Throttle(),
      replicas,
    };
    this.#open.set(name, { world, fileId: fileIdOf(this.#storage, name) });
    return world;
  }

  /** Lets go of a world whose file was deleted; the lock may have gone with it. */
  #lose({ name, store }: World): void {
    process.stderr.write(
      `Sandbox: the file of the world “${name}” was deleted while in use. It starts again with the sample data; sign in again.\n`,
    );
    store.close();
    this.#open.delete(name);
    this.#release?.();
    this.#release = null;
  }

  /** The world of that name if it was used before; a forged token must not make new ones. */
  find(name: string): World | null {
    const isKnown = this.#open.has(name) || fileIdOf(this.#storage, name) !== null;
    return isWorldName(name) && isKnown ? this.get(name) : null;
  }

  /** Everything of one world as it was when new, without its sessions. */
  resetWorld(world: World): void {
    world.store.transaction(() => {
      world.store.clear();
      seedStore(world.store);
    });
    setOptions(world, { ...DEFAULT_OPTIONS, throttle: this.#throttle });
    world.takenRoles.clear();
    world.faults.length = 0;
    world.spent.clear();
    world.log.clear();
    world.throttle.reset();
  }

  /** Forgets every world: databases are deleted, and seeded again on their next use. */
  resetAll(): void {
    this.close();
    if (this.#storage !== 'memory') deleteDatabases(this.#storage.directory);
  }

  /** The world of callers that nobody knows. */
  default(): World {
    return this.get(DEFAULT_WORLD);
  }

  close(): void {
    for (const { world } of this.#open.values()) world.store.close();
    this.#open.clear();
    this.#release?.();
    this.#release = null;
  }
}
