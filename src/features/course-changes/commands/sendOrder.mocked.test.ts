import { describe, expect, it } from 'vitest';
import { queuedMoves } from '#/features/course-changes/asked';
import { setRow } from '#/features/course-changes/courseStore';
import { moved, openCourse } from '#/features/course-changes/testing/commandTestBench';
import { sequenceOf } from '#/features/course-changes/testing/jobTestBench';

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
    expect(course.said).toEqual(['2 sections moved']);
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
    expect(course.said).toEqual(['Move. Changes 2 sections.', 'Move. A colleague also changed the order']);
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
    expect(course.said).toEqual(['Order of May']);
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
