import { numeral } from '#/lib/format';
import { fold, trimText } from '#/lib/text';
import { parseTypedId } from '#/lib/wholeNumber';
import type { PlaceWish } from '#/features/course-changes/plan/placePlan';

/** A section behind which another one can be put. */
export interface PlaceSection {
  readonly id: number;
  readonly title: string;
  /** In the whole course, counted from 1. */
  readonly position: number;
}

export interface PlaceOption {
  readonly wish: PlaceWish;
  /** For the box, e.g. “After “Kitchens””. */
  readonly text: string;
  /** null at the ends. */
  readonly section: PlaceSection | null;
}

/** More than anyone scrolls through; typing narrows it down. */
const MAX_OPTIONS = 100;

/** Both ends, and behind each section. @param sections in the order that the app shows */
export function placeOptions(sections: readonly PlaceSection[]): readonly PlaceOption[] {
  const ends: PlaceOption[] = [
    { wish: 'start', text: 'At the start', section: null },
    { wish: 'end', text: 'At the end', section: null },
  ];
  if (sections.length === 0) return ends.slice(1);
  return [
    ...ends,
    ...sections.map((section) => ({ wish: section.id, text: `After “${section.title}”`, section })),
  ];
}

/**
 * The options that a person looks for by the title or the position of a section; without a text those around the chosen
 * one, the ends first.
 */
export function findPlaces(
  options: readonly PlaceOption[],
  typed: string,
  chosen: PlaceWish | null,
): readonly PlaceOption[] {
  const wanted = fold(trimText(typed));
  if (wanted === '') {
    const at = options.findIndex(({ wish }) => wish === chosen);
    const ends = options.filter(({ section }) => section === null);
    const room = MAX_OPTIONS - ends.length;
    const first = Math.min(
      Math.max(at - room / 2, ends.length),
      Math.max(options.length - room, ends.length),
    );
    return [...ends, ...options.slice(first, first + room)];
  }
  const position = parseTypedId(typed);
  const isAt = ({ section }: PlaceOption) => position !== null && section?.position === position;
  // Each begins with “After”: that is looked for only by who types the word.
  const isCalled = ({ text, section }: PlaceOption) =>
    (section !== null && fold(section.title).includes(wanted)) ||
    ((section === null || wanted.startsWith('after')) && fold(text).includes(wanted));
  // Who types a number means the position first.
  const found = [...options.filter(isAt), ...options.filter((one) => !isAt(one) && isCalled(one))];
  return found.slice(0, MAX_OPTIONS);
}

/** The one option that a typed text names as it stands: by its words, its title or its position; null for none or several. */
export function meantPlace(options: readonly PlaceOption[], typed: string): PlaceOption | null {
  const wanted = fold(trimText(typed));
  if (wanted === '') return null;
  const position = parseTypedId(typed);
  const isNamed = ({ text, section }: PlaceOption) =>
    fold(text) === wanted || (section !== null && fold(trimText(section.title)) === wanted);
  const named = options.filter(isNamed);
  const meant = named.length > 0 ? named : options.filter(({ section }) => section?.position === position);
  return meant.length === 1 ? (meant[0] ?? null) : null;
}

/** What the search has found, for a status. */
export function foundText(count: number, typed: string): string {
  if (count === 0) return `No section matches “${trimText(typed)}”.`;
  if (count >= MAX_OPTIONS) return `The first ${numeral(count)} places. Type to search.`;
  return count === 1 ? '1 place' : `${numeral(count)} places`;
}
