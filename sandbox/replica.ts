import type { Store, StoredRecord } from './db.ts';

/**
 * How answers stay behind what is stored. `held`: they show the state of the moment when this was set, until it is set
 * otherwise. `{ ms }`: the state of so long ago. `{ answers }`: after each write of a section, so many answers about it
 * still show what was there before. `turns`: two servers answer in turns, first the one that is held.
 */
export type Lag = 'none' | 'held' | 'turns' | { readonly ms: number } | { readonly answers: number };

const isCount = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0;

export function isLag(value: unknown): value is Lag {
  if (typeof value === 'string') return ['none', 'held', 'turns'].includes(value);
  if (typeof value !== 'object' || value === null) return false;
  const [[name, count] = [], ...more] = Object.entries(value);
  return more.length === 0 && (name === 'ms' || name === 'answers') && isCount(count);
}

/** What a section was before each of its writes (null: not there yet), oldest first. */
interface Past {
  readonly versions: { readonly before: StoredRecord | null; readonly at: number }[];
  /** Answers about the section since its last write. */
  asked: number;
}

/** The sections as one of the servers has them that answer reads, or lists. */
export class Replica {
  readonly #store: Store;
  readonly #now: () => number;
  #lag: Lag = 'none';
  readonly #pasts = new Map<number, Past>();

  constructor(store: Store, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  /** From now on; what was written before this is known to it. */
  setLag(lag: Lag): void {
    this.#lag = lag;
    this.#pasts.clear();
  }

  /** To be told of each write, with what was there before it. */
  note(id: number, before: StoredRecord | null): void {
    if (this.#lag === 'none') return;
    const known = this.#pasts.get(id);
    const earlier = known && !this.#hasCaughtUp(known) ? known.versions : [];
    this.#pasts.set(id, { versions: [...earlier, { before, at: this.#now() }], asked: 0 });
  }

  get(id: number): StoredRecord | null {
    const earlier = this.#ask(id);
    return earlier === undefined ? this.#store.get('sections', id) : earlier;
  }

  list(): StoredRecord[] {
    const records = new Map(this.#store.list('sections').map((record) => [record.Id, record]));
    for (const id of this.#pasts.keys()) {
      const earlier = this.#ask(id);
      if (earlier === null) records.delete(id);
      else if (earlier !== undefined) records.set(id, earlier);
    }
    return [...records.values()].toSorted((left, right) => left.Id - right.Id);
  }

  #hasCaughtUp({ asked }: Past): boolean {
    const lag = this.#lag;
    return typeof lag === 'object' && 'answers' in lag && asked >= lag.answers;
  }

  #ask(id: number): StoredRecord | null | undefined {
    const past = this.#pasts.get(id);
    if (!past) return undefined;
    const shown = this.#shown(past);
    past.asked += 1;
    return shown;
  }

  /** The earlier version that is still shown; undefined: what is stored. */
  #shown(past: Past): StoredRecord | null | undefined {
    const lag = this.#lag;
    const [first] = past.versions;
    if (lag === 'none' || (lag === 'turns' && past.asked % 2 === 1)) return undefined;
    if (lag === 'held' || lag === 'turns') return first?.before;
    if ('answers' in lag) return this.#hasCaughtUp(past) ? undefined : first?.before;
    const seen = this.#now() - lag.ms;
    return past.versions.find(({ at }) => at > seen)?.before;
  }
}
