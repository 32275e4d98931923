import { describe, expect, it } from 'vitest';
import { aSection } from '#/features/sections/testing/sectionFixtures';
import { toFormValues } from '#/features/sections/model/sectionFormValues';
import { toPayload } from '#/features/sections/model/sectionPayload';
import { isServerNormalised, isSentSection, serverChanges } from './compareStored';
import { isSame } from '#/lib/isSame';

describe('two values', () => {
  it.each([
    ['', null],
    [null, undefined],
    [0, -0],
    [{ a: [1] }, { a: [1] }],
  ])('are the same: %j and %j', (a, b) => {
    expect(isSame(a, b)).toBe(true);
  });

  it.each([
    [0, null],
    [false, null],
    ['0', 0],
    ['a', 'A'],
    [' ', ''],
  ])('differ: %j and %j', (a, b) => {
    expect(isSame(a, b)).toBe(false);
  });
});

describe('a server’s clean-up', () => {
  it.each([
    ['<p>a</p>\n', '<p>a</p>'],
    ['a\r\nb', 'a\nb'],
    ['<p style="color:red">a</p>', '<p>a</p>'],
    ['a&nbsp;b', 'a b'],
    ['<iframe src="x"></iframe>', null],
    ['<img alt="a > b">c', '<img alt="a &gt; b">c'],
    [' Basics ', 'Basics'],
  ])('explains %j → %j', (sent, kept) => {
    expect(isServerNormalised(sent, kept)).toBe(true);
  });

  it.each([
    ['<p>a</p>', '<p>b</p>'],
    ['Basics', 'basics'],
    ['if 1 < 2 and 3 > 2', 'if 1 < 5 and 9 > 2'],
    ['Basics', null],
    [3, '3 '],
  ])('does not explain %j → %j', (sent, kept) => {
    expect(isServerNormalised(sent, kept)).toBe(false);
  });
});

it('shows what was sent and what is stored as texts', () => {
  const sent = toPayload(toFormValues(aSection()), aSection());
  expect(
    serverChanges(sent, aSection(), aSection({ DisplayOrder: 4, Active: null, Title: { a: 1 } })),
  ).toStrictEqual([
    { field: 'title', sent: 'Basics', stored: '{"a":1}' },
    { field: 'active', sent: 'true', stored: '' },
    { field: 'displayOrder', sent: '3', stored: '4' },
  ]);
  expect(serverChanges(sent, aSection(), aSection())).toStrictEqual([]);
});

it('knows a stored section again', () => {
  const sent = toPayload(toFormValues(aSection()), aSection());
  expect(isSentSection(sent, aSection({ Id: 1, UpdatedOn: 'later', Title: ' Basics' }))).toBe(true);
  expect(isSentSection(sent, aSection({ CourseId: 8 }))).toBe(false);
});
