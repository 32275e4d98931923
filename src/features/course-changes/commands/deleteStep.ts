import { ApiError } from '#/api/http/errors';
import { settle } from '#/api/http/result';
import { deleteSection } from '#/api/sections/sectionWrites';
import { getSection } from '#/api/sections/sections';
import type { StepOutcome } from '#/features/course-changes/job/jobTypes';
import { isElsewhere } from '#/features/sections/model/otherCourse';
import type { CourseStore } from '#/features/course-changes/courseStore';
import { dropSection, readList, readSection } from './listCache';
import { lookUntil } from '#/features/saving/lookUntil';
import { rateLimiter } from './runVisibly';

type DeleteOutcome = Extract<StepOutcome, { status: 'done' | 'failed' | 'otherCourse' }>;

const GONE = { status: 'done', createdId: null } as const;

/**
 * Deletes a section that is still of the course that it was seen in; gone already counts as deleted (docs/api-contract.md 6).
 * When the answer is lost, the section itself says whether it is gone.
 * @param onSend called before the deletion goes out
 */
export async function deleteStep(
  store: CourseStore,
  id: number,
  onSend: () => void = () => undefined,
): Promise<DeleteOutcome> {
  const obstacle = await obstacleTo(store, id);
  if (obstacle) return obstacle;
  rateLimiter.note('write');
  onSend();
  const failure = await settle(deleteSection(id));
  const isGone = !(failure instanceof ApiError) || (failure.outcome === 'unknown' && (await isGoneSoon(id)));
  if (!isGone) return { status: 'failed', error: failure, before: null };
  dropSection(store, id);
  return GONE;
}

/** Why a section is not to be deleted; null for no reason. */
async function obstacleTo(store: CourseStore, id: number): Promise<DeleteOutcome | null> {
  rateLimiter.note('read');
  const record = await settle(readSection(store, id));
  if (!(record instanceof ApiError))
    return isElsewhere(record, store.courseId) ? { status: 'otherCourse', course: record.CourseTitle } : null;
  // Gone already; or older than a write of this browser, which was one to a section of this course.
  if (record.kind === 'notFound' || record.kind === 'outdated') return null;
  // Who may delete need not have the role to read: the list tells as much.
  const rows = record.kind === 'forbidden' ? await settle(readList(store)) : record;
  if (!(rows instanceof ApiError) && rows.some(({ Id }) => Id === id)) return null;
  return { status: 'failed', error: record, before: null };
}

/** What a list without the section says of its deletion: it may as well be of another course by now. @throws ApiError */
export async function goneOrElsewhere(store: CourseStore, id: number): Promise<DeleteOutcome | null> {
  rateLimiter.note('read');
  const record = await settle(getSection(id));
  if (!(record instanceof ApiError))
    return isElsewhere(record, store.courseId) ? { status: 'otherCourse', course: record.CourseTitle } : null;
  if (record.kind !== 'notFound') throw record;
  dropSection(store, id);
  return GONE;
}

/** Looks up to three times whether a section is gone. */
export function isGoneSoon(id: number): Promise<boolean> {
  return lookUntil(async () => {
    rateLimiter.note('read');
    const found = await settle(getSection(id));
    return found instanceof ApiError && found.kind === 'notFound';
  });
}
