import { ApiError } from '#/api/http/errors';
import type { SectionListRow, SectionRecord } from '#/api/sections/sections';
import type { Sequence } from '#/features/course-changes/plan/sequence';
import { sectionTitle } from '#/features/sections/model/sectionTitle';
import { type ShortRule, shortUnlockRule, unlockRule } from '#/features/sections/model/unlockRule';
import { ruleDoubt, type RuleDoubt } from './ruleDoubt';

/** One section as the list shows it. */
export interface SectionView {
  readonly id: number;
  readonly title: string;
  /** In the whole course, from 1, whatever is filtered. */
  readonly position: number;
  /** null while it is being read. */
  readonly rule: string | null;
  /** The same in two words; null as it is. */
  readonly shortRule: ShortRule | null;
  /** What makes the rule doubtful. */
  readonly ruleDoubt: RuleDoubt | null;
  /** null while it is being read, or when it could not be. */
  readonly isActive: boolean | null;
  readonly unlockType: number | null;
  /** The stored number, whether the rule counts it or not. */
  readonly unlockDays: number | null;
  readonly failure: ApiError | null;
  readonly lessons: number | null;
  /** Somebody deleted it meanwhile; it stays in its place until the list may move. */
  readonly isGone: boolean;
}

export interface ViewSources {
  /** Every row that is shown, also those that are gone. */
  readonly rows: ReadonlyMap<number, SectionListRow>;
  readonly sequence: Sequence;
  readonly records: ReadonlyMap<number, SectionRecord | ApiError> | undefined;
  readonly lessons: ReadonlyMap<number, number> | undefined;
  readonly isGone: (id: number) => boolean;
}

/** The rows of the whole course, in the order of the screen. */
export function viewSections({ rows, sequence, records, lessons, isGone }: ViewSources): SectionView[] {
  const lessonsOf = (id: number) => (lessons ? (lessons.get(id) ?? 0) : null);
  return sequence.flatMap((id, index): SectionView | [] => {
    const row = rows.get(id);
    if (!row) return [];
    const found = records?.get(id);
    const record = found instanceof ApiError ? undefined : found;
    const previous = rows.get(sequence[index - 1] ?? Number.NaN);
    const before = records?.get(previous?.Id ?? Number.NaN);
    const placed = previous && {
      title: sectionTitle(previous),
      isActive: before && 'Active' in before ? before.Active : null,
      lessons: lessonsOf(previous.Id),
    };
    return {
      id,
      title: sectionTitle(row),
      position: index + 1,
      rule: record ? unlockRule(record, previous ? sectionTitle(previous) : null) : null,
      shortRule: record ? shortUnlockRule(record, previous ? index : null) : null,
      ruleDoubt: record ? ruleDoubt(record, placed ?? null) : null,
      isActive: record ? record.Active : null,
      unlockType: record ? record.UnlockType : null,
      unlockDays: record ? record.UnlockAfterDays : null,
      failure: found instanceof ApiError ? found : null,
      lessons: lessonsOf(id),
      isGone: isGone(id),
    };
  });
}
