import type { SectionChanges } from '#/features/course-changes/job/recordPayload';
import { daysRange } from '#/features/sections/model/numberRanges';
import { unlockRule } from '#/features/sections/model/unlockRule';
import { counted, numeral } from '#/lib/format';
import type { ChangeLine } from './ChangePreview';

/** What one section holds now, as far as it is known. */
export interface RuleNow {
  readonly id: number;
  readonly title: string;
  /** As a sentence; null where the section could not be read. */
  readonly rule: string | null;
  readonly unlockType: number | null;
  readonly unlockDays: number | null;
  /** Of the section before it in the course; null for the first one. */
  readonly previousTitle: string | null;
}

export type RuleChoice =
  | { readonly kind: 'immediate' | 'sequential' }
  /** This number of days for all of them. */
  | { readonly kind: 'days'; readonly days: number }
  /** Each timed one by so many days; less than 0 is earlier. */
  | { readonly kind: 'shift'; readonly by: number };

/** What a choice makes of one section. */
export interface RuleLine extends ChangeLine {
  /** Of those that change. */
  readonly set: SectionChanges | null;
}

const TIMED = 3;
const types = { immediate: 1, sequential: 2, days: TIMED } as const;

/** Before and after, for each section. */
export function ruleLines(sections: readonly RuleNow[], choice: RuleChoice): readonly RuleLine[] {
  return sections.map((section) => {
    const { id, title, rule } = section;
    const line = { id, title, before: rule ?? 'not known' };
    return { ...line, ...(choice.kind === 'shift' ? shifted(section, choice.by) : given(section, choice)) };
  });
}

type Outcome = Pick<RuleLine, 'fate' | 'after' | 'set'>;

function given(now: RuleNow, choice: Exclude<RuleChoice, { kind: 'shift' }>): Outcome {
  const UnlockType = types[choice.kind];
  // The stored days stay where nobody counts them.
  const set = choice.kind === 'days' ? { UnlockType, UnlockAfterDays: choice.days } : { UnlockType };
  const days = choice.kind === 'days' ? choice.days : now.unlockDays;
  const after = unlockRule({ UnlockType, UnlockAfterDays: days }, now.previousTitle);
  const isSame =
    now.rule !== null &&
    now.unlockType === UnlockType &&
    (choice.kind !== 'days' || now.unlockDays === choice.days);
  return isSame ? { fate: 'same', after, set: null } : { fate: 'changes', after, set };
}

const left = (why: string): Outcome => ({ fate: 'left', after: `left alone: ${why}`, set: null });

function shifted({ rule, unlockType, unlockDays }: RuleNow, by: number): Outcome {
  if (rule === null) return left('its days are not known');
  if (unlockType !== TIMED) return left('it isn’t timed');
  if (unlockDays === null) return left('its days are not known');
  const days = unlockDays + by;
  if (days < daysRange.min)
    return { fate: 'impossible', after: `${numeral(days)} days: before the enrolment`, set: null };
  if (days > daysRange.max)
    return { fate: 'impossible', after: `more than ${numeral(daysRange.max)} days`, set: null };
  if (by === 0) return { fate: 'same', after: rule, set: null };
  return {
    fate: 'changes',
    after: unlockRule({ UnlockType: TIMED, UnlockAfterDays: days }),
    set: { UnlockAfterDays: days },
  };
}

const changing = (lines: readonly RuleLine[]) => lines.filter(({ fate }) => fate === 'changes');

const isText = (count: number, words: string) =>
  count === 0 ? '' : ` ${numeral(count)} ${count === 1 ? 'is' : 'are'} ${words}.`;

/** “Changes 3 sections. 2 are so already. 1 is left alone.” */
export function changesText(lines: readonly RuleLine[], nowUnknown: ReadonlySet<number>): string {
  const countOf = (fate: RuleLine['fate']) => lines.filter((line) => line.fate === fate).length;
  const [same, leftAlone] = [countOf('same'), countOf('left')];
  const unknown = changing(lines).filter(({ id }) => nowUnknown.has(id)).length;
  const open =
    unknown === 0 ? '' : ` What ${counted(unknown, 'of them has', 'of them have')} now is not known.`;
  return `Changes ${counted(changing(lines).length, 'section')}.${open}${isText(same, 'so already')}${isText(leftAlone, 'left alone')}`;
}

/** Why a choice can't be carried out; null when it can. */
export function obstacleText(lines: readonly RuleLine[], choice: RuleChoice): string | null {
  const impossible = lines.filter(({ fate }) => fate === 'impossible').length;
  if (impossible > 0) {
    const subject = impossible === 1 ? '1 section' : `${numeral(impossible)} sections`;
    return `${subject} can’t move that far (see below). Choose fewer days, or leave ${impossible === 1 ? 'it' : 'them'} out of the selection.`;
  }
  if (changing(lines).length > 0) return null;
  if (choice.kind === 'shift' && choice.by === 0) return 'Enter a number of days other than 0';
  if (lines.some(({ fate }) => fate === 'same'))
    return 'There is nothing to change: this is the rule already.';
  return 'There is nothing to move: none of these sections is timed.';
}
