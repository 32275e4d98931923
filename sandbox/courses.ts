import type { Hono } from 'hono';
import { withRole } from './auth.ts';
import type { SandboxContext, SandboxEnv } from './context.ts';
import type { Entity, StoredRecord } from './db.ts';
import { json, notFound } from './envelope.ts';
import { contains, equals, listPage, wholeNumber } from './lists.ts';
import { dated } from './sectionRecord.ts';

/** Courses, lessons and enrolments: they can be read, and nothing else (docs/api-contract.md 1 and 3). */
type Filter = (record: StoredRecord, query: URLSearchParams) => boolean;

/** Names that begin with `$` are the sandbox's own notes. */
function shown(stored: StoredRecord, hidden: readonly string[] = []): Record<string, unknown> {
  const entries = Object.entries(stored);
  return Object.fromEntries(entries.filter(([name]) => !name.startsWith('$') && !hidden.includes(name)));
}

/** What the vendor's pages say, or lead to expect, that lists leave out. */
const LONG_TEXTS: Record<'courses' | 'lessons' | 'members', readonly string[]> = {
  courses: ['FullDescription', 'OverviewText'],
  lessons: ['LessonContents', 'UnlockType', 'CompletionType'],
  members: [],
};

function list(c: SandboxContext, entity: Exclude<Entity, 'sections'>, filter: Filter): Response {
  const { store, options } = c.var.world;
  const query = new URL(c.req.url).searchParams;
  const kept = store.list(entity).filter((record) => options.ignoresFilters || filter(record, query));
  const records = kept.map((record) => dated(shown(record, LONG_TEXTS[entity]), options));
  return json(listPage(records, query));
}

const courseFilter: Filter = (course, query) =>
  contains(course['Title'], query.get('Course_Title')) &&
  equals(course['BusinessId'], query.get('Course_Business'));

const lessonFilter: Filter = (lesson, query) =>
  equals(lesson['SectionId'], query.get('CourseLesson_Section')) &&
  equals(lesson['CourseId'], query.get('CourseLesson_Course'));

const memberFilter: Filter = (member, query) =>
  equals(member['CourseId'], query.get('CourseMember_Course')) &&
  equals(member['CoworkerId'], query.get('CourseMember_Coworker'));

function oneCourse(c: SandboxContext): Response {
  const { store, options } = c.var.world;
  const id = wholeNumber(c.req.param('id') ?? null);
  const course = id === null ? null : store.get('courses', id);
  return course ? json(dated(shown(course), options)) : notFound();
}

export function addCourseRoutes(api: Hono<SandboxEnv>): void {
  for (const slash of ['', '/']) {
    api.get(`/content/courses${slash}`, (c) =>
      withRole(c, 'Course-List', () => list(c, 'courses', courseFilter)),
    );
    api.get(`/content/courselessons${slash}`, (c) =>
      withRole(c, 'CourseLesson-List', () => list(c, 'lessons', lessonFilter)),
    );
    api.get(`/content/coursemembers${slash}`, (c) =>
      withRole(c, 'CourseMember-List', () => list(c, 'members', memberFilter)),
    );
  }
  api.get('/content/courses/:id', (c) => withRole(c, 'Course-Read', () => oneCourse(c)));
}
