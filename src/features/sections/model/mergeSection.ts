import type { SectionRecord } from '#/api/sections/sections';
import { trimText } from '#/lib/text';
import { daysRange, numberOf, orderRange, type Range } from './numberRanges';
import { type SectionField, type SectionFormValues, rawValue, toFormValues } from './sectionFormValues';
import { unlockTypeOf } from './sectionPayload';
import { unlockRule } from './unlockRule';

/** A field that someone else changed. Texts are for people; of the introduction, the HTML. */
interface TheirChange {
  readonly field: SectionField;
  readonly base: string;
  readonly theirs: string;
}

interface ByWhom {
  /** Who saved the record last, as far as the server says. */
  readonly by: string | null;
}

/** A change by someone else that the save keeps. */
export interface KeptChange extends TheirChange, ByWhom {}

/** A field that both sides changed, each to something else. `unlockType` stands for its days as well. */
export interface Conflict extends TheirChange, ByWhom {
  readonly mine: string;
}

export interface Merge {
  /** To be sent over `theirs`: theirs where only they changed a field, mine where I did (also where both did). */
  readonly values: SectionFormValues;
  readonly kept: readonly KeptChange[];
  readonly conflicts: readonly Conflict[];
}

export type Choice = 'mine' | 'theirs';

type Plain = 'title' | 'displayOrder' | 'active' | 'introduction' | 'thumbnail';

const plainFields: readonly Plain[] = ['title', 'displayOrder', 'active', 'introduction', 'thumbnail'];

/** The three parties of a merge, each record with its form beside it. */
interface Parties {
  readonly base: SectionRecord;
  readonly opened: SectionFormValues;
  readonly theirs: SectionRecord;
  readonly now: SectionFormValues;
  readonly mine: SectionFormValues;
}

/** What one field adds to the merge. */
interface Verdict {
  readonly take?: Partial<SectionFormValues>;
  readonly kept?: TheirChange;
  readonly conflict?: Omit<Conflict, 'by'>;
}

/**
 * The three-way merge of a section: what the form was opened on, what is stored now, what the form holds (docs/api-contract.md 5).
 * Law: no one's value vanishes without standing in `kept` or `conflicts`, unless both sides say the same. Properties
 * that the form does not know are not here: `toPayload(values, theirs)` takes them from `theirs`.
 */
export function mergeSection(base: SectionRecord, theirs: SectionRecord, mine: SectionFormValues): Merge {
  const parties = { base, opened: toFormValues(base), theirs, now: toFormValues(theirs), mine };
  const verdicts = [
    mergeCourse(parties),
    ...plainFields.map((field) => mergePlain(field, parties)),
    mergeRule(parties),
  ];
  return {
    values: Object.assign({ ...mine }, ...verdicts.map(({ take }) => take)) as SectionFormValues,
    kept: verdicts.flatMap(({ kept }) => (kept ? { ...kept, by: theirs.UpdatedBy } : [])),
    conflicts: verdicts.flatMap(({ conflict }) => (conflict ? { ...conflict, by: theirs.UpdatedBy } : [])),
  };
}

/**
 * The values after the person chose a side for each conflict; null while one is undecided. They belong to `theirs`,
 * which becomes the base of the next save: what someone changes after that is a conflict of its own.
 */
export function resolveConflicts(
  merge: Pick<Merge, 'values' | 'conflicts'>,
  theirs: SectionRecord,
  choices: Readonly<Partial<Record<SectionField, Choice>>>,
): SectionFormValues | null {
  const values = { ...merge.values };
  const now = toFormValues(theirs);
  for (const { field } of merge.conflicts) {
    if (!choices[field]) return null;
    if (choices[field] === 'theirs') Object.assign(values, partOf(field, now));
  }
  return values;
}

/** A field with what depends on it: the days with their rule, the address with the choice of the image. */
function partOf(field: SectionField, values: SectionFormValues): Partial<SectionFormValues> {
  const { unlockAfterDays, imageUrl } = values;
  return {
    [field]: values[field],
    ...(field === 'unlockType' && { unlockAfterDays }),
    ...(field === 'thumbnail' && { imageUrl }),
  };
}

/** The course is fixed in the form, so a move to another one is always theirs. */
function mergeCourse({ base, opened, theirs, now }: Parties): Verdict {
  const take = { courseId: now.courseId };
  if (opened.courseId === now.courseId) return { take };
  const was = base.CourseTitle ?? opened.courseId;
  return { take, kept: { field: 'courseId', base: was, theirs: theirs.CourseTitle ?? now.courseId } };
}

function mergePlain(field: Plain, parties: Parties): Verdict {
  const was = storedText(field, parties.base, parties.opened);
  const is = storedText(field, parties.theirs, parties.now);
  const wanted = typedText(field, parties, was);
  const take = partOf(field, parties.now);
  if (wanted === is) return { take };
  if (wanted === was) return { take, kept: { field, base: was, theirs: is } };
  return is === was ? {} : { conflict: { field, base: was, theirs: is, mine: wanted } };
}

const activeText = (isActive: boolean) => (isActive ? 'Active' : 'Inactive');

function storedText(field: Plain, record: SectionRecord, values: SectionFormValues): string {
  if (field === 'active') return activeText(values.active);
  if (field === 'thumbnail') return record.ImageFileName ?? 'No image';
  return values[field];
}

/** What the form says for a field, in the same spelling as what is stored. */
function typedText(field: Plain, { mine, opened }: Parties, was: string): string {
  if (field === 'thumbnail') {
    if (mine.thumbnail === 'keep') return was;
    return mine.thumbnail === 'remove' ? 'No image' : `Image from ${trimText(mine.imageUrl)}`;
  }
  if (mine[field] === opened[field]) return was;
  if (field === 'active') return activeText(mine.active);
  if (field === 'title') return trimText(mine.title);
  return field === 'introduction' ? mine.introduction : numberText(mine.displayOrder, orderRange);
}

const numberText = (text: string, range: Range) => String(numberOf(text, range) ?? text);

/**
 * The unlock type and its days are one rule: days that I typed mean nothing under a type that they chose. Days that
 * stand stored while no one counts them are merged alone.
 */
function mergeRule({ base, opened, theirs, now, mine }: Parties): Verdict {
  const was = storedRule(base);
  const is = storedRule(theirs);
  const isTimed = mine.unlockType === 'timed';
  const isMineAsOpened =
    mine.unlockType === opened.unlockType && (!isTimed || mine.unlockAfterDays === opened.unlockAfterDays);
  const wanted = isMineAsOpened ? was : typedRule(mine);
  const take = partOf('unlockType', now);
  const days = {
    field: 'unlockAfterDays',
    base: opened.unlockAfterDays,
    theirs: now.unlockAfterDays,
  } as const;
  const keptDays = days.base === days.theirs ? {} : { kept: days };

  if (wanted.key === was.key && is.key !== was.key) {
    return { take, kept: { field: 'unlockType', base: was.text, theirs: is.text } };
  }
  if (wanted.key === is.key) return { take, ...(isTimed ? {} : keptDays) };
  if (is.key !== was.key) {
    return { conflict: { field: 'unlockType', base: was.text, theirs: is.text, mine: wanted.text } };
  }
  if (!isTimed || !keptDays.kept) return keptDays;
  const typed = numberText(mine.unlockAfterDays, daysRange);
  return typed === days.theirs ? {} : { conflict: { ...days, mine: typed } };
}

/** `key` is equal for equal rules; the text alone may not tell two unreadable ones apart. */
interface Rule {
  readonly key: string;
  readonly text: string;
}

function storedRule(record: SectionRecord): Rule {
  const days = record.UnlockType === 3 ? rawValue(record, 'UnlockAfterDays') : null;
  return { key: JSON.stringify([rawValue(record, 'UnlockType'), days]), text: unlockRule(record) };
}

function typedRule({ unlockType, unlockAfterDays }: SectionFormValues): Rule {
  const days = unlockType === 'timed' ? numberOf(unlockAfterDays, daysRange) : null;
  const type = unlockTypeOf(unlockType);
  return {
    key: JSON.stringify([type, days]),
    text: unlockRule({ UnlockType: type, UnlockAfterDays: days }),
  };
}
