import { expect, it } from 'vitest';
import { isHeaderSafe } from './headerSafe';

it.each(['abc', 'a.b-c_d~e+f/g==', '!#$%'])('lets %j into a header', (text) => {
  expect(isHeaderSafe(text)).toBe(true);
});

it.each(['', ' ', 'a b', 'a\nb', 'a\r\nX-Evil: 1', 'é', '\u0000', 'a\u200b', 7, null, undefined, {}])(
  'keeps %j out of a header',
  (text) => {
    expect(isHeaderSafe(text)).toBe(false);
  },
);
