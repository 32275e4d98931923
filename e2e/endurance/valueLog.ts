import type { StoredRecord } from '../../sandbox/db';

/** The fields that two people edit, by their labels. The days belong to their rule. */
export const fields = ['Title', 'Introduction', 'Display order', 'Unlock type', 'Active'] as const;
export type Field = (typeof fields)[number];
export type Person = 'admin' | 'colleague';

function ruleText({ UnlockType, UnlockAfterDays }: StoredRecord): string {
  if (UnlockType === 1) return 'Available at once';
  if (UnlockType === 2) return 'After the previous section is completed';
  return `${String(UnlockAfterDays)} days after enrolment`;
}

/** What is stored for a field, in the words in which the page shows it. */
const storedWords: Readonly<Record<Field, (record: StoredRecord) => string>> = {
  Title: ({ Title }) => String(Title),
  Introduction: ({ SectionContents }) => (typeof SectionContents === 'string' ? SectionContents : ''),
  'Display order': ({ DisplayOrder }) => String(DisplayOrder),
  'Unlock type': ruleText,
  Active: ({ Active }) => (Active === true ? 'Active' : 'Inactive'),
};

/** What a page shows. */
export interface View {
  readonly controls: Readonly<Record<Field, string>>;
  /** The versions of each field in the comparison. */
  readonly compared: Readonly<Partial<Record<Field, readonly string[]>>>;
  /** Every version that is shown beside the form, e.g. of a draft. */
  readonly texts: readonly string[];
}

/** A value as it was stored once. */
interface Version {
  readonly value: string;
  readonly by: Person | null;
  readonly at: number;
}

/**
 * Knows each stored value, who wrote it, and what each person last knew to be stored; finds a write that replaces
 * another value than its author knew of. One knows what one wrote, and what stands on the screen after the page has read
 * it. The one write that no client can prevent is left out: over a value that was stored after the last read before it.
 */
export class Witness {
  readonly problems: string[] = [];
  readonly #versions = new Map<Field, Version>();
  readonly #lastRead = new Map<Person, number>();
  readonly #known = { admin: new Map<Field, string>(), colleague: new Map<Field, string>() };
  readonly #submitted = new Map<Person, View>();
  #clock = 0;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(record: StoredRecord) {
    this.#note(record, null);
  }

  /** One call after the other, so that the order of reads and writes is certain. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#turn.then(work);
    this.#turn = next.catch(() => undefined);
    return next;
  }

  stored(field: Field): string {
    return this.#versions.get(field)?.value ?? '';
  }

  /** The page of this person has read what is stored now. */
  read(who: Person): void {
    this.#lastRead.set(who, ++this.#clock);
  }

  /** This stands on the screen of this person. */
  sees(who: Person, { controls, compared }: View): void {
    const lastRead = this.#lastRead.get(who) ?? 0;
    for (const [field, { value, at }] of this.#versions) {
      const isShown = controls[field] === value || compared[field]?.includes(value);
      if (isShown && at <= lastRead) this.#known[who].set(field, value);
    }
  }

  /** This person saves what stands there. */
  submits(who: Person, view: View): void {
    this.#submitted.set(who, view);
  }

  /** A write of this person was carried out; `record` is what is stored now. */
  wrote(who: Person, record: StoredRecord): void {
    const lastRead = this.#lastRead.get(who) ?? 0;
    const submitted = this.#submitted.get(who)?.controls;
    for (const [field, { value, by, at }] of this.#versions) {
      const next = storedWords[field](record);
      if (next !== value && this.#known[who].get(field) !== value && at <= lastRead) {
        const author = by ?? 'the beginning';
        this.problems.push(`${who} replaced ${field} “${value}” of ${author} without having been shown it`);
      }
      if (submitted?.[field] === next) this.#known[who].set(field, next);
    }
    this.#note(record, who);
  }

  #note(record: StoredRecord, by: Person | null): void {
    const at = ++this.#clock;
    for (const field of fields) {
      const value = storedWords[field](record);
      if (this.#versions.get(field)?.value !== value) this.#versions.set(field, { value, by, at });
    }
  }
}
