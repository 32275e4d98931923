import { QueryClient } from '@tanstack/react-query';
import { expect, it, vi } from 'vitest';
import { request } from '#/features/course-changes/dispatch';
import type { CreateResult } from '#/features/saving/types';
import { newSectionDefaults } from '#/features/sections/model/newSection';
import { aSection } from '#/features/sections/testing/sectionFixtures';
import { choose } from './askOrder';
import { createOrderQuestion } from './orderQuestion';
import { settleCreate } from './settleCreate';

vi.mock('#/features/course-changes/dispatch');

const record = aSection({ Id: 12, Title: 'Kitchens', DisplayOrder: 5 });
const created: CreateResult = {
  outcome: 'created',
  id: 12,
  record,
  confirmedBy: 'answer',
  serverChanged: [],
  lookedForTwins: true,
};
const twins = [record, { ...record, Id: 13 }];
const createdTwice: CreateResult = { outcome: 'createdTwice', records: twins, confirmedBy: 'answer' };

it.each([
  ['one', created],
  ['two of one, for the first', createdTwice],
])('room that was chosen is made for a new section: %s', async (_, result) => {
  vi.mocked(request).mockClear();
  const question = createOrderQuestion(new QueryClient());
  choose(question, { courseId: 7, order: 5, what: 'room', writes: 2 });
  const values = { ...newSectionDefaults({ courseId: '7', displayOrder: 5 }), title: 'Kitchens' };
  await settleCreate(result, values, question, () => values);
  expect(request).toHaveBeenCalledExactlyOnceWith(expect.anything(), 'Make room for “Kitchens”', {
    kind: 'makeRoom',
    newcomer: { id: 12, title: 'Kitchens' },
    number: 5,
    writes: 2,
  });
  expect(question.getSnapshot()).toEqual({ choices: [], begunIn: 7 });
});
