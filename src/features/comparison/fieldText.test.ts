import { describe, expect, it } from 'vitest';
import { newSectionDefaults } from '#/features/sections/model/newSection';
import { comparisons, visibleChanges } from './fieldText';

const values = { ...newSectionDefaults({ courseId: '7', displayOrder: 1 }), title: 'A' };

describe('what differs between two states of a form', () => {
  it('is told by field, in the words of the screen', () => {
    const after = { ...values, title: 'B', active: false, unlockType: 'sequential' as const };
    expect(visibleChanges(values, after)).toEqual(['title', 'unlockType', 'active']);
    expect(comparisons.active.text(after)).toBe('Off');
    expect(comparisons.unlockType.text(after)).toBe('Sequential');
    expect(comparisons.thumbnail.text({ ...after, thumbnail: 'remove' })).toBe('No image');
    expect(comparisons.title.text(after)).toBe('B');
  });

  it('leaves out days and addresses that nobody sees', () => {
    const hidden = { ...values, unlockAfterDays: '9', imageUrl: 'https://x.example/a.png' };
    expect(visibleChanges(values, hidden)).toEqual([]);
    const shown = { ...hidden, unlockType: 'timed' as const, thumbnail: 'replace' as const };
    expect(visibleChanges(values, shown)).toEqual(['unlockType', 'unlockAfterDays', 'thumbnail', 'imageUrl']);
  });
});
