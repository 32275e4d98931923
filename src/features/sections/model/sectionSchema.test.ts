import { describe, expect, it } from 'vitest';
import { aSection } from '#/features/sections/testing/sectionFixtures';
import { newSectionDefaults } from './newSection';
import { type SectionFormValues, toFormValues } from './sectionFormValues';
import { sectionSchema } from './sectionSchema';

function problems(values: SectionFormValues, record: ReturnType<typeof aSection> | null = null) {
  const result = sectionSchema(record).safeParse(values);
  return Object.fromEntries(result.error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? []);
}

const valid = { ...newSectionDefaults({ courseId: '7', displayOrder: 4 }), title: 'Basics' };
const create = (changes: Partial<SectionFormValues>) => problems({ ...valid, ...changes });
const edit = (stored: Record<string, unknown>, changes: Partial<SectionFormValues> = {}) =>
  problems({ ...toFormValues(aSection(stored)), ...changes }, aSection(stored));

const order = 'Display order: enter a whole number, such as 12';
const days = 'Enter 0 or more days';

describe('a new section', () => {
  it('is accepted with a course, a title and an order', () => {
    expect(create({})).toStrictEqual({});
  });

  it('says all that is missing at once', () => {
    const empty = {
      courseId: '',
      title: ' \u200B',
      displayOrder: ' ',
      unlockType: '',
      thumbnail: 'replace',
    } as const;
    expect(create(empty)).toStrictEqual({
      courseId: 'Choose a course',
      title: 'Enter a title',
      displayOrder: 'Enter the display order',
      unlockType: 'Choose an unlock type',
      imageUrl: 'Enter the address of the image',
    });
  });

  it.each(['1.5', '1e3', '0x10', '٣', 'x'])('refuses the order %s and says what is one', (text) => {
    expect(create({ displayOrder: text })).toStrictEqual({ displayOrder: order });
  });

  it.each(['2147483648', '-2147483649'])('refuses the order %s, which cannot be stored', (text) => {
    expect(create({ displayOrder: text })).toHaveProperty('displayOrder');
  });

  it.each(['0', '-5', ' 12 ', '１２', '2147483647'])('accepts the order %s', (text) => {
    expect(create({ displayOrder: text })).toStrictEqual({});
  });

  it('asks for the number of days only while Timed is chosen, and never takes an empty box for 0', () => {
    expect(create({ unlockType: 'timed', unlockAfterDays: '' })).toStrictEqual({
      unlockAfterDays: 'Enter the number of days',
    });
    expect(create({ unlockType: 'timed', unlockAfterDays: '-1' })).toStrictEqual({ unlockAfterDays: days });
    expect(create({ unlockType: 'timed', unlockAfterDays: '0' })).toStrictEqual({});
    expect(create({ unlockType: 'immediate', unlockAfterDays: '-1' })).toStrictEqual({});
  });

  it('looks at the address of the image only while replacing', () => {
    expect(create({ thumbnail: 'replace', imageUrl: 'javascript:alert(1)' })).toHaveProperty('imageUrl');
    expect(create({ thumbnail: 'remove', imageUrl: 'javascript:alert(1)' })).toStrictEqual({});
  });
});

describe('a stored section', () => {
  it('accepts an unknown unlock type that stays as it is', () => {
    expect(edit({ UnlockType: 99 })).toStrictEqual({});
    expect(edit({ UnlockType: 1 }, { unlockType: '' })).toStrictEqual({
      unlockType: 'Choose an unlock type',
    });
  });

  it('accepts numbers outside the range until they are changed', () => {
    const odd = { DisplayOrder: 1.5, UnlockType: 3, UnlockAfterDays: -5 };
    expect(edit(odd)).toStrictEqual({});
    expect(edit(odd, { displayOrder: '1.6', unlockAfterDays: '-6' })).toStrictEqual({
      displayOrder: order,
      unlockAfterDays: days,
    });
  });

  it('asks for a stored number that is missing', () => {
    expect(edit({ UnlockType: 3, UnlockAfterDays: null })).toStrictEqual({
      unlockAfterDays: 'Enter the number of days',
    });
  });

  it('does not ask for a course, which is fixed', () => {
    expect(edit({ CourseId: null })).toStrictEqual({});
  });
});
