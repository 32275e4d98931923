import { request } from './http/http';
import { isObject, recordReader } from './http/json';
import { incomplete, parsePage, readAllPages } from './paging';

interface LessonRow {
  readonly Id: number;
  readonly CourseId: number | null;
  readonly SectionId: number | null;
}

function readLesson(json: unknown): LessonRow | null {
  if (!isObject(json)) return null;
  const { id } = recordReader(json);
  const Id = id('Id');
  return Id === null ? null : { Id, CourseId: id('CourseId'), SectionId: id('SectionId') };
}

/**
 * How many lessons each section of a course has; sections without lessons are not in the map (docs/api-contract.md 1).
 * @throws ApiError
 */
export async function countLessons(courseId: number, signal?: AbortSignal): Promise<Map<number, number>> {
  const readPage = (page: number, size: number) =>
    request({
      method: 'GET',
      path: '/content/courselessons',
      query: { CourseLesson_Course: courseId, page, size },
      role: 'CourseLesson-List',
      parse: parsePage,
      signal,
    });
  const counts = new Map<number, number>();
  const { rows, isComplete } = await readAllPages(readPage, readLesson);
  if (!isComplete) throw incomplete();
  for (const { CourseId, SectionId } of rows) {
    if (SectionId === null || (CourseId !== null && CourseId !== courseId)) continue;
    counts.set(SectionId, (counts.get(SectionId) ?? 0) + 1);
  }
  return counts;
}
