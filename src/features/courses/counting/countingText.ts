import { counted as countedText, numeral } from '#/lib/format';

/** How far the numbers of sections are known. */
export interface Counting {
  /** Courses of which a person wants to know the number, and those whose number is known. */
  readonly all: number;
  readonly counted: number;
  /** Others will be known. */
  readonly isGoingOn: boolean;
  /** The role for want of which nothing is counted. */
  readonly missingRole: string | null;
}

/** What has to be said of it; null when nothing has. */
export function countingText({ all, counted, isGoingOn, missingRole }: Counting): string | null {
  if (missingRole !== null) return `Sections aren’t counted: your account lacks the role ${missingRole}.`;
  if (counted === all) return null;
  const of = `${numeral(counted)} of ${countedText(all, 'course')}`;
  return isGoingOn ? `Sections are counted in ${of} so far.` : `Sections could be counted in ${of} only.`;
}
