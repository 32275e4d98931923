import { expect, it } from 'vitest';
import { newSectionDefaults } from './newSection';
import { rebaseSection } from './rebaseSection';

const start = newSectionDefaults({ courseId: '7', displayOrder: 1 });

it('keeps what was typed since on top of what is stored', () => {
  const sent = { ...start, title: 'Kitchens' };
  const stored = { ...sent, introduction: '<p>Cleaned</p>' };
  expect(rebaseSection(sent, sent, stored)).toEqual(stored);
  expect(rebaseSection({ ...sent, title: '' }, sent, stored)).toEqual({ ...stored, title: '' });
});

it('keeps another image that was asked for since by its address alone', () => {
  const sent = { ...start, thumbnail: 'replace' as const, imageUrl: 'https://a.example/1.png' };
  const since = { ...sent, imageUrl: 'https://a.example/2.png' };
  expect(rebaseSection(since, sent, start)).toEqual({ ...start, ...since });
  expect(rebaseSection({ ...since, thumbnail: 'remove' }, sent, start).thumbnail).toBe('remove');
});
