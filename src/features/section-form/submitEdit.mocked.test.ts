import { QueryClient } from '@tanstack/react-query';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { sessionStore } from '#/api/session/session';
import type { StorageState } from '#/lib/drafts/draftStore';
import { sectionDrafts } from '#/features/drafts/sectionDrafts';
import { runCreate } from '#/features/saving/runWrite';
import { fakeService } from '#/features/saving/testing/fakeService';
import { newSectionDefaults } from '#/features/sections/model/newSection';
import type { SectionFormValues } from '#/features/sections/model/sectionFormValues';
import { aSection } from '#/features/sections/testing/sectionFixtures';
import { createOrderQuestion } from './orderQuestion';
import { settleCreate } from './settleCreate';
import { answerBy } from './testing/mockService';
import { openEditor } from './testing/openEditor';

vi.mock('#/lib/pause', () => ({ pause: async () => undefined }));
vi.mock('#/api/sections/sectionLists');
vi.mock('#/api/sections/sections');
vi.mock('#/api/sections/sectionWrites');

const opened = aSection({ Title: 'Begin', DisplayOrder: 3 });
const overtaken = 'ann@example.com has changed Title just after you.';
const kept = `${overtaken} What you saved is kept as a draft of the section.`;
const notKept = `${overtaken} What you saved could not be kept as a draft: only this page still has it.`;
const store = (storage: StorageState) => vi.spyOn(sectionDrafts, 'save').mockResolvedValue(storage);

beforeEach(() => {
  const service = fakeService([opened]);
  answerBy(service);
  service.cleanUp = (record) => ({ ...record, Title: 'Theirs', UpdatedBy: 'ann@example.com' });
  vi.spyOn(sessionStore, 'getSnapshot').mockReturnValue({ status: 'signedIn', username: 'me@example.com' });
});

async function save() {
  const editor = openEditor(opened);
  editor.type({ title: 'Mine' });
  return { report: await editor.save(), state: editor.state() };
}

async function create(since: Partial<SectionFormValues> = {}) {
  const client = new QueryClient();
  const values = { ...newSectionDefaults({ courseId: '7', displayOrder: 5 }), title: 'Mine' };
  const result = await runCreate(client, { values }, () => {});
  return settleCreate(result, values, createOrderQuestion(client), () => ({ ...values, ...since }));
}

describe('a save that a colleague overtook', () => {
  it('is kept as a draft, and who leaves with it reads that first', async () => {
    const saved = store('kept');
    const { report, state } = await save();
    expect(report).toMatchObject({ ok: true, mustStay: false, notes: [kept] });
    expect(saved).toHaveBeenCalledTimes(1);
    expect(saved.mock.calls[0]?.[0]).toMatchObject({ values: { title: 'Mine' } });
    expect(state.overtaken).toMatchObject({ isKept: true, draft: { values: { title: 'Mine' } } });
  });

  it.each(['full', 'refused'] as const)('keeps the page where the draft is not kept: %s', async (storage) => {
    store(storage);
    const { report, state } = await save();
    expect(report).toMatchObject({ ok: true, mustStay: true, notes: [notKept] });
    expect(state.overtaken).toMatchObject({ isKept: false, draft: { values: { title: 'Mine' } } });
  });
});

describe('a new section that a colleague overtook', () => {
  it('is kept as a draft of it', async () => {
    store('kept');
    const { report, created } = await create();
    expect(report).toMatchObject({ ok: true, mustStay: false });
    expect(created?.notes).toContain(kept);
  });

  it('keeps the page where the draft is not kept', async () => {
    store('full');
    const { report, created } = await create();
    expect(report).toMatchObject({ ok: true, mustStay: true });
    expect(created?.notes).toContain(notKept);
    expect(created?.notes).not.toContain(kept);
  });
});
