/** Where a draft belongs. Each tab writes its own, so that two tabs never overwrite one another. */
export interface DraftPlace {
  /** The account's name, in lower case. */
  readonly account: string;
  /** What is edited: `section:87654321`, or `new:` and an id of its own for each new record. */
  readonly record: string;
  readonly tab: string;
}

/** What is kept: exactly this and nothing else, so that no token can slip in. */
export interface Draft extends DraftPlace {
  /** What the form holds. */
  readonly values: Readonly<Record<string, string | boolean>>;
  /** The record that the form was opened on, as JSON; null for a new one. */
  readonly base: unknown;
  /** A write that went out and whose fate is not known, as JSON: to be looked up before anything is sent again; else null. */
  readonly pending: unknown;
  /** Of the last change, in milliseconds since 1970. */
  readonly savedAt: number;
}

/** A draft that this version of the app cannot read, kept as text to copy. */
interface UnreadableDraft extends DraftPlace {
  readonly text: string;
  /** As it is stored, to be put back the way it was. */
  readonly stored: unknown;
}

export type StoredDraft =
  | { readonly kind: 'draft'; readonly draft: Draft }
  | { readonly kind: 'unreadable'; readonly unreadable: UnreadableDraft };

/** Of the shape of a stored draft; raised when an older app could misread a newer one. */
const DRAFT_VERSION = 1;
export const MAX_AGE_MS = 14 * 24 * 60 * 60 * 1000;
export const MAX_DRAFTS = 50;

/** The key of a draft. All keys of an account begin with `keyPrefix([account])`, those of a record likewise. */
export const draftKey = ({ account, record, tab }: DraftPlace) => JSON.stringify([account, record, tab]);
export const keyPrefix = (parts: readonly string[]) => `${JSON.stringify(parts).slice(0, -1)},`;

/** @returns where the draft with this key belongs, or null for a key that no version has made */
export function placeOf(key: string): DraftPlace | null {
  const parts = parse(key);
  if (!Array.isArray(parts) || parts.length !== 3) return null;
  const [account, record, tab] = parts as unknown[];
  if (typeof account !== 'string' || typeof record !== 'string' || typeof tab !== 'string') return null;
  return { account, record, tab };
}

/** What is stored for a draft. */
export function packDraft({ values, base, pending, savedAt }: Omit<Draft, keyof DraftPlace>) {
  return { version: DRAFT_VERSION, values: { ...values }, base, pending, savedAt };
}

/** Reads what is stored, whoever wrote it. Never throws; null only for a key that no version has made. */
export function readDraft(key: string, stored: unknown): StoredDraft | null {
  const place = placeOf(key);
  if (!place) return null;
  if (isPacked(stored)) {
    const { values, base, pending, savedAt } = stored;
    return { kind: 'draft', draft: { ...place, values, base, pending, savedAt } };
  }
  return { kind: 'unreadable', unreadable: { ...place, text: asText(stored), stored } };
}

function isPacked(stored: unknown): stored is ReturnType<typeof packDraft> {
  if (typeof stored !== 'object' || stored === null) return false;
  const { version, values, base, pending, savedAt } = stored as Readonly<Record<string, unknown>>;
  return (
    version === DRAFT_VERSION &&
    base !== undefined &&
    pending !== undefined &&
    Number.isFinite(savedAt) &&
    typeof values === 'object' &&
    values !== null &&
    !Array.isArray(values) &&
    Object.values(values).every((value) => typeof value === 'string' || typeof value === 'boolean')
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Something unreadable as text that a person can copy from. */
function asText(stored: unknown): string {
  if (typeof stored === 'string') return stored;
  try {
    return JSON.stringify(stored, null, 2) ?? String(stored);
  } catch {
    // `String` would call what the value itself has as its `toString`.
    return Object.prototype.toString.call(stored);
  }
}
