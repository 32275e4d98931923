import { describe, expect, it } from 'vitest';
import { ask, dismissAll } from '#/features/course-changes/asked';
import type { Job } from '#/features/course-changes/job/jobTypes';
import { openCourse } from '#/features/course-changes/testing/commandTestBench';
import { unfinished } from '#/features/course-changes/unfinished';
import { courseId, reorderJob, sequenceOf } from '#/features/course-changes/testing/jobTestBench';

/** A course of four whose new order was stopped by a refusal after its first write. */
async function halfWritten() {
  const course = await openCourse([10, 20, 30, 40]);
  course.server.writeFaults.set(2, 'refused');
  await course.finished(course.commands.sendOrder(course.store, course.list(), [4, 3, 1, 2], 'Move'));
  const { activity } = course.state();
  if (activity?.phase !== 'ended') throw new Error('Nothing was left.');
  expect(sequenceOf(course.server)).toEqual([4, 1, 2, 3]);
  course.said.length = 0;
  return { ...course, job: activity.job };
}

describe('“Finish”', () => {
  it('writes the rest', async () => {
    const { job, ...course } = await halfWritten();
    await course.finished(course.commands.finish(course.store, job));
    expect(sequenceOf(course.server)).toEqual([4, 3, 1, 2]);
    expect(course.server.writes).toEqual([4, 3, 3]);
    expect(course.said).toEqual(['Move: finished']);
    expect(course.state()).toMatchObject({ activity: null, displayedOrder: [4, 3, 1, 2], isSaving: false });
    expect(course.store.jobs.load(courseId)).toBeNull();
  });

  it('writes nothing over another set of sections, and leaves “Put it back”', async () => {
    const { job, ...course } = await halfWritten();
    course.server.records.delete(2);
    await course.finished(course.commands.finish(course.store, job));
    expect(course.server.writes).toHaveLength(2);
    expect(course.said).toEqual([expect.stringContaining('added or deleted meanwhile')]);
    expect(course.state().activity).toMatchObject({ phase: 'ended', end: 'failed', job });
    expect(course.store.jobs.load(courseId)).toEqual(job);
  });

  it('keeps the job when the course cannot be read', async () => {
    const { job, ...course } = await halfWritten();
    course.server.listFaults.add(course.server.lists + 1);
    await course.finished(course.commands.finish(course.store, job));
    expect(course.server.writes).toHaveLength(2);
    expect(course.said).toEqual([expect.stringMatching(/^Can’t reach Nexudus/)]);
    expect(course.store.jobs.load(courseId)).toEqual(job);
  });

  it('does nothing where another tab has dealt with it', async () => {
    const { job, ...course } = await halfWritten();
    course.store.jobs.remove(courseId);
    await course.finished(course.commands.finish(course.store, job));
    expect(course.server.writes).toHaveLength(2);
    expect(course.state()).toMatchObject({ activity: null, displayedOrder: [4, 1, 2, 3] });
  });
});

describe('“Put it back”', () => {
  it('undoes what was written', async () => {
    const { job, ...course } = await halfWritten();
    await course.finished(course.commands.putBack(course.store, job));
    expect(course.server.orders()).toEqual([10, 20, 30, 40]);
    expect(course.said).toEqual(['Move: put back']);
    expect(course.state().activity).toBeNull();
  });

  it('says at each row of a bulk change that it is as before', async () => {
    const course = await openCourse([10, 20, 30]);
    course.server.writeFaults.set(2, 'throttled');
    const targets = [1, 2].map(course.target);
    await course.finished(course.commands.changeMany(course.store, targets, { UnlockType: 3 }, 'Unlock'));
    const job = course.store.jobs.load(courseId);
    if (!job) throw new Error('Nothing was left.');
    expect(course.server.records.get(1)).toMatchObject({ UnlockType: 3 });
    await course.finished(course.commands.putBack(course.store, job));
    expect(course.server.records.get(1)).toMatchObject({ UnlockType: 1 });
    expect(course.noteAt(1)).toEqual({ tone: 'done', text: 'Put back' });
  });

  it('leaves alone what a colleague has written since, and says who', async () => {
    const { job, ...course } = await halfWritten();
    course.server.change(4, { DisplayOrder: 25 });
    await course.finished(course.commands.putBack(course.store, job));
    expect(course.server.orders()).toEqual([10, 20, 30, 25]);
    expect(course.noteAt(4)).toEqual({
      tone: 'danger',
      text: 'Not put back: colleague@example.com has changed it since.',
    });
    expect(course.state().activity).toMatchObject({ phase: 'ended', end: 'completed' });
  });
});

describe('“Tidy up”', () => {
  it('gives each section a number of its own in the order that stands', async () => {
    const course = await openCourse([5, 5, 5, null]);
    await course.finished(course.commands.renumber(course.store, 4));
    const orders = course.server.orders().map(Number);
    expect(sequenceOf(course.server)).toEqual([1, 2, 3, 4]);
    expect(new Set(orders).size).toBe(4);
    expect(course.said.at(-1)).toMatch(/sections written$/);
  });
});

describe('a job that a reload has cut off', () => {
  it('is offered again', async () => {
    const course = await openCourse([10, 20, 30]);
    const job = reorderJob(course.server, [3, 2, 1]);
    course.store.jobs.save(job);
    await course.finished(course.commands.recover(course.store));
    expect(course.state().activity).toEqual({ phase: 'ended', end: 'stopped', job });
    expect(course.server.writes).toEqual([]);
  });

  it('is waited for while another tab carries it out', async () => {
    const course = await openCourse([10, 20, 30]);
    const job = reorderJob(course.server, [3, 2, 1]);
    course.store.jobs.save(job);
    const endOther = course.otherTab();
    const recovering = course.commands.recover(course.store);
    await expect.poll(() => course.state().activity?.phase).toBe('waiting');
    course.server.change(3, { DisplayOrder: 1 });
    course.store.jobs.remove(courseId);
    endOther();
    await course.finished(recovering);
    expect(course.state()).toMatchObject({ activity: null, displayedOrder: [3, 1, 2] });
  });
});

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

  it('is offered alone after “Put it back”', async () => {
    const { job, ...course } = await failedBeneath();
    await course.finished(course.commands.putBack(course.store, job));
    expect(course.state()).toMatchObject({ activity: null });
    expect(course.state().asked).toHaveLength(2);
    await course.finished(course.commands.finish(course.store, null));
    expect(sequenceOf(course.server)).toEqual([1, 3, 2, 4]);
    expect(course.state().asked).toEqual([]);
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
