import { describe, expect, it } from 'vitest';
import { newSectionDefaults } from '#/features/sections/model/newSection';
import { fieldText, visibleChanges } from './fieldText';

const values = { ...newSectionDefaults({ courseId: '7', displayOrder: 1 }), title: 'A' };

describe('what differs between two states of a form', () => {
  it('is told by field, in the words of the screen', () => {
    const after = { ...values, title: 'B', active: false, unlockType: 'sequential' as const };
    expect(visibleChanges(values, after)).toEqual(['title', 'unlockType', 'active']);
    expect(fieldText('active', after)).toBe('Off');
    expect(fieldText('unlockType', after)).toBe('Sequential');
    expect(fieldText('thumbnail', { ...after, thumbnail: 'remove' })).toBe('No image');
    expect(fieldText('title', after)).toBe('B');
  });

  it('leaves out days and addresses that nobody sees', () => {
    const hidden = { ...values, unlockAfterDays: '9', imageUrl: 'https://x.example/a.png' };
    expect(visibleChanges(values, hidden)).toEqual([]);
    const shown = { ...hidden, unlockType: 'timed' as const, thumbnail: 'replace' as const };
    expect(visibleChanges(values, shown)).toEqual(['unlockType', 'unlockAfterDays', 'thumbnail', 'imageUrl']);
  });
});
