import { describe, expect, it } from 'vitest';
import { saveStatus } from './saveStatusText';

const fresh = { isDirty: false, hasFailed: false, savedAt: null };
const savedAt = new Date(2026, 10, 22, 10, 42);

describe('saveStatus', () => {
  it('follows a form from opening to saving', () => {
    expect(saveStatus(fresh, 'none')).toBe('No changes');
    expect(saveStatus({ ...fresh, isDirty: true }, 'none')).toBe('Unsaved changes');
    expect(saveStatus({ ...fresh, isDirty: true }, 'brief')).toBe('Unsaved changes');
    expect(saveStatus({ ...fresh, isDirty: true }, 'shown')).toBe('Saving…');
    expect(saveStatus({ ...fresh, isDirty: true }, 'slow')).toBe('Still saving…');
    expect(saveStatus({ ...fresh, savedAt }, 'none', 'en-GB')).toBe('Saved at 10:42');
  });

  it('says that changes after a save are not saved yet', () => {
    expect(saveStatus({ isDirty: true, hasFailed: false, savedAt }, 'none')).toBe('Unsaved changes');
  });

  it('never claims an earlier save after a failed one', () => {
    expect(saveStatus({ isDirty: true, hasFailed: true, savedAt }, 'none')).toBe('Not saved');
    expect(saveStatus({ isDirty: false, hasFailed: true, savedAt }, 'none')).toBe('Not saved');
  });
});
