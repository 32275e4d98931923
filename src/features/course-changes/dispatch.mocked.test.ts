import { expect, it } from 'vitest';
import { openCourse } from '#/features/course-changes/testing/commandTestBench';
import { moveRows, request } from './dispatch';

it('sends a move that waits for another one before what is asked for after it', async () => {
  const course = await openCourse([10, 20, 30]);
  const { store, server, state, target } = course;
  moveRows(store, [1], [1, 2, 3], [2, 3, 1], String);
  await course.finished(request(store, 'Deactivate', { kind: 'switch', target: target(2), isActive: false }));
  expect(server.writes).toEqual([1, 2]);
  expect(state()).toMatchObject({ asked: [], displayedOrder: [2, 3, 1] });
});
