import { describe, expect, it } from 'vitest';
import { findPlaces, meantPlace, placeOptions, type PlaceSection } from './placeOptions';

const titled = (...titles: string[]): PlaceSection[] =>
  titles.map((title, index) => ({ id: 100 + index, title, position: index + 1 }));
const many = placeOptions(titled(...Array.from({ length: 1000 }, (_, index) => `Section ${index + 1}`)));
const texts = (options: ReturnType<typeof findPlaces>) => options.map(({ text }) => text);

describe('the places of a course', () => {
  it('are its ends and behind each section, and the end alone where there is none', () => {
    expect(texts(placeOptions(titled('Élan', 'Desks')))).toEqual([
      'At the start',
      'At the end',
      'After “Élan”',
      'After “Desks”',
    ]);
    expect(texts(placeOptions([]))).toEqual(['At the end']);
  });

  it('are found by a title without its accents, and by a position first', () => {
    const options = placeOptions(titled('Élan', 'Room 1', 'Desks'));
    expect(texts(findPlaces(options, ' elan', null))).toEqual(['After “Élan”']);
    expect(texts(findPlaces(options, '1', null))).toEqual(['After “Élan”', 'After “Room 1”']);
    expect(texts(findPlaces(options, 'at the', null))).toEqual(['At the start', 'At the end']);
    expect(texts(findPlaces(options, 'after “d', null))).toEqual(['After “Desks”']);
    expect(findPlaces(options, 'ter', null)).toEqual([]);
  });

  it('are those around the chosen one where there are very many, the ends first', () => {
    const around = texts(findPlaces(many, '', 600));
    expect(around).toHaveLength(100);
    expect(around.slice(0, 2)).toEqual(['At the start', 'At the end']);
    expect(around).toContain('After “Section 501”');
    expect(texts(findPlaces(many, '', 100)).at(2)).toBe('After “Section 1”');
    expect(texts(findPlaces(many, '', 1099)).at(-1)).toBe('After “Section 1000”');
    expect(findPlaces(many, 'section', null)).toHaveLength(100);
  });
});

describe('a typed text', () => {
  const options = placeOptions(titled('Desks', 'Same', 'Same', '12'));

  it.each([
    ['at the end', 'end'],
    ['after “desks”', 100],
    ['DESKS ', 100],
    ['3', 102],
    ['12', 103],
  ])('names a place: %s', (typed, wish) => expect(meantPlace(options, typed)?.wish).toBe(wish));

  it.each(['', 'Des', 'same', '9'])('names none, or more than one: “%s”', (typed) =>
    expect(meantPlace(options, typed)).toBeNull(),
  );
});
