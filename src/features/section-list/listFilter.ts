import type { SectionView } from './sectionView';
import { fold } from '#/lib/text';

/** What is asked for; an empty text asks for nothing. It stands in the URL under these names. */
export interface ListFilter {
  readonly search: string;
  readonly unlock: string;
  readonly active: string;
}

const unlockFilters = { immediate: 1, sequential: 2, timed: 3 } as const;

const isKnownUnlock = (name: string): name is keyof typeof unlockFilters =>
  Object.hasOwn(unlockFilters, name);

/** From the URL; a value that does not exist asks for nothing. */
export function readFilter(params: URLSearchParams): ListFilter {
  const unlock = params.get('unlock') ?? '';
  const active = params.get('active') ?? '';
  return {
    search: params.get('search') ?? '',
    unlock: isKnownUnlock(unlock) || unlock === 'other' ? unlock : '',
    active: active === 'yes' || active === 'no' ? active : '',
  };
}

export function isFiltering({ search, unlock, active }: ListFilter): boolean {
  return search.trim() !== '' || unlock !== '' || active !== '';
}

const unlockNames: Readonly<Record<string, string>> = {
  immediate: 'Immediate',
  sequential: 'Sequential',
  timed: 'Timed',
  other: 'Unknown',
};

/** What was asked for, in words, e.g. “Unlock type: Timed. State: Inactive.” */
export function filterText({ search, unlock, active }: ListFilter): string {
  const texts = [
    search.trim() && `Titles, rules and numbers were searched for “${search.trim()}”.`,
    unlock && `Unlock type: ${unlockNames[unlock] ?? unlock}.`,
    active && `State: ${active === 'yes' ? 'Active' : 'Inactive'}.`,
  ];
  return texts.filter(Boolean).join(' ');
}

/**
 * The rows that obey. Titles match whatever the case and the accents; a number finds the section with that Id, and the
 * words that a rule begins with (“7 days”, “after bookings”) those that have it: a word from its middle would find each
 * section twice, by its own title and by the rule of the next one. A row that could not be read, or is not read yet,
 * obeys no rule and no state.
 * @param isKept whether a row is listed although it does not obey
 */
export function filterSections(
  views: readonly SectionView[],
  filter: ListFilter,
  isKept: (id: number) => boolean = () => false,
): readonly SectionView[] {
  if (!isFiltering(filter)) return views;
  const words = fold(filter.search).split(/\s+/).filter(Boolean);
  const phrase = unquoted(words.join(' '));
  const hasWords = ({ title, id }: SectionView) =>
    words.every((word) => fold(title).includes(word) || String(id) === word);
  return views.filter(
    (view) =>
      isKept(view.id) ||
      ((hasWords(view) || hasRule(view, phrase)) &&
        obeysUnlock(view, filter.unlock) &&
        (filter.active === '' || view.isActive === (filter.active === 'yes'))),
  );
}

const unquoted = (text: string): string => text.replace(/["“”„]/g, '');

/** Whether the sentence of the rule begins with a phrase, or is it in short. */
function hasRule({ rule, shortRule }: SectionView, phrase: string): boolean {
  if (phrase === '' || rule === null) return false;
  return unquoted(fold(rule)).startsWith(phrase) || fold(shortRule?.text ?? '') === phrase;
}

function obeysUnlock({ rule, unlockType }: SectionView, unlock: string): boolean {
  if (unlock === '') return true;
  if (rule === null) return false;
  if (isKnownUnlock(unlock)) return unlockType === unlockFilters[unlock];
  return !Object.values<number | null>(unlockFilters).includes(unlockType);
}
