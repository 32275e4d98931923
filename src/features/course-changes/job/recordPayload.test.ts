import { describe, expect, it } from 'vitest';
import { readSectionRecord } from '#/api/sections/sectionRecord';
import { updateBody } from '#/api/sections/sectionPayloads';
import type { SectionRecord } from '#/api/sections/sections';
import { createFakeServer } from '#/features/course-changes/testing/fakeServer';
import { textOf } from '#/features/sections/model/sectionFormValues';
import { holds, payloadOf, valuesOf } from './recordPayload';

function recordWith(values: Record<string, unknown>): SectionRecord {
  const record = readSectionRecord({ ...createFakeServer([5]).records.get(1), ...values });
  if (!record) throw new Error('Not a record.');
  return record;
}

describe('the body of an update', () => {
  it('is the record as read, whole, with the change and with the image left alone', () => {
    const read = {
      ...createFakeServer([5]).records.get(1),
      NewImageUrl: 'https://x.test/a.png',
      ClearImageFile: true,
    };
    const body = updateBody(payloadOf(recordWith(read), { DisplayOrder: 9 }));
    expect(body).toStrictEqual({ ...read, DisplayOrder: 9, NewImageUrl: null, ClearImageFile: false });
  });

  it('sends back what could not be read, exactly as it came', () => {
    const body = payloadOf(recordWith({ UnlockAfterDays: { odd: 1 }, Title: 42.5 }), { Active: true });
    expect(body).toMatchObject({ UnlockAfterDays: { odd: 1 }, Active: true });
    expect(textOf(body.Title)).toBe('42.5');
  });

  it('replaces even a value that could not be read', () => {
    expect(payloadOf(recordWith({ DisplayOrder: 'first' }), { DisplayOrder: 3 }).DisplayOrder).toBe(3);
  });
});

describe('comparing a record with values', () => {
  it('looks only at the properties that are named', () => {
    const record = recordWith({ DisplayOrder: 5, Active: false });
    expect(valuesOf(record, { DisplayOrder: 1, Active: true })).toEqual({ DisplayOrder: 5, Active: false });
    expect(holds(record, { DisplayOrder: 5 })).toBe(true);
    expect(holds(record, { DisplayOrder: 5, Active: true })).toBe(false);
    expect(holds(record, {})).toBe(true);
  });

  it('does not take what could not be read for empty', () => {
    const record = recordWith({ DisplayOrder: 'first' });
    expect(valuesOf(record, { DisplayOrder: 1 })).toEqual({ DisplayOrder: 'first' });
    expect(holds(record, { DisplayOrder: null })).toBe(false);
    expect(holds(record, valuesOf(record, { DisplayOrder: 1 }))).toBe(true);
  });

  it('takes an empty text and nothing for the same', () => {
    expect(holds(recordWith({ Title: null }), { Title: '' })).toBe(true);
    expect(holds(recordWith({ Title: '' }), { Title: null })).toBe(true);
    expect(holds(recordWith({ DisplayOrder: 0 }), { DisplayOrder: null })).toBe(false);
  });

  it('reads a property that the server left out as empty', () => {
    const { Active: _active, ...rest } = createFakeServer([5]).records.get(1) ?? {};
    const record = readSectionRecord(rest);
    expect(record && valuesOf(record, { Active: true })).toEqual({ Active: null });
  });
});
