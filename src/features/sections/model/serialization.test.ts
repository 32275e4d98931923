import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSectionRecord } from '#/api/sections/sectionRecord';
import { anySection, aSection } from '#/features/sections/testing/sectionFixtures';
import { newSectionDefaults } from './newSection';
import { toFormValues } from './sectionFormValues';
import { toPayload } from './sectionPayload';
import {
  isSameRecord,
  serializePending,
  serializeRecord,
  readPendingCreate,
  readPendingSave,
} from './serialization';

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

describe('a write of unknown fate beside a draft', () => {
  it('of an edit is ready to be looked up after a reload', () => {
    fc.assert(
      fc.property(anySection, (before) => {
        const values = { ...toFormValues(before), title: 'Sent' };
        const sent = toPayload(values, before);
        const kept = throughTheDatabase(serializePending({ before, values, sent, kept: [] }));
        expect(readPendingSave(kept)).toMatchObject({ before, values, sent });
        expect(readPendingCreate(kept)).toBeNull();
      }),
    );
  });

  it.each([[[1, 2]], [null]])('of a new section is too, with the sections before it: %j', (idsBefore) => {
    const sent = toPayload({ ...newSectionDefaults({ courseId: '7', displayOrder: 1 }), title: 'A' }, null);
    const kept = throughTheDatabase(serializePending({ sent, idsBefore }));
    expect(readPendingCreate(kept)).toMatchObject({ sent, idsBefore });
    expect(readPendingSave(kept)).toBeNull();
  });

  it('is not made up from anything else', () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        expect(readPendingSave(stored)).toBeNull();
        expect(readPendingCreate(stored)).toBeNull();
      }),
    );
    expect(readPendingSave({ before: { Id: 0 }, values: {} })).toBeNull();
    expect(readPendingCreate({ sent: { CourseId: '7' }, idsBefore: [] })).toBeNull();
    expect(readPendingCreate({ sent: { CourseId: 7 }, idsBefore: ['1'] })).toBeNull();
  });
});
