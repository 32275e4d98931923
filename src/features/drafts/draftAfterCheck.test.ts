import { describe, expect, it } from 'vitest';
import { ApiError } from '#/api/http/errors';
import { aSection } from '#/features/sections/testing/sectionFixtures';
import { toFormValues } from '#/features/sections/model/sectionFormValues';
import { toPayload } from '#/features/sections/model/sectionPayload';
import type { PendingSave, SaveResult } from '#/features/saving/types';
import { draftAfterCheck } from './draftAfterCheck';
import type { SectionDraft } from './sectionDrafts';

const before = aSection();
const sentValues = { ...toFormValues(before), title: 'Sent' };
const error = new ApiError({ kind: 'aborted', outcome: 'unknown' });
const pending: PendingSave = {
  error,
  before,
  values: sentValues,
  sent: toPayload(sentValues, before),
  kept: [],
};
const after = aSection({ Title: 'Sent' });
const saved: SaveResult = {
  outcome: 'saved',
  before,
  record: after,
  confirmedBy: 'readBack',
  kept: [],
  serverChanged: [],
};
const notSaved: SaveResult = { outcome: 'notSaved', error, record: before, missing: ['title'] };
const draft: SectionDraft = {
  place: { account: 'ann', record: 'section:1', tab: 't' },
  values: sentValues,
  base: before,
  pending: {},
  savedAt: 1,
};

describe('the draft beside it', () => {
  it('goes when all of it is stored', () => {
    expect(draftAfterCheck(draft, pending, saved)).toBeNull();
  });

  it('keeps what was typed after the save, over what is stored now', () => {
    const more = { ...draft, values: { ...sentValues, introduction: 'Typed later' } };
    expect(draftAfterCheck(more, pending, saved)).toMatchObject({
      values: { title: 'Sent', introduction: 'Typed later' },
      base: after,
      pending: null,
    });
  });

  it('stays whole when the save did not arrive, and keeps the question while it is open', () => {
    expect(draftAfterCheck(draft, pending, notSaved)).toEqual({ ...draft, pending: null });
    expect(draftAfterCheck(draft, pending, { outcome: 'unknown', error, readError: error, pending })).toEqual(
      draft,
    );
  });
});
