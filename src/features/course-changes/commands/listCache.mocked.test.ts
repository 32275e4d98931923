import { describe, expect, it } from 'vitest';
import { openCourse } from '#/features/course-changes/testing/commandTestBench';
import { courseId } from '#/features/course-changes/testing/jobTestBench';
import { ask } from '#/features/course-changes/asked';
import { setState } from '#/features/course-changes/courseStore';
import { recordsKey } from '#/features/sections/queries/recordsQuery';
import { sectionKeys } from '#/features/sections/queries/sectionQueries';
import { dropSection, readSection, showServerOrder } from './listCache';

const ids = (rows: readonly { readonly Id: number }[]) => rows.map(({ Id }) => Id);

describe('a section that was read', () => {
  it('is shown wherever it is cached, in its place', async () => {
    const { server, client, store, list } = await openCourse([10, 20, 30]);
    client.setQueryData(recordsKey(courseId), new Map());
    server.change(1, { DisplayOrder: 25, Title: 'Begin', UpdatedOn: '2025-02-01T00:00:00Z' });
    const record = await readSection(store, 1);
    expect(ids(list())).toEqual([2, 1, 3]);
    expect(list()[1]).toMatchObject({ Title: 'Begin', UpdatedBy: 'colleague@example.com' });
    expect(client.getQueryData(recordsKey(courseId))).toEqual(new Map([[1, record]]));
    expect(client.getQueryData(sectionKeys.section(1))).toBe(record);
    expect(store.knownVersions.get(1)).toBe('2025-02-01T00:00:00Z');
  });

  it('is not overwritten by a reading that began before', async () => {
    const { client, store } = await openCourse([10]);
    const answers: ((value: unknown) => void)[] = [];
    const promise = new Promise((resolve) => {
      answers.push(resolve);
    });
    const older = client
      .fetchQuery({ queryKey: sectionKeys.section(1), queryFn: () => promise })
      .catch(() => null);
    const record = await readSection(store, 1);
    answers[0]?.({ ...record, Title: 'Before' });
    await older;
    expect(client.getQueryData(sectionKeys.section(1))).toEqual(record);
  });

  it('makes no list of records where none was read yet', async () => {
    const { client, store } = await openCourse([10]);
    await readSection(store, 1);
    expect(client.getQueryData(recordsKey(courseId))).toBeUndefined();
  });
});

it('a deleted section leaves the list, the order and its own entry', async () => {
  const { client, store, list, state } = await openCourse([10, 20, 30]);
  await readSection(store, 2);
  dropSection(store, 2);
  expect(ids(list())).toEqual([1, 3]);
  expect(state().displayedOrder).toEqual([1, 3]);
  expect(client.getQueryData(sectionKeys.section(2))).toBeUndefined();
});

describe('the server’s order after a change', () => {
  it('takes the place of the one that was hoped for', async () => {
    const { server, store, state } = await openCourse([10, 20, 30]);
    setState(store, { optimisticOrder: [3, 2, 1] });
    server.change(3, { DisplayOrder: 5 });
    await showServerOrder(store);
    expect(state()).toMatchObject({ displayedOrder: [3, 1, 2], optimisticOrder: null });
  });

  it('leaves a move on the screen that is still to be sent', async () => {
    const { store, state } = await openCourse([10, 20, 30]);
    setState(store, { optimisticOrder: [3, 2, 1] });
    ask(store, 'Move', { kind: 'move', intent: { ids: [3], after: null }, writes: 1 });
    await showServerOrder(store);
    expect(state()).toMatchObject({ displayedOrder: [1, 2, 3], optimisticOrder: [3, 2, 1] });
  });

  it('is the last known one when it cannot be read', async () => {
    const { server, store, state, list } = await openCourse([10, 20]);
    server.listFaults.add(1);
    server.records.delete(1);
    await showServerOrder(store);
    expect(state().displayedOrder).toEqual([1, 2]);
    expect(ids(list())).toEqual([1, 2]);
  });
});
