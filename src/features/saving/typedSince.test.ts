import { expect, it } from 'vitest';
import { newSectionDefaults } from '#/features/sections/model/newSection';
import { toFormValues } from '#/features/sections/model/sectionFormValues';
import { aSection } from '#/features/sections/testing/sectionFixtures';
import { typedSince } from './typedSince';

const record = aSection({ CourseId: 7, Title: 'Kitchens', DisplayOrder: 5, ImageFileName: null });
const stored = toFormValues(record);
const sent = { ...stored, title: ' Kitchens ' };

it('is nothing where the form holds what was sent, whatever the server made of it', () => {
  expect(typedSince(sent, sent, record)).toBeNull();
  expect(typedSince(sent, sent, null)).toBeNull();
});

it('is what was typed since, over what is stored', () => {
  const current = { ...sent, introduction: '<p>Since</p>' };
  expect(typedSince(sent, current, record)).toEqual({ ...stored, introduction: '<p>Since</p>' });
  expect(typedSince(sent, { ...sent, title: '' }, record)).toEqual({ ...stored, title: '' });
});

it('is all that is not stored where what was sent or stored is not known', () => {
  const current = { ...sent, title: 'Kitchens and more' };
  expect(typedSince(null, current, record)).toEqual(current);
  expect(typedSince(sent, current, null)).toEqual(current);
});

it('leaves another course out, and the number in it', () => {
  const elsewhere = { ...sent, courseId: '8', displayOrder: '1' };
  expect(typedSince(sent, elsewhere, record)).toBeNull();
  expect(typedSince(sent, { ...elsewhere, active: !sent.active }, record)).toEqual({
    ...stored,
    active: !sent.active,
  });
});

it('removes the image that was sent where none was chosen since', () => {
  const withImage = { ...sent, thumbnail: 'replace' as const, imageUrl: 'https://a.example/1.png' };
  const now = { ...withImage, thumbnail: 'keep' as const };
  expect(typedSince(withImage, now, { ...record, ImageFileName: '1.png' })).toMatchObject({
    thumbnail: 'remove',
  });
  expect(typedSince(withImage, now, record)).toBeNull();
  expect(newSectionDefaults({ courseId: '7', displayOrder: 5 }).thumbnail).toBe('keep');
});
