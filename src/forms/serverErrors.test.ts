import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldError } from '#/api/http/errors';
import { isBlank, trimText } from '#/lib/text';
import { type FieldMap, mapServerErrors } from './serverErrors';

type Field = 'courseId' | 'title' | 'unlockType' | 'unlockAfterDays';
const fieldNames: Field[] = ['courseId', 'title', 'unlockType', 'unlockAfterDays'];
const labels = {
  courseId: 'Course',
  title: 'Title',
  unlockType: 'Unlock type',
  unlockAfterDays: 'Unlock after (days)',
};

function fieldMap(hidden: readonly Field[] = []): FieldMap<Field> {
  return {
    properties: {
      CourseId: 'courseId',
      Course: 'courseId',
      Title: 'title',
      UnlockType: 'unlockType',
      UnlockAfterDays: 'unlockAfterDays',
    },
    labels,
    visible: new Set(fieldNames.filter((field) => !hidden.includes(field))),
    revealedBy: { unlockAfterDays: 'unlockType' },
    controlIds: { courseId: 'c-course', title: 'c-title', unlockType: 'c-type', unlockAfterDays: 'c-days' },
    fallbackId: 'c-form',
  };
}

const entry = (propertyName: string | null, message: string): FieldError => ({ propertyName, message });

function map(fieldErrors: FieldError[], serverMessage: string | null = null, hidden: Field[] = []) {
  const mapped = mapServerErrors({ fieldErrors, serverMessage }, fieldMap(hidden), 'Nothing was saved.');
  return { fields: Object.fromEntries(mapped.fields), form: mapped.form };
}

describe('mapServerErrors', () => {
  it('puts the label before a fragment, and does not repeat it in the form’s list', () => {
    expect(map([entry('Title', 'is a required field')], 'Title: is a required field')).toEqual({
      fields: { title: ['Title is a required field'] },
      form: [],
    });
  });

  it.each([
    'title',
    'TITLE',
    ' Title ',
    'section.Title',
    'Items[0].Title',
    'section[Title]',
    '$.Title',
    'Title[0]',
  ])('finds the title by the name %j', (name) => {
    expect(map([entry(name, 'is too long')]).fields).toEqual({ title: ['Title is too long'] });
  });

  it('finds a field by the name of its relation', () => {
    expect(map([entry('Course', 'not found')]).fields).toEqual({ courseId: ['Course not found'] });
  });

  it.each([
    ['must be shorter', 'Title must be shorter'],
    ['Must be shorter.', 'Must be shorter.'],
    ['Title is required', 'Title is required'],
    ['title is required', 'title is required'],
    ['Title: is a required field', 'Title: is a required field'],
    ["'Title' must not be empty.", "'Title' must not be empty."],
    ['Titles are unique', 'Titles are unique'],
    ['titles are unique', 'Title titles are unique'],
    ['必須項目です', 'Title: 必須項目です'],
    ['حقل مطلوب', 'Title: حقل مطلوب'],
    ['255 characters at most', 'Title: 255 characters at most'],
    ['<b>bold</b>', 'Title: <b>bold</b>'],
    ['', 'Title: the server did not accept this and gave no reason'],
    ['\u200B', 'Title: the server did not accept this and gave no reason'],
  ])('says %j as %j at the title', (message, words) => {
    expect(map([entry('Title', message)]).fields).toEqual({ title: [words] });
  });

  it('shows every message of a field in order, and the same words once', () => {
    const messages = ['is too long', 'has a bad word', 'is too long'];
    expect(map(messages.map((message) => entry('Title', message))).fields).toEqual({
      title: ['Title is too long', 'Title has a bad word'],
    });
  });

  it('points from a hidden field to the control that reveals it', () => {
    expect(map([entry('UnlockAfterDays', 'must be 0 or more')], null, ['unlockAfterDays'])).toEqual({
      fields: {},
      form: [{ text: 'Unlock after (days) must be 0 or more', targetId: 'c-type' }],
    });
    expect(
      map([entry('UnlockAfterDays', 'Too many.')], null, ['unlockAfterDays', 'unlockType']).form,
    ).toEqual([{ text: 'Unlock after (days): Too many.', targetId: 'c-form' }]);
  });

  it.each(['__proto__', 'constructor', 'toString', 'root', 'Nonsense', 'Title.constructor'])(
    'keeps the unknown name %s as it came',
    (name) => {
      expect(map([entry(name, 'is odd')])).toEqual({
        fields: {},
        form: [{ text: `${name}: is odd`, targetId: 'c-form' }],
      });
    },
  );

  it.each([null, '', ' ', '\u200B'])('shows a message without a name (%j) alone', (name) => {
    expect(map([entry(name, 'Something is wrong')]).form).toEqual([
      { text: 'Something is wrong', targetId: 'c-form' },
    ]);
  });

  it('shows the message of an answer without errors, at its field when it names one exactly', () => {
    expect(map([], 'Title: is a required field')).toEqual({
      fields: { title: ['Title is a required field'] },
      form: [],
    });
    for (const message of [
      'You can’t do this.',
      'Titles: odd',
      'section.Title: odd',
      'Title:',
      'Title is odd',
    ])
      expect(map([], message)).toEqual({ fields: {}, form: [{ text: message, targetId: 'c-form' }] });
  });

  it('shows a message that says more than the errors', () => {
    expect(map([entry('Title', 'is too long')], 'The course is archived').form).toEqual([
      { text: 'The course is archived', targetId: 'c-form' },
    ]);
  });

  it('leaves out a message that only repeats what is shown', () => {
    const errors = [entry('Title', 'is too long'), entry('Course', 'not found')];
    for (const message of [
      'is too long',
      'Title: is too long.',
      'Title: is too long; Course: not found',
      'Title: is too long, Course: not found.',
    ])
      expect(map(errors, message).form).toEqual([]);
  });

  it('shows a message that only looks like a summary', () => {
    for (const message of ['Title: is too long, and more', 'is too longer', 'is too long ago']) {
      const { fields, form } = map([entry('Title', 'is too long')], message);
      expect([...(fields.title ?? []), ...form.map(({ text }) => text)].join('\n')).toContain(
        message.replace('Title: ', ''),
      );
    }
  });

  it('says something when the server said nothing', () => {
    for (const message of [null, '', ' \u200B'])
      expect(map([], message).form).toEqual([{ text: 'Nothing was saved.', targetId: 'c-form' }]);
  });

  it('survives reveals that go in a circle', () => {
    const circle = { ...fieldMap(fieldNames), revealedBy: { title: 'courseId', courseId: 'title' } } as const;
    const mapped = mapServerErrors(
      { fieldErrors: [entry('Title', 'is odd')], serverMessage: null },
      circle,
      '',
    );
    expect(mapped.form).toEqual([{ text: 'Title is odd', targetId: 'c-form' }]);
  });
});

const squeeze = (words: string) =>
  words.toLowerCase().replace(/[\s:.]|\p{Default_Ignorable_Code_Point}/gu, '');

/** Each part is shown, or each word of it is: “Title: is odd” is told by “Title is odd”. */
function isTold(serverMessage: string, shown: readonly string[]): boolean {
  const all = shown.map(squeeze);
  return serverMessage
    .split(/[\r\n;|,.]+/)
    .every(
      (part) =>
        isBlank(part) ||
        all.some((words) => words.includes(squeeze(trimText(part)).replace(/^course(id)?/, ''))),
    );
}

describe('any list of errors', () => {
  const nasty = fc.constantFrom(
    'Title',
    'title ',
    'Course',
    'CourseId',
    'section.Title',
    'Items[3].UnlockType',
    'UnlockAfterDays',
    'Items[0]',
    '__proto__',
    'constructor',
    'prototype',
    'hasOwnProperty',
    'root',
    'toString',
    '',
    ' ',
    '.',
    '[]',
    'null',
  );
  const text = fc.string({ unit: 'binary', maxLength: 20 });
  const message = fc.oneof(
    text,
    fc.constantFrom(
      'is a required field',
      'Title: is a required field',
      'Title is odd',
      'Bad.',
      '<img src=x onerror=1>',
    ),
  );
  const errors = fc.array(fc.record({ propertyName: fc.oneof(nasty, text, fc.constant(null)), message }), {
    maxLength: 40,
  });

  it('is on the screen whole: no message lost, no link to nowhere, no message at a hidden field', () => {
    fc.assert(
      fc.property(
        errors,
        fc.option(message),
        fc.subarray(fieldNames),
        (fieldErrors, serverMessage, hidden) => {
          const fields = fieldMap(hidden);
          const mapped = mapServerErrors({ fieldErrors, serverMessage }, fields, 'Nothing was saved.');
          const shown = [...mapped.form.map(({ text }) => text), ...[...mapped.fields.values()].flat()];

          expect(shown.length).toBeGreaterThan(0);
          for (const { message } of fieldErrors)
            expect(isBlank(message) || shown.some((words) => words.includes(trimText(message)))).toBe(true);
          expect(isTold(serverMessage ?? '', shown)).toBe(true);
          for (const field of mapped.fields.keys()) expect(fields.visible.has(field)).toBe(true);
          const targets = [...fields.visible]
            .map((field) => fields.controlIds[field])
            .concat(fields.fallbackId);
          for (const { targetId } of mapped.form) expect(targets).toContain(targetId);
        },
      ),
      { numRuns: 10_000 },
    );
  });

  it('of ten thousand entries keeps each of them', () => {
    const many = Array.from({ length: 10_000 }, (_, index) =>
      entry(index % 2 ? 'Title' : `P${index}`, `bad ${index}`),
    );
    const mapped = mapServerErrors({ fieldErrors: many, serverMessage: 'x'.repeat(1e6) }, fieldMap(), '');
    expect(mapped.fields.get('title')).toHaveLength(5000);
    expect(mapped.form).toHaveLength(5001);
  });

  it('of ten thousand entries leaves out the message that sums them up, but none that says more', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => entry(`P${index}`, `bad ${index}`));
    const sum = many.map(({ propertyName, message }) => `${propertyName}: ${message}`).join(', ');
    expect(map(many, sum).form).toHaveLength(10_000);
    expect(map(many, `${sum}, and more`).form).toHaveLength(10_001);
  });
});
