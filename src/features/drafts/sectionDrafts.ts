import { type Draft, draftKey, type DraftPlace, type StoredDraft } from '#/lib/drafts/draft';
import { indexedDbDrafts } from '#/lib/drafts/draftDatabase';
import { createDraftStore, type DraftStore } from '#/lib/drafts/draftStore';
import { createStore } from '#/lib/store';
import { parseId } from '#/lib/ids';
import { newUuid } from '#/lib/uuid';
import { readSectionRecord } from '#/api/sections/sectionRecord';
import type { SectionRecord } from '#/api/sections/sections';
import { paths } from '#/paths';
import type { Overtaken, OvertakenDraft } from '#/features/saving/overtaken';
import { readFormValues } from '#/features/sections/model/newSection';
import type { SectionFormValues } from '#/features/sections/model/sectionFormValues';
import { sectionTitle } from '#/features/sections/model/sectionTitle';
import { serializeRecord } from '#/features/sections/model/serialization';
import { sectionKey } from '#/features/sections/model/storageKeys';

const store = createDraftStore(indexedDbDrafts());

/** Changes when there may be another draft or one less; not with each write of one. */
export const draftsVersion = createStore(0);
const bump = () => draftsVersion.set(draftsVersion.getSnapshot() + 1);

const written = new Set<string>();
const openHere = new Set<string>();

/** The draft of a form that is open on this page: it is no one's to be picked up. */
export const isOpenHere = (place: DraftPlace) => openHere.has(draftKey(place));

/** @returns the way to say that the form is gone, and its draft one of the others */
export function openDraft(place: DraftPlace): () => void {
  const key = draftKey(place);
  openHere.add(key);
  return () => {
    openHere.delete(key);
    bump();
  };
}

/** The drafts of this browser. */
export const sectionDrafts: DraftStore = {
  ...store,
  save: async (draft) => {
    const storage = await store.save(draft);
    const key = draftKey(draft);
    if (!written.has(key)) bump();
    written.add(key);
    return storage;
  },
  putBack: async (found) => {
    const storage = await store.putBack(found);
    bump();
    return storage;
  },
  remove: async (place) => {
    const storage = await store.remove(place);
    written.delete(draftKey(place));
    bump();
    return storage;
  },
};

/** A draft of a section, as this app wrote it. */
export interface SectionDraft {
  readonly place: DraftPlace;
  readonly values: SectionFormValues;
  /** null for a new section. */
  readonly base: SectionRecord | null;
  readonly pending: unknown;
  readonly savedAt: number;
}

/** What a draft is in the database. */
export function toDraft({ place, values, base, pending, savedAt }: SectionDraft): Draft {
  const { account, record, tab } = place;
  return {
    account,
    record,
    tab,
    values: { ...values },
    base: base && serializeRecord(base),
    pending,
    savedAt,
  };
}

/** A draft with the values of a section's form; null for one that another version wrote otherwise. */
export function readSectionDraft({ values, base, pending, savedAt, ...place }: Draft): SectionDraft | null {
  const read = readFormValues(values);
  const record = base === null ? null : readSectionRecord(base);
  if (!read || (base !== null && !record)) return null;
  return { place, values: read, base: record, pending, savedAt };
}

/** A draft of a stored section that no form has written. @param base null when what is stored could not be read */
export function newDraft(
  account: string,
  sectionId: number,
  base: SectionRecord | null,
  values: SectionFormValues,
): Draft {
  const place = { account, record: sectionKey(sectionId), tab: newUuid() };
  return toDraft({ place, values, base, pending: null, savedAt: Date.now() });
}

/** Puts what somebody has changed just after it was saved into a draft over what is stored now. Never throws. */
export async function keepOvertaken(
  account: string,
  { title, record, values }: Overtaken,
): Promise<OvertakenDraft> {
  const draft = newDraft(account, record.Id, record, values);
  return { title, draft, isKept: (await sectionDrafts.save(draft)) === 'kept' };
}

/** What a list says of a draft: its page, and what to call it. */
export function describeDraft(found: StoredDraft): { readonly path: string; readonly title: string } {
  const { record } = found.kind === 'draft' ? found.draft : found.unreadable;
  const draft = found.kind === 'draft' ? readSectionDraft(found.draft) : null;
  const id = parseId(record.startsWith('section:') ? record.slice('section:'.length) : null);
  if (id !== null) {
    return {
      path: paths.editSection(id),
      title: sectionTitle({ Id: id, Title: draft?.values.title ?? draft?.base?.Title ?? null }),
    };
  }
  return {
    path: paths.newSection(parseId(draft?.values.courseId) ?? undefined),
    title: draft?.values.title.trim() || '(new section without a title)',
  };
}
