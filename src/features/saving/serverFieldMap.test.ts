import { describe, expect, it } from 'vitest';
import { ApiError } from '#/api/http/errors';
import { mapServerErrors } from '#/forms/serverErrors';
import { serverFieldMap } from './serverFieldMap';
import { controlIds, labels } from '#/features/sections/model/fields';

const allShown = { unlockType: 'timed', thumbnail: 'replace' } as const;

function messages(propertyName: string, map: ReturnType<typeof serverFieldMap>) {
  const fieldErrors = [{ propertyName, message: 'is wrong' }];
  return mapServerErrors(
    new ApiError({ kind: 'refused', outcome: 'refused', fieldErrors }),
    map,
    'Nothing was saved',
  );
}

describe('a message of the server', () => {
  it.each([
    ['Title', 'title'],
    ['Course', 'courseId'],
    ['CourseId', 'courseId'],
    ['DisplayOrder', 'displayOrder'],
    ['UnlockType', 'unlockType'],
    ['UnlockAfterDays', 'unlockAfterDays'],
    ['Active', 'active'],
    ['SectionContents', 'introduction'],
    ['NewImageUrl', 'imageUrl'],
    ['ClearImageFile', 'thumbnail'],
  ] as const)('about %s stands at its field', (property, field) => {
    const { fields, form } = messages(property, serverFieldMap(allShown, 'create'));
    expect([...fields.keys()]).toStrictEqual([field]);
    expect(form).toStrictEqual([]);
  });

  it('about hidden days points to the unlock type, about a hidden address to the thumbnail', () => {
    const map = serverFieldMap({ unlockType: 'immediate', thumbnail: 'keep' }, 'create');
    expect(messages('UnlockAfterDays', map).form.map(({ targetId }) => targetId)).toStrictEqual([
      controlIds.unlockType,
    ]);
    expect(messages('NewImageUrl', map).form.map(({ targetId }) => targetId)).toStrictEqual([
      controlIds.thumbnail,
    ]);
  });

  it('about the course of a stored section stands in the summary, since the course has no control there', () => {
    const { fields, form } = messages('CourseId', serverFieldMap(allShown, 'edit'));
    expect(fields.size).toBe(0);
    expect(form).toStrictEqual([{ text: 'Course is wrong', targetId: controlIds.title }]);
  });
});

it('gives each field its own control', () => {
  expect(new Set(Object.values(controlIds)).size).toBe(Object.keys(labels).length);
});
