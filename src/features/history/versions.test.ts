import { expect, it } from 'vitest';
import { memoryDrafts } from '#/lib/drafts/memoryDrafts';
import { createLocalHistory } from '#/lib/localHistory';
import { aSection } from '#/features/sections/testing/sectionFixtures';
import { changeText, sectionVersions } from './versions';

it('a version of a section comes back whole, also what the form does not know', async () => {
  const record = aSection({ CustomFields: { a: [1] }, Unknown: 7, UnlockType: 'odd' });
  const seen = createLocalHistory(memoryDrafts(), sectionVersions, () => 'id');
  await seen.note('ann', 'section:1', () => record);
  expect((await seen.list('ann', 'section:1')).versions.map(({ value }) => value)).toEqual([record]);
  expect(sectionVersions.read({ record: {} })).toBeNull();
  expect(sectionVersions.isSame(record, aSection())).toBe(false);
});

it('a version is told by what brought it about', () => {
  const before = aSection({ Title: 'Doors', UnlockType: 1 });
  expect(changeText(undefined, before)).toBe('First seen here');
  expect(changeText(before, { ...before, Title: 'Gates', UnlockType: 2 })).toBe('Title, Unlock type');
  expect(changeText(before, { ...before, UpdatedBy: 'ann' })).toBe('No field of the form');
});
