import type { CourseRecord } from '#/api/courses';
import { fold, isBlank, trimText } from '#/lib/text';
import { compareTitles } from './courseText';
import { courseTitle } from './courseTitle';
import { readSearch } from './searchWords';

/** What is asked for; an empty text asks for nothing. It stands in the URL under these names. */
export interface CourseFilter {
  readonly search: string;
  readonly location: string;
  readonly group: string;
  readonly active: string;
}

export const everything: CourseFilter = { search: '', location: '', group: '', active: '' };

/** In the URL: the courses that have no location, or no group. */
const NONE = '(none)';

/** From the URL; a state that does not exist asks for nothing. */
export function readCourseFilter(params: URLSearchParams): CourseFilter {
  const active = params.get('active');
  return {
    search: params.get('search') ?? '',
    location: params.get('location') ?? '',
    group: params.get('group') ?? '',
    active: active === 'yes' || active === 'no' ? active : '',
  };
}

export const isFiltering = (filter: CourseFilter): boolean =>
  filter.search.trim() !== '' || choicesInUse(filter) > 0;

/** How many choices beside the search leave something out. */
export const choicesInUse = ({ location, group, active }: CourseFilter): number =>
  [location, group, active].filter((value) => value !== '').length;

/** A name that people give, as the filter knows it. */
const nameOf = (text: string | null): string => (text === null || isBlank(text) ? NONE : trimText(text));

type Option = readonly [value: string, label: string];

/**
 * The names to choose from, in their order; none where all courses have the same one, unless another was asked for.
 * Before the courses are known, what is asked for can be shown.
 * @param wanted what is asked for: it is an option even where no course has it
 * @param noneText for the courses without a name
 */
export function optionsOf(
  names: readonly (string | null)[] | undefined,
  wanted: string,
  noneText: string,
): readonly Option[] {
  const all = new Set(names?.map(nameOf));
  if (wanted !== '') all.add(wanted);
  if (names && all.size < 2) return [];
  const hasNone = all.delete(NONE);
  const options = [...all].sort(compareTitles).map((name): Option => [name, name]);
  return [['', 'Any'], ...options, ...(hasNone ? [[NONE, noneText] as const] : [])];
}

/** What was chosen beside the search, in words: “Location: Harbour House. State: Inactive.” */
export function choicesText({ location, group, active }: CourseFilter): string {
  const texts = [
    location && `Location: ${location === NONE ? 'none' : location}.`,
    group && `Group: ${group === NONE ? 'none' : group}.`,
    active && `State: ${active === 'yes' ? 'Active' : 'Inactive'}.`,
  ];
  return texts.filter(Boolean).join(' ');
}

/**
 * The courses that obey. Every word of the search is found in the title, location or group, or the number of the course
 * begins with it; a number may also be that of the sections.
 * @param counts the numbers of sections, as far as they are known; `any`: all that might be found
 */
export function filterCourses(
  courses: readonly CourseRecord[],
  filter: CourseFilter,
  counts: ReadonlyMap<number, number | null> | 'any',
): readonly CourseRecord[] {
  if (!isFiltering(filter)) return courses;
  const wanted = readSearch(filter.search);
  return courses.filter((course) => {
    const { Id, BusinessName, GroupName, Active } = course;
    const text = fold(`${courseTitle(course)} ${BusinessName ?? ''} ${GroupName ?? ''}`);
    return (
      wanted.every(
        ({ texts, count }) =>
          texts.every((word) => text.includes(word) || String(Id).startsWith(word)) ||
          (count !== null && (counts === 'any' || counts.get(Id) === count)),
      ) &&
      (filter.location === '' || nameOf(BusinessName) === filter.location) &&
      (filter.group === '' || nameOf(GroupName) === filter.group) &&
      (filter.active === '' || Active === (filter.active === 'yes'))
    );
  });
}
