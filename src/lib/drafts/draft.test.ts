import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Draft, draftKey, keyPrefix, packDraft, placeOf, readDraft } from './draft';

const text = fc.string({ unit: 'binary' });
const draft: fc.Arbitrary<Draft> = fc.record({
  account: text,
  record: text,
  tab: text,
  values: fc.dictionary(text, fc.oneof(text, fc.boolean()), { noNullPrototype: true }),
  base: fc.oneof(fc.constant(null), fc.record({ Id: fc.nat(), Title: text })),
  pending: fc.constantFrom(null, { before: { Id: 1 } }),
  savedAt: fc.nat(),
});

describe('a stored draft', () => {
  it('is read back as it was', () => {
    fc.assert(
      fc.property(draft, (written) => {
        expect(readDraft(draftKey(written), packDraft(written))).toEqual({ kind: 'draft', draft: written });
      }),
    );
  });

  it('is found under its account and record and under no other', () => {
    fc.assert(
      fc.property(draft, text, (written, other) => {
        const key = draftKey(written);
        expect(placeOf(key)).toEqual({ account: written.account, record: written.record, tab: written.tab });
        expect(key.startsWith(keyPrefix([written.account, written.record]))).toBe(true);
        expect(key.startsWith(keyPrefix([other]))).toBe(other === written.account);
      }),
    );
  });

  it('holds the values, the base, the time and nothing else that a caller may hand in', () => {
    const given = { values: { title: 'A' }, base: null, pending: null, savedAt: 5, accessToken: 'secret' };
    expect(packDraft(given)).toEqual({
      version: 1,
      values: { title: 'A' },
      base: null,
      pending: null,
      savedAt: 5,
    });
  });
});

describe('an entry that this version cannot read', () => {
  const key = draftKey({ account: 'ann@example.com', record: 'section:7', tab: 't' });
  const values = { title: 'A' };

  it.each([
    ['of a newer version', { version: 2, values, base: null, pending: null, savedAt: 1 }],
    ['without a base', { version: 1, values, pending: null, savedAt: 1 }],
    [
      'with a value of another kind',
      { version: 1, values: { title: 7 }, base: null, pending: null, savedAt: 1 },
    ],
    ['without a time', { version: 1, values, base: null, pending: null }],
    ['without a word on its last save', { version: 1, values, base: null, savedAt: 1 }],
    ['that is a list', [1]],
    ['that is nothing', null],
    ['that has neither JSON nor a text', { toString: 0, big: 0n }],
  ])('is set aside as text: one %s', (_, stored) => {
    const found = readDraft(key, stored);
    expect(found).toMatchObject({ kind: 'unreadable', unreadable: { record: 'section:7' } });
  });

  it('still shows what was typed', () => {
    const found = readDraft(key, { version: 9, title: 'My long text' });
    expect(found?.kind === 'unreadable' && found.unreadable.text).toContain('My long text');
  });

  it('never makes reading fail, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true }), text, (stored, anyKey) => {
        expect(readDraft(key, stored)).not.toBeNull();
        const place = placeOf(anyKey);
        expect(readDraft(anyKey, stored) === null).toBe(place === null);
      }),
    );
  });
});
