import type { SectionRecord } from '#/api/sections/sections';
import { trimText } from '#/lib/text';
import { pick } from '#/lib/objects';
import { type IndependentField, withDependents } from './fields';
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
/** The side of each conflict that the person took so far. */
export type Choices = Readonly<Partial<Record<SectionField, Choice>>>;

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

const NO_IMAGE = 'No image';

type Merger = (parties: Parties) => Verdict;

const activeText = ({ active }: SectionFormValues) => (active ? 'Active' : 'Inactive');

/** One decision for each field, a dependent one going with the field that it depends on. */
const mergers: Readonly<Record<IndependentField, Merger>> = {
  courseId: mergeCourse,
  title: byText('title', ({ title }) => trimText(title)),
  displayOrder: byText('displayOrder', ({ displayOrder }) => numberText(displayOrder, orderRange)),
  active: byText('active', activeText, activeText),
  introduction: byText('introduction', ({ introduction }) => introduction),
  thumbnail: byText(
    'thumbnail',
    ({ thumbnail, imageUrl }) => (thumbnail === 'remove' ? NO_IMAGE : `Image from ${trimText(imageUrl)}`),
    (_, record) => record.ImageFileName ?? NO_IMAGE,
  ),
  unlockType: mergeRule,
};

/**
 * The three-way merge of a section: what the form was opened on, what is stored now, what the form holds (docs/api-contract.md 5).
 * Law: no one's value vanishes without standing in `kept` or `conflicts`, unless both sides say the same. Properties
 * that the form does not know are not here: `toPayload(values, theirs)` takes them from `theirs`.
 */
export function mergeSection(base: SectionRecord, theirs: SectionRecord, mine: SectionFormValues): Merge {
  const parties = { base, opened: toFormValues(base), theirs, now: toFormValues(theirs), mine };
  const verdicts = Object.values(mergers).map((merge) => merge(parties));
  return {
    values: verdicts.reduce((values, { take }) => ({ ...values, ...take }), mine),
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
  choices: Choices,
): SectionFormValues | null {
  const values = { ...merge.values };
  const now = toFormValues(theirs);
  for (const { field } of merge.conflicts) {
    if (!choices[field]) return null;
    if (choices[field] === 'theirs') Object.assign(values, partOf(field, now));
  }
  return values;
}

/** A field with what depends on it. */
function partOf(field: SectionField, values: SectionFormValues): Partial<SectionFormValues> {
  return pick(values, withDependents([field]));
}

/** The course is fixed in the form, so a move to another one is always theirs. */
function mergeCourse({ base, opened, theirs, now }: Parties): Verdict {
  const take = { courseId: now.courseId };
  if (opened.courseId === now.courseId) return { take };
  const was = base.CourseTitle ?? opened.courseId;
  return { take, kept: { field: 'courseId', base: was, theirs: theirs.CourseTitle ?? now.courseId } };
}

/**
 * Merges a field by what it says to people.
 * @param typed what the form says where it was changed, in the spelling of what is stored
 * @param stored what is stored; left out: the box as it was opened
 */
function byText(
  field: IndependentField,
  typed: (mine: SectionFormValues) => string,
  stored: (values: SectionFormValues, record: SectionRecord) => string = (values) => String(values[field]),
): Merger {
  return ({ base, opened, theirs, now, mine }) => {
    const was = stored(opened, base);
    const is = stored(now, theirs);
    const wanted = mine[field] === opened[field] ? was : typed(mine);
    const take = partOf(field, now);
    if (wanted === is) return { take };
    if (wanted === was) return { take, kept: { field, base: was, theirs: is } };
    return is === was ? {} : { conflict: { field, base: was, theirs: is, mine: wanted } };
  };
}

function numberText(text: string, range: Range): string {
  return String(numberOf(text, range) ?? text);
}

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
