import { describe, expect, it } from 'vitest';
import { ask, dismissAll } from '#/features/course-changes/asked';
import { openCourse, refuseStorage } from '#/features/course-changes/testing/commandTestBench';
import { setState } from '#/features/course-changes/courseStore';
import { unfinished } from '#/features/course-changes/unfinished';
import { reorderJob, sequenceOf } from '#/features/course-changes/testing/jobTestBench';

/** The first of two writes is refused, while the person asks for more. */
async function failedBeneath() {
  const course = await openCourse([10, 20, 30, 40]);
  const { commands, store, server, target } = course;
  server.writeFaults.set(1, 'refused');
  const asking: Promise<void>[] = [];
  server.beforeRead = (reading) => {
    if (reading !== 1) return;
    ask(store, 'Move 2', { kind: 'move', intent: { ids: [2], after: 3 }, writes: 1 });
    asking.push(
      commands.setActive(store, target(1), true),
      commands.changeMany(store, [target(3), target(4)], { UnlockType: 3 }, 'Unlock'),
      commands.sendMoves(store),
    );
  };
  await course.finished(commands.sendOrder(store, course.list(), [4, 3, 1, 2], 'Move'));
  await course.finished(Promise.all(asking));
  const { activity } = course.state();
  if (activity?.phase !== 'ended') throw new Error('Nothing was left.');
  return { ...course, job: activity.job };
}

describe('what is asked for while a change is under way that then fails', () => {
  it('waits for the decision, but for what concerns one row only', async () => {
    const { server, state } = await failedBeneath();
    expect(server.records.get(1)).toMatchObject({ Active: true });
    expect(server.orders()).toEqual([10, 20, 30, 40]);
    expect(state().asked.map(({ describe: text, status }) => [text, status])).toEqual([
      ['Move 2', 'held'],
      ['Unlock', 'held'],
    ]);
    expect(state()).toMatchObject({ optimisticOrder: null, isSaving: false });
  });

  it('follows upon “Finish”, in the order in which it was asked for', async () => {
    const { job, ...course } = await failedBeneath();
    await course.finished(course.commands.finish(course.store, job));
    expect(sequenceOf(course.server)).toEqual([4, 3, 2, 1]);
    expect(course.server.records.get(4)).toMatchObject({ UnlockType: 3 });
    expect(course.state()).toMatchObject({ asked: [], activity: null, isSaving: false });
  });

  it('follows upon “Finish” also where nothing of the change is left to do', async () => {
    const { job, ...course } = await failedBeneath();
    const outcome = { status: 'keptOther', before: {}, found: { DisplayOrder: 5 }, by: null } as const;
    const over = { ...job, steps: job.steps.map((step) => ({ ...step, outcome })) };
    course.store.jobs.save(over);
    await course.finished(course.commands.finish(course.store, over));
    expect(sequenceOf(course.server)).toEqual([1, 3, 2, 4]);
    expect(course.server.records.get(4)).toMatchObject({ UnlockType: 3 });
    expect(course.state()).toMatchObject({ asked: [], activity: null });
  });

  it('is not held for a change that was put back as far as it can be', async () => {
    const course = await openCourse([10, 20, 30]);
    const { commands, store } = course;
    const job = reorderJob(course.server, [3, 2, 1]);
    setState(store, { activity: { phase: 'ended', end: 'completed', job } });
    ask(store, 'Move 2', { kind: 'move', intent: { ids: [2], after: 3 }, writes: 1 });
    await course.finished(commands.setActive(store, course.target(1), true));
    expect(course.state().asked.map(({ status }) => status)).toEqual(['queued']);
    await course.finished(commands.sendMoves(store));
    expect(sequenceOf(course.server)).toEqual([1, 3, 2]);
  });

  it('is offered alone after “Put it back”', async () => {
    const { job, ...course } = await failedBeneath();
    await course.finished(course.commands.putBack(course.store, job));
    expect(course.state()).toMatchObject({ activity: null });
    expect(course.state().asked).toHaveLength(2);
    await course.finished(course.commands.finish(course.store, null));
    expect(sequenceOf(course.server)).toEqual([1, 3, 2, 4]);
    expect(course.state().asked).toEqual([]);
  });

  it('waits for it also where the browser keeps nothing', async () => {
    const course = await openCourse([10, 20, 30]);
    const { store, server, commands } = course;
    refuseStorage();
    server.writeFaults.set(1, 'refused');
    server.beforeRead = (reading) => {
      if (reading === 1) ask(store, 'Move 2', { kind: 'move', intent: { ids: [2], after: 3 }, writes: 1 });
    };
    await course.finished(commands.sendOrder(store, course.list(), [3, 1, 2], 'Move'));
    expect(store.unfinished.isKept()).toBe(false);
    await course.finished(commands.sendMoves(store));
    expect(server.writes).toHaveLength(1);
    expect(course.state().asked.map(({ status }) => status)).toEqual(['held']);
  });

  it('goes with the job when that is dismissed', async () => {
    const { store, state } = await failedBeneath();
    dismissAll(store);
    expect(state()).toMatchObject({ asked: [], activity: null });
  });
});

const keptNow = () => Object.keys(localStorage).filter((key) => key.startsWith('section-asked/')).length;

describe('what waits', () => {
  it('is unfinished until it is done, also between the copies and their places', async () => {
    const course = await openCourse([10, 11, 12]);
    const { commands, store, state } = course;
    const copying = commands.duplicate(store, [course.target(1), course.target(2)], 'Duplicate 2 sections');
    const states = new Set<boolean>();
    store.state.subscribe(() => states.add(state().isSaving));
    expect(unfinished.getSnapshot()).toEqual([store.unfinished]);
    expect(store.unfinished.describe()).toEqual(['Duplicate 2 sections']);
    await course.finished(copying);
    expect([...states]).toEqual([true, false]);
    expect(unfinished.getSnapshot()).toEqual([]);
  });

  it('is kept by the browser until a job keeps it', async () => {
    const course = await openCourse([10, 20, 30]);
    const { commands, store, server } = course;
    const kept: number[] = [];
    server.beforeRead = () => void kept.push(keptNow());
    const moving = commands.sendOrder(store, course.list(), [3, 1, 2], 'Move');
    expect(keptNow()).toBe(1);
    await course.finished(moving);
    expect(kept).toEqual([0, 0]);
  });
});
