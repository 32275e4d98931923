import { numeral } from '#/lib/format';
import type { SectionView } from '#/features/section-list/sectionView';

/** What a copy does not have: the lessons, with their number where it is known, and a thumbnail. */
export function notCopiedText(views: readonly Pick<SectionView, 'lessons'>[]): string {
  const known = views.flatMap(({ lessons }) => lessons ?? []);
  const count = known.reduce((sum, one) => sum + one, 0);
  const isKnown = known.length === views.length;
  const isOne = views.length === 1;
  const where = isOne ? 'the original' : 'the originals';
  const lessons = isKnown
    ? `Lessons are not copied: ${numeral(count)} ${count === 1 ? 'stays' : 'stay'} in ${where}. `
    : 'Lessons are not copied. ';
  // Without any there is nothing to lose.
  return `${isKnown && count === 0 ? '' : lessons}${isOne ? 'The copy has' : 'The copies have'} no thumbnail.`;
}
