import { readSectionRecord } from '#/api/sections/sectionRecord';
import type { KnownProperty, SectionRecord } from '#/api/sections/sections';
import {
  type Conflict,
  type KeptChange,
  type Merge,
  mergeSection,
} from '#/features/sections/model/mergeSection';
import { withDependents } from '#/features/sections/model/fields';
import { type SectionFormValues, rawValue } from '#/features/sections/model/sectionFormValues';
import { toPayload, writtenProperties } from '#/features/sections/model/sectionPayload';
import { serializeRecord } from '#/features/sections/model/serialization';
import { isServerNormalised } from './compareStored';
import { isSame } from '#/lib/isSame';

interface SavedForm {
  /** What the form was opened on when it was submitted. */
  readonly base: SectionRecord;
  readonly submitted: SectionFormValues;
  /** What is stored after the save. */
  readonly record: SectionRecord;
  /** What the form holds now: typing goes on while a save is under way. */
  readonly current: SectionFormValues;
  /** The changes by someone else that the save kept. */
  readonly kept: readonly KeptChange[];
}

/** What someone else changed, and this person typed in before it could be shown. */
export interface ConcurrentChanges {
  /** What is stored, but for those changes: what this person knows of it, and the base of the form until they choose. */
  readonly known: SectionRecord;
  readonly merge: Merge;
}

/**
 * Finds the fields that hold someone else's value after a save and were typed in while it was under way: the form
 * can't show that value, so it has to be asked about. What the server's own clean-up explains is nobody's change.
 * @returns null when there is none
 */
export function concurrentChanges({
  base,
  submitted,
  record,
  current,
  kept,
}: SavedForm): ConcurrentChanges | null {
  const isImageMine = submitted.thumbnail !== 'keep';
  const isImageTouched = current.thumbnail !== submitted.thumbnail || current.imageUrl !== submitted.imageUrl;
  const sent = toPayload(submitted, base);
  const theirs = writtenProperties.filter(
    ([property]) =>
      !isSame(sent[property], rawValue(record, property)) &&
      !isServerNormalised(sent[property], rawValue(record, property)),
  );
  const mineOf = (properties: typeof theirs) => ({
    ...serializeRecord(record),
    ...Object.fromEntries(properties.map(([property]) => [property, sent[property]])),
  });
  const image = isImageMine
    ? {}
    : ({ ImageFileName: base.ImageFileName } satisfies Partial<Record<KnownProperty, unknown>>);
  const expected = readSectionRecord({ ...mineOf(theirs), ...image }) ?? record;
  const mine = isImageTouched ? current : ({ ...current, thumbnail: 'keep', imageUrl: '' } as const);
  const merge = mergeSection(expected, record, mine);
  if (merge.conflicts.length === 0) return null;

  const asked = new Set(withDependents(merge.conflicts.map(({ field }) => field)));
  const known = readSectionRecord({
    ...mineOf(theirs.filter(([, field]) => asked.has(field))),
    ...(asked.has('thumbnail') && image),
  });
  // The record names whoever wrote last. Where the save kept a change of somebody else, that is the person who saved.
  const byWhom = (conflict: Conflict): Conflict => ({
    ...conflict,
    by:
      kept.find(({ field, theirs }) => field === conflict.field && theirs === conflict.theirs)?.by ??
      conflict.by,
  });
  return { known: known ?? record, merge: { ...merge, conflicts: merge.conflicts.map(byWhom) } };
}
