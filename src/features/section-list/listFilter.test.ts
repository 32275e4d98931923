import { describe, expect, it } from 'vitest';
import { withParams } from '#/lib/withParams';
import { filterSections, filterText, isFiltering, readFilter } from './listFilter';
import type { SectionView } from './sectionView';

const view = (id: number, title: string, over: Partial<SectionView> = {}): SectionView => ({
  id,
  title,
  position: id,
  rule: 'Available at once',
  shortRule: null,
  ruleDoubt: null,
  isActive: true,
  unlockType: 1,
  unlockDays: 0,
  failure: null,
  lessons: null,
  isGone: false,
  ...over,
});

const views = [
  view(1, 'Café rules'),
  view(2, 'Opening the house', { unlockType: 3, isActive: false }),
  view(3, 'Odd one', { unlockType: 99 }),
  view(4, 'Not read', { rule: null, isActive: null, unlockType: null }),
];

const found = (query: string) =>
  filterSections(views, readFilter(new URLSearchParams(query))).map(({ id }) => id);

describe('the filter of the list', () => {
  it('finds by words of the title, whatever the case and the accents, and by number', () => {
    expect(found('search=CAFE')).toEqual([1]);
    expect(found('search=house opening')).toEqual([2]);
    expect(found('search=3')).toEqual([3]);
  });

  it('finds by unlock type and by state, and never a row that was not read', () => {
    expect(found('unlock=timed')).toEqual([2]);
    expect(found('unlock=other')).toEqual([3]);
    expect(found('active=no')).toEqual([2]);
    expect(found('active=yes')).toEqual([1, 3]);
    expect(found('active=yes&unlock=immediate&search=caf')).toEqual([1]);
  });

  it('finds by how the rule begins, or by its short form, but not by the title within it', () => {
    const day = { icon: 'day', text: 'Day 7' } as const;
    const ruled = [
      view(1, 'Bookings', { rule: '7 days after enrolment', shortRule: day }),
      view(2, 'Cleaning', { rule: 'After “Bookings” is completed', unlockType: 2 }),
      view(3, 'Dogs', { rule: '17 days after enrolment' }),
      view(4, 'Days out', { rule: null }),
    ];
    const foundBy = (search: string) =>
      filterSections(ruled, { search, unlock: '', active: '' }).map(({ id }) => id);
    expect(foundBy('7 Days')).toEqual([1]);
    expect(foundBy(' after  bookings')).toEqual([2]);
    expect(foundBy('After “Book')).toEqual([2]);
    expect(foundBy('day 7')).toEqual([1]);
    expect(foundBy('bookings')).toEqual([1]);
    expect(foundBy('days')).toEqual([4]);
    expect(foundBy('“')).toEqual([]);
  });

  it('asks for nothing by an unknown value or by spaces', () => {
    expect(found('unlock=never&active=maybe&search=%20')).toEqual([1, 2, 3, 4]);
    expect(isFiltering(readFilter(new URLSearchParams('unlock=constructor')))).toBe(false);
  });

  it('leaves other parameters of the address alone and takes empty ones out', () => {
    const params = new URLSearchParams('x=1&search=a&active=no');
    const next = withParams(params, { search: 'b', unlock: '', active: '' });
    expect(next.toString()).toBe('x=1&search=b');
  });

  it('is named by what was asked for alone', () => {
    expect(filterText({ search: '', unlock: 'timed', active: 'no' })).toBe(
      'Unlock type: Timed. State: Inactive.',
    );
    expect(filterText({ search: ' desk ', unlock: '', active: '' })).toBe(
      'Titles, rules and numbers were searched for “desk”.',
    );
  });
});
