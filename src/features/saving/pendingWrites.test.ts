import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApiError } from '#/api/http/errors';
import { newSectionDefaults } from '#/features/sections/model/newSection';
import { toFormValues } from '#/features/sections/model/sectionFormValues';
import { toPayload } from '#/features/sections/model/sectionPayload';
import { anySection } from '#/features/sections/testing/sectionFixtures';
import { readPendingCreate, readPendingSave, serializePending } from './pendingWrites';

const lost = { kind: 'timeout', outcome: 'unknown' } as const;
const throughTheDatabase = (value: unknown): unknown => structuredClone(value);

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
    const values = { ...newSectionDefaults({ courseId: '7', displayOrder: 1 }), title: 'A ' };
    const sent = toPayload(values, null);
    const earlier = [{ sent: { ...sent, Title: 'B' }, values, idsBefore: [1], error: new ApiError(lost) }];
    const kept = throughTheDatabase(serializePending({ sent, values, idsBefore, earlier }));
    const found = { sent: { Title: 'B' }, values, idsBefore: [1] };
    expect(readPendingCreate(kept)).toMatchObject({ sent, values, idsBefore, earlier: [found] });
    expect(readPendingSave(kept)).toBeNull();
  });

  it.each([
    ['CourseId', null],
    ['Title', 7],
    ['SectionContents', undefined],
    ['Active', 'true'],
    ['DisplayOrder', '1'],
    ['UnlockType', {}],
    ['UnlockAfterDays', '7'],
    ['NewImageUrl', undefined],
    ['ClearImageFile', null],
  ])('is no create where its %s is %j', (property, value) => {
    const sent = toPayload(newSectionDefaults({ courseId: '7', displayOrder: 1 }), null);
    // As an earlier version kept it.
    expect(readPendingCreate({ sent, idsBefore: [] })).toMatchObject({ sent, values: null });
    expect(readPendingCreate({ sent: { ...sent, [property]: value }, idsBefore: [] })).toBeNull();
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
