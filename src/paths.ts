import { parseId } from '#/lib/ids';

/** The address of every page, in the router's notation: a part after a colon is an id (lib/ids.ts), one at most. */
export const patterns = {
  signIn: '/sign-in',
  courses: '/courses',
  courseSections: '/courses/:courseId/sections',
  newSection: '/sections/new',
  editSection: '/sections/:sectionId/edit',
} as const;

export type PageName = keyof typeof patterns;
export const pageNames = Object.keys(patterns) as PageName[];

/** The URLs that the app leads to. Ids are checked before they get here. */
export const paths = {
  home: () => '/',
  signIn: (next?: string) =>
    next === undefined || next === '/'
      ? patterns.signIn
      : `${patterns.signIn}?next=${encodeURIComponent(next)}`,
  courses: () => patterns.courses,
  courseSections: (courseId: number) => `/courses/${courseId}/sections`,
  /** @param after the section that the new one is to follow, or the start of the course */
  newSection: (courseId?: number, after?: number | 'start') => {
    if (courseId === undefined) return patterns.newSection;
    const place = after === undefined ? '' : `&after=${after}`;
    return `${patterns.newSection}?courseId=${courseId}${place}`;
  },
  editSection: (sectionId: number) => `/sections/${sectionId}/edit`,
} satisfies Record<PageName | 'home', unknown>;

const isId = (part: string) => part.startsWith(':');

interface PageMatch {
  readonly name: PageName;
  /** The id in the path of a page that has one. */
  readonly id: number | null;
}

/** The page at a path; null when there is none, or when what should be an id is none. Home leads to the courses. */
export function matchPage(path: string): PageMatch | null {
  if (path === paths.home()) return { name: 'courses', id: null };
  const parts = path.split('/');
  for (const name of pageNames) {
    const wanted = patterns[name].split('/');
    const isHere =
      wanted.length === parts.length && wanted.every((part, at) => isId(part) || part === parts[at]);
    if (!isHere) continue;
    const at = wanted.findIndex(isId);
    const id = at === -1 ? null : parseId(parts[at]);
    if (at === -1 || id !== null) return { name, id };
  }
  return null;
}
