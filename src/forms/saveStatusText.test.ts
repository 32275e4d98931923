import { describe, expect, it } from 'vitest';
import { saveStatusText } from './saveStatusText';

const fresh = { isDirty: false, hasFailed: false, savedAt: null };
const savedAt = new Date(2026, 10, 22, 10, 42);

describe('saveStatus', () => {
  it('follows a form from opening to saving', () => {
    expect(saveStatusText(fresh, 'none')).toBe('No changes');
    expect(saveStatusText({ ...fresh, isDirty: true }, 'none')).toBe('Unsaved changes');
    expect(saveStatusText({ ...fresh, isDirty: true }, 'brief')).toBe('Unsaved changes');
    expect(saveStatusText({ ...fresh, isDirty: true }, 'shown')).toBe('Saving…');
    expect(saveStatusText({ ...fresh, isDirty: true }, 'slow')).toBe('Still saving…');
    expect(saveStatusText({ ...fresh, savedAt }, 'none')).toBe('Saved at 10:42');
  });

  it('says that changes after a save are not saved yet', () => {
    expect(saveStatusText({ isDirty: true, hasFailed: false, savedAt }, 'none')).toBe('Unsaved changes');
  });

  it('claims neither for a save that may have arrived', () => {
    expect(saveStatusText({ isDirty: true, hasFailed: 'unknown', savedAt }, 'none')).toBe('Not confirmed');
  });

  it('never claims an earlier save after a failed one', () => {
    expect(saveStatusText({ isDirty: true, hasFailed: true, savedAt }, 'none')).toBe('Not saved');
    expect(saveStatusText({ isDirty: false, hasFailed: true, savedAt }, 'none')).toBe('Not saved');
  });
});
