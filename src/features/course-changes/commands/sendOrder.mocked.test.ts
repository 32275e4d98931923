import { describe, expect, it } from 'vitest';
import { ask, queuedMoves } from '#/features/course-changes/asked';
import { setRow, setState } from '#/features/course-changes/courseStore';
import { replay } from '#/features/course-changes/plan/moveIntent';
import { openCourse } from '#/features/course-changes/testing/commandTestBench';
import { sequenceOf } from '#/features/course-changes/testing/jobTestBench';

type Course = Awaited<ReturnType<typeof openCourse>>;

/** The person has moved sections: what the page knows until it is sent. */
function moved(
  { store, list }: Course,
  ...intents: { readonly ids: readonly number[]; readonly after: number | null }[]
) {
  for (const intent of intents) ask(store, 'Move', { kind: 'move', intent, writes: intents.length });
  const ids = list().map(({ Id }) => Id);
  setState(store, { optimisticOrder: replay(ids, intents) });
}

describe('moves that have gathered', () => {
  it('are sent as one plan, and the server’s own order is shown', async () => {
    const course = await openCourse([10, 20, 30, 40]);
    setRow(course.store, 4, { note: { tone: 'danger', text: 'What was said before' } });
    moved(course, { ids: [4], after: null }, { ids: [1], after: 3 });
    await course.finished(course.commands.sendMoves(course.store));
    expect(sequenceOf(course.server)).toEqual([4, 2, 3, 1]);
    expect(course.server.writes).toHaveLength(2);
    expect(course.list().map(({ Id }) => Id)).toEqual([4, 2, 3, 1]);
    expect(course.state()).toMatchObject({
      displayedOrder: [4, 2, 3, 1],
      optimisticOrder: null,
      isSaving: false,
      activity: null,
      rows: new Map(),
    });
    expect(course.said).toEqual(['2 sections written']);
  });

  it('leave no number shared that they have to do with, and keep the others', async () => {
    const course = await openCourse([0, 0, 0, 5, 5]);
    moved(course, { ids: [3], after: 1 });
    await course.finished(course.commands.sendMoves(course.store));
    expect(sequenceOf(course.server)).toEqual([1, 3, 2, 4, 5]);
    expect(course.server.orders()).toEqual([0, 3, 2, 5, 5]);
  });

  it('are made in the order that the server has by now', async () => {
    const course = await openCourse([10, 20, 30, 40]);
    course.server.change(3, { DisplayOrder: 5 });
    moved(course, { ids: [4], after: 1 });
    await course.finished(course.commands.sendMoves(course.store));
    expect(sequenceOf(course.server)).toEqual([3, 1, 4, 2]);
    expect(course.server.writes).toEqual([4]);
  });

  it('tell how many sections are written, when that is no longer what was said', async () => {
    const course = await openCourse([10, 20, 30, 40]);
    // No number is left between 3 and 1 by now, so that 1 has to give way.
    for (const [id, DisplayOrder] of [
      [3, 10],
      [1, 11],
      [2, 60],
      [4, 50],
    ] as const)
      course.server.change(id, { DisplayOrder });
    moved(course, { ids: [2], after: 3 });
    await course.finished(course.commands.sendMoves(course.store));
    expect(sequenceOf(course.server)).toEqual([3, 2, 1, 4]);
    expect(course.said).toEqual(['Move. 2 sections will be written.', '2 sections written']);
  });

  it.each([
    ['the section', 4, 'deleted meanwhile'],
    ['the one before it', 1, 'deleted meanwhile'],
  ])('are not sent when %s is gone', async (_, gone, text) => {
    const course = await openCourse([10, 20, 30, 40]);
    course.server.records.delete(gone);
    moved(course, { ids: [4], after: 1 });
    await course.finished(course.commands.sendMoves(course.store));
    expect(course.server.writes).toEqual([]);
    expect(course.state()).toMatchObject({
      optimisticOrder: null,
      isSaving: false,
      activity: { phase: 'message', title: 'The order was not changed' },
    });
    expect(course.state().activity).toHaveProperty('text', expect.stringContaining(text));
  });

  it('are not sent when the list cannot be read', async () => {
    const course = await openCourse([10, 20, 30]);
    course.server.listFaults.add(1);
    moved(course, { ids: [3], after: null });
    await course.finished(course.commands.sendMoves(course.store));
    expect(course.server.writes).toEqual([]);
    expect(course.state().activity).toHaveProperty(
      'text',
      expect.stringMatching(/^Nothing was sent\. Can’t reach Nexudus/),
    );
  });

  it('write nothing where the server has that order already', async () => {
    const course = await openCourse([10, 20, 30]);
    moved(course, { ids: [2], after: 1 });
    await course.finished(course.commands.sendMoves(course.store));
    expect(course.server.writes).toEqual([]);
    expect(course.state()).toMatchObject({ isSaving: false, activity: null });
  });

  it('leave what was not written to be finished or put back, and nothing else is sent before that', async () => {
    const course = await openCourse([10, 20, 30, 40]);
    course.server.writeFaults.set(2, 'refused');
    moved(course, { ids: [4], after: null }, { ids: [3], after: 4 });
    await course.finished(course.commands.sendMoves(course.store));
    expect(course.server.writes).toEqual([4, 3]);
    expect(course.state().activity).toMatchObject({ phase: 'ended', end: 'failed' });
    expect(course.noteAt(3)).toEqual({ tone: 'danger', text: 'Display order: is taken' });

    moved(course, { ids: [1], after: 2 });
    await course.finished(course.commands.sendMoves(course.store));
    expect(course.server.writes).toHaveLength(2);
    expect(course.state().activity).toMatchObject({ phase: 'ended', end: 'stopped' });
  });

  it('that come while others are sent stay on the screen', async () => {
    const course = await openCourse([10, 20, 30]);
    moved(course, { ids: [3], after: null });
    course.server.beforeRead = (reading) => {
      if (reading === 2) moved(course, { ids: [2], after: 3 });
    };
    await course.finished(course.commands.sendMoves(course.store));
    expect(queuedMoves(course.store)).toHaveLength(1);
    expect(course.state().isSaving).toBe(true);
  });
});

describe('a whole order', () => {
  it('is sent over the one that it was chosen over', async () => {
    const course = await openCourse([10, 20, 30]);
    await course.finished(course.commands.sendOrder(course.store, course.list(), [3, 2, 1], 'Order of May'));
    expect(sequenceOf(course.server)).toEqual([3, 2, 1]);
    expect(course.said).toEqual(['2 sections written']);
  });

  it('is not sent over a third one', async () => {
    const course = await openCourse([10, 20, 30]);
    const over = course.list();
    course.server.change(3, { DisplayOrder: 15 });
    await course.finished(course.commands.sendOrder(course.store, over, [3, 2, 1], 'Order of May'));
    expect(course.server.writes).toEqual([]);
    expect(course.state().activity).toHaveProperty('text', expect.stringContaining('changed meanwhile'));
  });
});

describe('a service that refuses a negative number', () => {
  it('gets a plan without one', async () => {
    const course = await openCourse([0, 1, 2]);
    course.server.writeFaults.set(1, 'refused');
    moved(course, { ids: [3], after: null });
    await course.finished(course.commands.sendMoves(course.store));
    expect(sequenceOf(course.server)).toEqual([3, 1, 2]);
    expect(course.server.orders().every((order) => Number(order) >= 0)).toBe(true);
    expect(course.state()).toMatchObject({ activity: null, isSaving: false });
    expect(course.said).toEqual(['Move. 2 sections will be written.']);
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
