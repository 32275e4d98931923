import { QueryClient } from '@tanstack/react-query';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { announce } from '#/features/course-changes/courseStore';
import { request } from '#/features/course-changes/dispatch';
import { newSectionDefaults } from '#/features/sections/model/newSection';
import { aSection } from '#/features/sections/testing/sectionFixtures';
import { choiceFor, choose, settleOrder, storeOf } from './askOrder';
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
