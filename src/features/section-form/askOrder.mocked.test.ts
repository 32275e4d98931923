import { QueryClient } from '@tanstack/react-query';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { announce } from '#/features/course-changes/courseStore';
import { request } from '#/features/course-changes/dispatch';
import { newSectionDefaults } from '#/features/sections/model/newSection';
import { aSection } from '#/features/sections/testing/sectionFixtures';
import { courseSectionsQuery } from '#/features/sections/queries/courseQueries';
import { choiceFor, choose, resolverOf, settleOrder, storeOf } from './askOrder';
import { createOrderQuestion, type OrderChoice } from './orderQuestion';

vi.mock('#/features/course-changes/dispatch');

const section = { Id: 12, Title: 'Kitchens' };
const numbered = (displayOrder: number) => newSectionDefaults({ courseId: '7', displayOrder });
const chosen = (order: number, what: OrderChoice['what']): OrderChoice => ({
  courseId: 7,
  order,
  what,
  writes: 2,
});

function asking(...choices: OrderChoice[]) {
  const question = createOrderQuestion(new QueryClient());
  for (const choice of choices) choose(question, choice);
  return question;
}

const isChosen = (question: ReturnType<typeof asking>, order: number) =>
  choiceFor(question, 7, order)?.what ?? null;

beforeEach(() => vi.mocked(request).mockClear());

describe('what was chosen for a number', () => {
  it('is instead of what was chosen for it before, and beside what was chosen for another', () => {
    const question = asking(chosen(5, 'room'), chosen(4, 'room'), chosen(5, 'anyway'));
    expect(isChosen(question, 5)).toBe('anyway');
    expect(isChosen(question, 4)).toBe('room');
  });

  it.each(['room', 'anyway'] as const)('counts for one save: %s', (what) => {
    const question = asking(chosen(5, what), chosen(4, 'anyway'));
    settleOrder(question, { values: numbered(5) }, section);
    expect(isChosen(question, 5)).toBeNull();
    expect(isChosen(question, 4)).toBeNull();
    expect(request).toHaveBeenCalledTimes(what === 'room' ? 1 : 0);
  });

  it('is left of a number that was typed while an earlier one was saved', () => {
    const question = asking(chosen(5, 'room'), chosen(4, 'room'));
    settleOrder(question, { values: numbered(5), now: numbered(4) }, section);
    expect(request).toHaveBeenCalledOnce();
    expect(isChosen(question, 5)).toBeNull();
    expect(isChosen(question, 4)).toBe('room');
  });

  it('moves nobody for a number that the section had before', () => {
    const question = asking(chosen(5, 'room'));
    settleOrder(question, { values: numbered(5), over: aSection({ DisplayOrder: 5 }) }, section);
    expect(request).not.toHaveBeenCalled();
    expect(isChosen(question, 5)).toBeNull();
  });
});

it.each(['room', 'anyway'] as const)(
  'a later save takes back what was said of an earlier one: %s',
  (what) => {
    const question = asking(chosen(5, 'room'));
    settleOrder(question, { values: numbered(5) }, section);
    const { state } = storeOf(question, 7);
    announce(storeOf(question, 7), 'Room was made for “Kitchens”: 2 other sections changed');
    choose(question, chosen(4, what));
    settleOrder(question, { values: numbered(4) }, section);
    expect(state.getSnapshot().status.text).toBe('');
  },
);

const rows = (...numbers: number[]) =>
  numbers.map((DisplayOrder, index) => ({
    ...aSection({ Id: index + 1, Title: `S${index + 1}` }),
    DisplayOrder,
  }));

/** What the check before a save says of the number, with these sections in the list by then. */
async function saved(question: ReturnType<typeof asking>, ...numbers: number[]) {
  const { client } = question;
  const { queryKey } = courseSectionsQuery(7);
  const list = { rows: rows(...numbers), isComplete: true, isBehind: false };
  client.setQueryData(queryKey, list);
  vi.spyOn(client, 'fetchQuery').mockResolvedValue(list);
  const values = { ...numbered(5), title: 'Kitchens' };
  const options = { fields: {}, shouldUseNativeValidation: false };
  const { errors } = await resolverOf(null, question)(values, undefined, options);
  return 'displayOrder' in errors ? errors.displayOrder?.message : null;
}

describe('a place that was chosen', () => {
  const after1: OrderChoice = {
    courseId: 7,
    order: 5,
    what: 'room',
    writes: 1,
    place: { wish: 1, changed: [2] },
  };

  it('is not asked about while no others give way to it than was said', async () => {
    expect(await saved(asking(after1), 4, 5, 9)).toBeNull();
    expect(await saved(asking(after1), 4, 6, 9)).toBeNull();
  });

  it('is asked about like a number where another one has to give way by then', async () => {
    const question = asking(after1);
    expect(await saved(question, 4, 5, 6)).toBe(
      'The order of the sections has changed since you chose the place. “S2” has the number 5, too. Choose “Make room” or “Use it anyway”',
    );
    expect(isChosen(question, 5)).toBeNull();
  });

  it('is asked about where its number lies elsewhere by then, and the next save goes on', async () => {
    const question = asking(after1);
    expect(await saved(question, 6, 8, 9)).toBe(
      'The order of the sections has changed since you chose the place. Choose the place again, or save once more',
    );
    expect(await saved(question, 6, 8, 9)).toBeNull();
  });

  it('goes along with the room that is made, and asks for none in a gap', () => {
    settleOrder(asking(after1), { values: numbered(5) }, section);
    expect(vi.mocked(request).mock.calls[0]?.[2]).toMatchObject({ kind: 'makeRoom', place: 1, writes: 1 });
    vi.mocked(request).mockClear();
    const inGap = { ...after1, writes: 0, place: { wish: 1, changed: [] } };
    settleOrder(asking(inGap), { values: numbered(5) }, section);
    expect(request).not.toHaveBeenCalled();
  });
});
