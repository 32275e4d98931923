import { ApiError } from '#/api/http/errors';
import { settle } from '#/api/http/result';
import type { SectionRecord } from '#/api/sections/sections';
import { counted } from '#/lib/format';
import {
  announce,
  setState,
  type CourseStore,
  type RowState,
  type Undoable,
} from '#/features/course-changes/courseStore';
import type { Job } from '#/features/course-changes/job/jobTypes';
import { isSame } from '#/lib/isSame';
import { rawValue } from '#/features/sections/model/sectionFormValues';
import { sectionTitle } from '#/features/sections/model/sectionTitle';
import { writtenProperties } from '#/features/sections/model/sectionPayload';
import { lessonCountsQuery } from '#/features/sections/queries/courseQueries';
import { accountKey } from '#/features/sign-in/useAccount';
import { readList, readSection } from './listCache';
import { isOrderChange, orderBack } from './orderAgain';
import { bulkJob, runDeletes } from './rowCommands';
import { runOrder } from './runOrder';
import { rateLimiter } from './runVisibly';

type Created = Extract<Undoable, { kind: 'created' }>;

interface Left {
  readonly record: SectionRecord;
  readonly reason: string;
}

/**
 * Deletes sections that were just created, as long as they are as they were created and have no lessons: that loses
 * nothing. The others are left and named. Where none is, those that gave way to them get their numbers back.
 * @throws ApiError where that is not known: nothing was sent
 */
export async function undoCreated(store: CourseStore, { records, room }: Created): Promise<void> {
  const lessons = await store.client.fetchQuery({ ...lessonCountsQuery(store.courseId), staleTime: 0 });
  const left: Left[] = [];
  for (const record of records) {
    rateLimiter.note('read');
    const now = await settle(readSection(store, record.Id));
    // Gone already is what is asked for; deleting finds that out.
    if (now instanceof ApiError && now.kind !== 'notFound') throw now;
    const reason = now instanceof ApiError ? null : reasonToLeave(store, record, now, lessons);
    if (reason) left.push({ record, reason });
  }
  const targets = records
    .filter((record) => !left.some((one) => one.record === record))
    .map((record) => ({ id: record.Id, title: sectionTitle(record) }));
  const [first] = targets;
  if (first) {
    const what = targets.length === 1 ? `“${first.title}”` : counted(targets.length, 'section');
    const job = { ...bulkJob(store, targets, {}, `Delete ${what}`), task: 'delete' } as const;
    const end = await runDeletes(store, job);
    if (end !== 'completed') return;
  }
  if (left.length > 0) showLeft(store, left);
  else if (!room || (await putRoomBack(store, room)))
    announce(
      store,
      records.length === 1
        ? `“${first?.title ?? ''}” was deleted again`
        : `${counted(records.length, 'section')} deleted again`,
    );
}

/** @returns false where the panel says how that ended */
async function putRoomBack(store: CourseStore, room: Job): Promise<boolean> {
  const rows = await settle(readList(store));
  const back = rows instanceof ApiError || !isOrderChange(room) ? null : orderBack(store, room, rows);
  // Without it they stand in their order, only with other numbers.
  if (rows instanceof ApiError || back === null || typeof back === 'string') return true;
  const { end } = await runOrder(store, back, rows);
  return end === 'completed' && store.state.getSnapshot().activity === null;
}

function reasonToLeave(
  { account }: CourseStore,
  created: SectionRecord,
  now: SectionRecord,
  lessons: ReadonlyMap<number, number>,
): string | null {
  const count = lessons.get(now.Id) ?? 0;
  if (count > 0) return `It has ${counted(count, 'lesson')} by now.`;
  const by = now.UpdatedBy;
  if (by !== null && by !== created.UpdatedBy && accountKey(by) !== accountKey(account))
    return `${by} has changed it since.`;
  // Its number is given anew when it is put in its place.
  const isAsCreated = writtenProperties.every(
    ([property]) =>
      property === 'DisplayOrder' || isSame(rawValue(created, property), rawValue(now, property)),
  );
  return isAsCreated && isSame(created.ImageFileName, now.ImageFileName)
    ? null
    : 'It has been changed since.';
}

/** At the rows, and all together. */
function showLeft(store: CourseStore, left: readonly Left[]): void {
  const notes = left.map(({ record, reason }): [number, RowState] => [
    record.Id,
    { note: { tone: 'danger', text: `Not deleted: ${reason}` } },
  ]);
  setState(store, {
    rows: new Map([...store.state.getSnapshot().rows, ...notes]),
    activity: {
      phase: 'message',
      tone: 'warning',
      title: 'Not undone',
      text: left.map(({ record, reason }) => `“${sectionTitle(record)}” was left: ${reason}`).join(' '),
    },
  });
}
