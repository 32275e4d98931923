import { describe, expect, it } from 'vitest';
import { moved, openCourse } from '#/features/course-changes/testing/commandTestBench';
import { writeOrder } from './sendOrder';
import { canFinish, canPutBack } from '#/features/course-changes/job/job';
import { courseId, sequenceOf } from '#/features/course-changes/testing/jobTestBench';

describe('a service that refuses a negative number', () => {
  it('gets a plan without one', async () => {
    const course = await openCourse([0, 1, 2]);
    course.server.writeFaults.set(1, 'refused');
    moved(course, { ids: [3], after: null });
    await course.finished(course.commands.sendMoves(course.store));
    expect(sequenceOf(course.server)).toEqual([3, 1, 2]);
    expect(course.server.orders().every((order) => Number(order) >= 0)).toBe(true);
    expect(course.state()).toMatchObject({ activity: null, isSaving: false });
    expect(course.said).toEqual(['Move. Changes 2 sections.', 'Move']);
  });

  it('has both plans put back when the second one fails too', async () => {
    const course = await openCourse([0, 1, 2, 3, 4]);
    course.server.writeFaults.set(2, 'refused').set(4, 'refused');
    moved(course, { ids: [5], after: null }, { ids: [4], after: 5 });
    await course.finished(course.commands.sendMoves(course.store));
    const { activity } = course.state();
    if (activity?.phase !== 'ended') throw new Error('Nothing was left.');
    expect(course.server.writes).toHaveLength(4);
    await course.finished(course.commands.putBack(course.store, activity.job));
    expect(course.server.orders()).toEqual([0, 1, 2, 3, 4]);
  });
});

async function openRenumbering(count: number) {
  const course = await openCourse(Array.from({ length: count }, (_, index) => index + 1));
  course.server.renumbers = true;
  return course;
}

describe('a server that gives numbers of its own', () => {
  it.each([
    ['to the end', { ids: [1], after: 6 }, [2, 3, 4, 5, 6, 1]],
    ['up, twice', { ids: [5], after: 2 }, [1, 2, 5, 3, 4, 6]],
    ['into the middle', { ids: [1], after: 3 }, [2, 3, 1, 4, 5, 6]],
    ['by one place, where two inner ones change places', { ids: [4], after: 2 }, [1, 2, 4, 3, 5, 6]],
  ])('has moved a section %s when the sequence is right', async (_, intent, wanted) => {
    const course = await openRenumbering(6);
    moved(course, intent);
    await course.finished(course.commands.sendMoves(course.store));
    expect(sequenceOf(course.server)).toEqual(wanted);
    expect(course.state()).toMatchObject({ activity: null, rows: new Map(), isSaving: false });
    expect(course.store.jobs.load(courseId)).toBeNull();
  });

  it('is brought to any order', async () => {
    const course = await openRenumbering(6);
    const wanted = [4, 6, 2, 5, 1, 3];
    await course.finished(course.commands.sendOrder(course.store, course.list(), wanted, 'Order of May'));
    expect(sequenceOf(course.server)).toEqual(wanted);
    expect(course.state().activity).toBeNull();
  });

  it('does not make a colleague of the numbers that it gave', async () => {
    const course = await openRenumbering(4);
    moved(course, { ids: [1], after: 4 });
    await course.finished(course.commands.sendMoves(course.store));
    expect(course.store.ownOrderWrites).toEqual(
      new Map([1, 2, 3, 4].map((id) => [id, course.server.records.get(id)?.DisplayOrder])),
    );
  });

  it('can be put back, and finished, after a refusal', async () => {
    const course = await openRenumbering(5);
    course.server.writeFaults.set(3, 'refused');
    await course.finished(course.commands.sendOrder(course.store, course.list(), [5, 4, 3, 2, 1], 'Order'));
    const { activity } = course.state();
    if (activity?.phase !== 'ended') throw new Error('Nothing was left.');
    expect(sequenceOf(course.server)).not.toEqual([1, 2, 3, 4, 5]);
    const { job } = activity;
    await course.finished(course.commands.putBack(course.store, job));
    expect(sequenceOf(course.server)).toEqual([1, 2, 3, 4, 5]);
    expect(course.said.at(-1)).toBe('Order: put back');
    course.store.jobs.save(job);
    await course.finished(course.commands.finish(course.store, job));
    expect(sequenceOf(course.server)).toEqual([5, 4, 3, 2, 1]);
    expect(course.state().activity).toBeNull();
  });

  it('is not put back over a colleague’s move', async () => {
    const course = await openRenumbering(5);
    course.server.writeFaults.set(3, 'refused');
    await course.finished(course.commands.sendOrder(course.store, course.list(), [5, 4, 3, 2, 1], 'Order'));
    const { activity } = course.state();
    if (activity?.phase !== 'ended') throw new Error('Nothing was left.');
    course.server.change(3, { DisplayOrder: 99 });
    const writes = course.server.writes.length;
    await course.finished(course.commands.putBack(course.store, activity.job));
    expect(course.server.writes).toHaveLength(writes);
    expect(course.refusal()).toMatch(/^The order was changed meanwhile/);
  });
});

describe('a server that keeps an order as it is', () => {
  it('is quoted at the row, and not asked again', async () => {
    const course = await openCourse([1, 2, 3]);
    course.server.cleanUp = (record) => ({ ...record, DisplayOrder: Number(record.Id) });
    moved(course, { ids: [1], after: 3 });
    await course.finished(course.commands.sendMoves(course.store));
    expect(course.server.writes).toEqual([1]);
    expect(course.noteAt(1)?.text).toMatch(/^Display order: the server kept 1 instead of \d+\.$/);
    const { activity } = course.state();
    if (activity?.phase !== 'ended') throw new Error('Nothing was left.');
    expect([canFinish(activity.job), canPutBack(activity.job)]).toEqual([false, false]);
  });

  it('is asked once more where only numbers of others were asked for, and then no more', async () => {
    const course = await openCourse([1, 2, 3, 4, 5, 6]);
    course.server.cleanUp = (record) => ({ ...record, DisplayOrder: Number(record.Id) });
    moved(course, { ids: [4], after: 2 });
    await course.finished(course.commands.sendMoves(course.store));
    expect(course.server.writes).toHaveLength(3);
    expect(course.noteAt(4)?.text).toBe('Display order: the server kept 4 instead of 3.');
    const { activity } = course.state();
    if (activity?.phase !== 'ended') throw new Error('Nothing was left.');
    expect(activity.end).toBe('failed');
    expect([canFinish(activity.job), canPutBack(activity.job)]).toEqual([false, false]);
  });
});

describe('a colleague who renumbers a section just after it was moved', () => {
  it.each([
    ['to another number', 15],
    ['back', 10],
  ])('is named at the row, and theirs is not written over: %s', async (_, order) => {
    const course = await openCourse([10, 20, 30, 40]);
    course.server.cleanUp = (record) => ({
      ...record,
      DisplayOrder: order,
      UpdatedBy: 'colleague@example.com',
    });
    moved(course, { ids: [1], after: 3 });
    await course.finished(course.commands.sendMoves(course.store));
    expect(course.server.writes).toEqual([1]);
    expect(course.noteAt(1)?.text).toBe(
      `colleague@example.com has changed this just after you: Display order is ${order}.`,
    );
    expect(course.store.ownOrderWrites.get(1)).not.toBe(order);
  });
});

describe('a colleague who renumbers one of several just after it was moved', () => {
  it('keeps theirs when the move is put back', async () => {
    const course = await openCourse([10, 20, 30, 40]);
    const { server, commands, store } = course;
    server.cleanUp = (record) =>
      server.writes.length > 1 ? record : { ...record, DisplayOrder: 99, UpdatedBy: 'colleague@example.com' };
    await course.finished(commands.sendOrder(store, course.list(), [4, 3, 1, 2], 'Order'));
    const [theirs = 0, ours = 0] = server.writes;
    const { activity } = course.state();
    if (activity?.phase !== 'ended') throw new Error('Nothing was left.');
    await course.finished(commands.putBack(store, activity.job));
    expect(server.records.get(theirs)).toMatchObject({ DisplayOrder: 99 });
    expect(server.records.get(ours)).toMatchObject({ DisplayOrder: ours * 10 });
    expect(course.noteAt(theirs)?.text).toBe('Not put back: colleague@example.com has changed it since.');
  });
});

describe('an order that ends with a number shared', () => {
  it('is not finished, although the app shows the wanted sequence', async () => {
    const course = await openCourse([1, 2, 2, 3]);
    course.server.writeFaults.set(1, 'refused');
    const rows = course.list();
    const wanted = rows.map(({ Id }) => Id);
    const order = { rows, wanted, describe: 'Place 3', announced: 1, concerned: [3] };
    expect(await course.finished(writeOrder(course.store, order))).toBeNull();
    expect(course.state().activity).toMatchObject({ phase: 'ended', end: 'failed' });
  });
});
