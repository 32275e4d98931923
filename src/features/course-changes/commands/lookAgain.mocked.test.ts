import { describe, expect, it } from 'vitest';
import { ask } from '#/features/course-changes/asked';
import { setState } from '#/features/course-changes/courseStore';
import { canFinish } from '#/features/course-changes/job/job';
import type { Job } from '#/features/course-changes/job/jobTypes';
import { openCourse } from '#/features/course-changes/testing/commandTestBench';
import { PageClosed } from '#/features/course-changes/testing/fakeServer';
import { courseId, sequenceOf } from '#/features/course-changes/testing/jobTestBench';

const activityOf = ({ state }: Pick<Awaited<ReturnType<typeof openCourse>>, 'state'>) => {
  const { activity } = state();
  return activity?.phase === 'ended' ? activity : null;
};
const outcomes = (job: Job | undefined) => job?.steps.map(({ outcome }) => outcome?.status ?? null);

describe('what was being written when the page went away', () => {
  const targets = [1, 2, 3].map((id) => ({ id, title: `Section ${id}` }));

  /** A change of three sections whose second write was out. */
  async function leftInTheMiddle(kind: 'change' | 'deleteMany' | 'duplicate') {
    const course = await openCourse([10, 20, 30]);
    const { store, server } = course;
    const kept: string[] = [];
    server.beforeWrite = () => void kept.push(JSON.stringify(store.jobs.load(courseId)));
    const set = { UnlockType: 3 };
    const request = kind === 'change' ? { kind, targets, set } : { kind, targets };
    await course.finished(course.commands.carryOut(store, ask(store, 'Change', request)));
    const job = JSON.parse(kept[1] ?? '') as Job;
    store.jobs.save(job);
    return { ...course, job };
  }

  it.each([
    ['change', 'written'],
    ['deleteMany', 'done'],
    ['duplicate', 'done'],
  ] as const)('is looked for, and known where it has arrived: %s', async (kind, status) => {
    const course = await leftInTheMiddle(kind);
    expect(outcomes(course.job)).toEqual([status, 'unknown', null]);
    const checking: (boolean | undefined)[] = [];
    course.store.state.subscribe(() => checking.push(activityOf(course)?.isChecking));
    await course.finished(course.commands.recover(course.store));
    expect(outcomes(activityOf(course)?.job)).toEqual([status, status, null]);
    expect(checking).toContain(true);
    expect(activityOf(course)?.isChecking).toBeUndefined();
    expect(outcomes(course.store.jobs.load(courseId) ?? undefined)).toEqual([status, status, null]);
  });

  it('is no deletion where the section is of another course by now', async () => {
    const course = await leftInTheMiddle('deleteMany');
    course.server.change(2, { Id: 2, CourseId: 8, CourseTitle: 'Elsewhere', Title: 'Section 2' });
    const listed = course.server.listSections.bind(course.server);
    course.server.listSections = async () => (await listed()).filter(({ CourseId }) => CourseId !== 8);
    await course.finished(course.commands.recover(course.store));
    expect(outcomes(activityOf(course)?.job)).toEqual(['done', 'otherCourse', null]);
  });

  it('is looked for three times while it is on its way', async () => {
    const course = await leftInTheMiddle('change');
    const { server } = course;
    server.change(2, { UnlockType: 1 });
    server.reads = 0;
    server.beforeRead = (reading) => {
      if (reading === 3) server.change(2, { UnlockType: 3 });
    };
    await course.finished(course.commands.recover(course.store));
    expect(server.reads).toBe(3);
    expect(outcomes(activityOf(course)?.job)).toEqual(['written', 'written', null]);
  });

  it('is told as lost where it has not arrived, and as unknown where that cannot be read', async () => {
    const lost = await leftInTheMiddle('change');
    lost.server.change(2, { UnlockType: 1 });
    await lost.finished(lost.commands.recover(lost.store));
    expect(outcomes(activityOf(lost)?.job)).toEqual(['written', 'failed', null]);
    const unread = await leftInTheMiddle('change');
    for (const reading of [1, 2, 3]) unread.server.readFaults.add(unread.server.reads + reading);
    await unread.finished(unread.commands.recover(unread.store));
    expect(outcomes(activityOf(unread)?.job)).toEqual(['written', 'unknown', null]);
  });

  it('is finished when it was the last one', async () => {
    const { store, server, job, commands, ...course } = await leftInTheMiddle('change');
    store.jobs.save({ ...job, steps: job.steps.slice(0, 2) });
    const sent = server.writes.length;
    await course.finished(commands.recover(store));
    expect(course.state().activity).toBeNull();
    expect(course.said.at(-1)).toBe('Change: finished');
    expect(store.jobs.load(courseId)).toBeNull();
    expect(server.writes).toHaveLength(sent);
  });

  it('says at each row what is known of it, also where there is nothing to look for', async () => {
    const course = await openCourse([10, 20, 30]);
    const { store, server, commands } = course;
    server.writeFaults.set(2, 'refused');
    await course.finished(commands.changeMany(store, targets, { UnlockType: 3 }, 'Change'));
    setState(store, { rows: new Map() });
    await course.finished(commands.recover(store));
    expect(course.noteAt(2)).toEqual({ tone: 'danger', text: 'Display order: is taken' });
    expect(activityOf(course)).toMatchObject({ end: 'stopped' });
  });

  it.each([
    ['whose answer was lost with the page', [1, 2, 3, 4], true],
    ['that was made, but not put in its place', [1, 2, 3, 4], false],
    ['whose answer was lost, and that stands in its place', [10, 20, 30, 40], true],
    ['that was made, and stands in its place', [10, 20, 30, 40], false],
  ])('a copy %s: is finished once it has its place', async (_, orders, isAnswerLost) => {
    const course = await openCourse(orders);
    const { store, server, commands } = course;
    if (isAnswerLost) server.writeFaults.set(1, 'crashAfter');
    server.beforeList = () => {
      if (server.records.has(100)) throw new PageClosed();
    };
    await course.finished(commands.duplicate(store, [course.target(2)], 'Duplicate')).catch(() => undefined);
    expect(outcomes(store.jobs.load(courseId) ?? undefined)).toEqual([isAnswerLost ? 'unknown' : 'done']);
    server.beforeList = () => undefined;
    await course.finished(commands.recover(store));
    const job = activityOf(course)?.job;
    expect(job === undefined).toBe(orders[0] === 10);
    if (job) {
      expect(canFinish(job)).toBe(true);
      await course.finished(commands.finish(store, job));
    }
    expect(sequenceOf(server)).toEqual([1, 2, 100, 3, 4]);
    expect(new Set(server.orders()).size).toBe(5);
    expect(course.state().activity).toBeNull();
    expect(store.jobs.load(courseId)).toBeNull();
  });

  it.each([
    ['a switch', 'switch', [], true],
    ['a delete', 'delete', [], true],
    ['a switch that has not', 'switch', [true], false],
  ] as const)('%s: is done where it has arrived', async (_, kind, left, hasArrived) => {
    const course = await openCourse([10, 20]);
    const target = course.target(1);
    const request = kind === 'switch' ? { kind, target, isActive: true } : { kind, target };
    if (hasArrived && kind === 'switch') course.server.change(1, { Active: true });
    if (hasArrived && kind === 'delete') course.server.records.delete(1);
    const asked = [{ id: 'a', describe: 'Asked', request, status: 'begun' }];
    localStorage.setItem(
      `section-asked/${encodeURIComponent(course.store.account)}/${courseId}/before`,
      JSON.stringify({ version: 1, asked }),
    );
    await course.finished(course.commands.recover(course.store));
    expect(course.state().asked.map(({ mayBeWritten }) => mayBeWritten)).toEqual(left);
    expect(course.server.writes).toEqual([]);
  });
});
