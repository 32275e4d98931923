import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { undoRestore } from './undoRestore';

const blank = { title: '', days: '', text: '' };

describe('taking back that a draft was restored', () => {
  it('gives the form back what it held, and keeps what was typed since', () => {
    const before = { ...blank, title: 'Typed before' };
    const draft = { ...blank, title: 'Draft' };
    const now = { ...draft, text: 'Typed since' };
    expect(undoRestore({ before, after: draft, now, draft })).toEqual({
      form: { ...before, text: 'Typed since' },
      draft,
    });
  });

  it('leaves in the draft what was typed over it', () => {
    const before = { ...blank, title: 'Typed before' };
    const draft = { ...blank, title: 'Draft', days: '7' };
    expect(undoRestore({ before, after: draft, now: { ...draft, title: 'Draft, and more' }, draft })).toEqual(
      {
        form: before,
        draft: { ...draft, title: 'Draft, and more' },
      },
    );
  });

  it('loses nothing that was typed, whatever it was', () => {
    const text = fc.constantFrom('', 'a', 'b', 'c');
    const values = fc.record({ title: text, days: text, text });
    fc.assert(
      fc.property(values, values, values, (before, draft, now) => {
        const undone = undoRestore({ before, after: draft, now, draft });
        for (const field of ['title', 'days', 'text'] as const) {
          const kept = [undone.form[field], undone.draft[field]];
          expect(kept).toContain(now[field]);
          if (before[field] !== draft[field]) expect(kept).toContain(before[field]);
        }
      }),
    );
  });
});
