import { expect, it } from 'vitest';
import { ask } from '#/features/course-changes/asked';
import { openCourse } from '#/features/course-changes/testing/commandTestBench';

type Course = Awaited<ReturnType<typeof openCourse>>;

const copied = { id: 1, title: 'S1' };
/** All that is planned by the order of the whole list. */
const plans: readonly (readonly [what: string, run: (course: Course) => Promise<unknown>])[] = [
  [
    'a move',
    ({ store, commands }) => {
      ask(store, 'Move', { kind: 'move', intent: { ids: [3], after: null }, writes: 1 });
      return commands.sendMoves(store);
    },
  ],
  ['“Tidy up”', ({ store, commands }) => commands.renumber(store, 2)],
  [
    'an earlier order',
    ({ store, commands, list }) => commands.sendOrder(store, list(), [3, 2, 1], 'Put back the order'),
  ],
  [
    'room for a section',
    ({ store, commands }) => {
      const newcomer = { id: 2, title: 'S2' };
      const room = ask(store, 'Make room', { kind: 'makeRoom', newcomer, number: 0, writes: 1 });
      return commands.carryOut(store, room);
    },
  ],
  ['a copy', ({ store, commands }) => commands.duplicate(store, [copied], 'Duplicate')],
];

it.each(plans)('%s is not sent by a list in which sections may be missing', async (_, run) => {
  const course = await openCourse([0, 0, 5]);
  course.server.isWhole = false;
  await course.finished(run(course));
  expect(course.server.writes).toEqual([]);
  expect(course.server.orders()).toEqual([0, 0, 5]);
  const { activity, rows } = course.state();
  expect(JSON.stringify([activity, [...rows.values()], course.said])).toContain(
    'The list changed while it was read',
  );
});
