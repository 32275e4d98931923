import { describe, expect, it } from 'vitest';
import { changedFields, controlIds, rebaseValues } from './formValues';

const sent = { title: 'Day 1', order: '1', isActive: true };

describe('rebaseValues', () => {
  it('shows what the server stored where nothing was typed meanwhile', () => {
    const stored = { title: 'Day one', order: '1', isActive: true };
    expect(rebaseValues({ ...sent }, sent, stored)).toEqual(stored);
  });

  it('keeps what was typed while the save was under way, also when it was emptied or switched off', () => {
    const current = { title: '', order: '1', isActive: false };
    const stored = { title: 'Day 1', order: '2', isActive: true };
    expect(rebaseValues(current, sent, stored)).toEqual({ title: '', order: '2', isActive: false });
  });
});

describe('changedFields', () => {
  it('is empty again once a change is typed back', () => {
    expect(changedFields(sent, { ...sent, title: 'Day' })).toEqual(['title']);
    expect(changedFields(sent, { ...sent })).toEqual([]);
  });
});

describe('controlIds', () => {
  it('gives each field an id of its own', () => {
    expect(controlIds('section', { title: 'Title', order: 'Order' })).toEqual({
      title: 'section-title',
      order: 'section-order',
    });
  });
});
