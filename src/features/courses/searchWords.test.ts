import { expect, it } from 'vitest';
import { asksForCount, readSearch } from './searchWords';

it('a search is words, and a number may be that of the sections, also while its noun is typed', () => {
  expect(readSearch(' Café  40 ')).toEqual([
    { texts: ['cafe'], count: null },
    { texts: ['40'], count: 40 },
  ]);
  for (const noun of ['s', 'sect', 'section', 'SECTIONS']) {
    expect(readSearch(`40 ${noun} team`)).toEqual([
      { texts: ['40', noun.toLowerCase()], count: 40 },
      { texts: ['team'], count: null },
    ]);
  }
  expect(readSearch('1,000 sections')).toEqual([{ texts: ['1,000', 'sections'], count: 1000 }]);
  expect(readSearch('４０')[0]?.count).toBe(40);
});

it('nothing else is a number of sections', () => {
  const others = ['', 'sections', '12345601', '4.5', '-4', '4,0', 'b2', 'sections forty'];
  expect(others.filter(asksForCount)).toEqual([]);
});
