import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSectionRecord } from '#/api/sections/sectionRecord';
import { anySection, aSection } from '#/features/sections/testing/sectionFixtures';
import { isSameRecord, serializeRecord } from './serialization';

const throughTheDatabase = (value: unknown): unknown => structuredClone(value);

describe('a record beside a draft', () => {
  it('is read back as it was, unknown and unreadable properties too', () => {
    fc.assert(
      fc.property(anySection, (record) => {
        expect(readSectionRecord(throughTheDatabase(serializeRecord(record)))).toEqual(record);
      }),
    );
  });

  it('is the same only when every property is, whatever their order', () => {
    const record = aSection({ CustomFields: { a: 1, b: 2 } });
    expect(isSameRecord(record, aSection({ CustomFields: { b: 2, a: 1 } }))).toBe(true);
    expect(isSameRecord(record, aSection({ CustomFields: { a: 1, b: 3 } }))).toBe(false);
    expect(isSameRecord(record, aSection({ UpdatedBy: 'someone' }))).toBe(false);
  });
});
