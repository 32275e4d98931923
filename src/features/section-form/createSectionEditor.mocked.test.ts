import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SectionRecord } from '#/api/sections/sections';
import { autosave } from '#/forms/autosave';
import { fakeService, fault } from '#/features/saving/testing/fakeService';
import { aSection } from '#/features/sections/testing/sectionFixtures';
import { toFormValues } from '#/features/sections/model/sectionFormValues';
import { answerBy } from './testing/mockService';
import { openEditor } from './testing/openEditor';

vi.mock('#/lib/pause', () => ({ pause: async () => undefined }));
vi.mock('#/api/sections/sectionLists');
vi.mock('#/api/sections/sections');
vi.mock('#/api/sections/sectionWrites');

const opened = aSection({ Title: 'Begin', DisplayOrder: 3 });
let service: ReturnType<typeof fakeService>;
const stored = () => service.records.get(opened.Id) as SectionRecord;
const writesSent = () => service.log.filter((call) => call.startsWith('put')).length;

beforeEach(() => {
  service = fakeService([opened]);
  answerBy(service);
});

describe('an edit form', () => {
  it('stands over what was stored by its save, and keeps what was typed meanwhile', async () => {
    const editor = openEditor(opened);
    editor.type({ title: 'Welcome' });
    service.onCall = (operation) => {
      if (operation === 'put') editor.type({ introduction: '<p>Later</p>' });
    };
    expect(await editor.save()).toMatchObject({ ok: true });
    expect(stored().Title).toBe('Welcome');
    expect(editor.state().base).toEqual(stored());
    expect(editor.form.stored).toEqual(toFormValues(stored()));
    expect(editor.form.values).toMatchObject({ title: 'Welcome', introduction: '<p>Later</p>' });
    expect(editor.state()).toMatchObject({ phase: null, pending: null, conflict: null });
  });

  it('takes a colleague’s change of another field in', async () => {
    const editor = openEditor(opened);
    editor.type({ title: 'Welcome' });
    service.change(opened.Id, { DisplayOrder: 9, UpdatedBy: 'ann@example.com' });
    expect(await editor.save()).toMatchObject({ ok: true });
    expect(editor.form.values).toMatchObject({ title: 'Welcome', displayOrder: '9' });
    expect(stored()).toMatchObject({ Title: 'Welcome', DisplayOrder: 9 });
  });

  it('asks where both changed a field, and stands over theirs once that is chosen', async () => {
    const editor = openEditor(opened);
    editor.type({ title: 'Mine' });
    service.change(opened.Id, { Title: 'Theirs' });
    expect(await editor.save()).toMatchObject({ ok: false });
    expect(editor.state().conflict?.conflicts).toHaveLength(1);
    expect(editor.state().base).toEqual(opened);
    expect(writesSent()).toBe(0);

    // What is typed while the question stands is no answer to it.
    editor.type({ introduction: '<p>Since</p>' });
    await editor.resolve({ title: 'mine' });
    expect(editor.state().conflict).toBeNull();
    expect(editor.state().base.Title).toBe('Theirs');
    expect(editor.form.values).toMatchObject({ title: 'Mine', introduction: '<p>Since</p>' });
    expect(writesSent()).toBe(0);

    expect(await editor.save()).toMatchObject({ ok: true });
    expect(stored().Title).toBe('Mine');
  });

  it('goes on asking about what was typed over a change of theirs since', async () => {
    const editor = openEditor(opened);
    editor.type({ title: 'Mine' });
    service.change(opened.Id, { Title: 'Theirs', DisplayOrder: 9 });
    await editor.save();
    editor.type({ displayOrder: '5' });
    await editor.resolve({ title: 'mine' });
    expect(editor.state().conflict?.conflicts.map(({ field }) => field)).toContain('displayOrder');
    expect(editor.state().base).toEqual(opened);
  });

  it('looks before it sends again when the fate of a save is unknown', async () => {
    const setPending = vi.fn<(write: object | null) => void>();
    const unregister = autosave.register({
      place: { account: 'ana', record: 'section:1', tab: 'one' },
      saveDraftNow: async () => true,
      setPending,
      discard: () => undefined,
    });
    const editor = openEditor(opened);
    editor.type({ title: 'Welcome' });
    service.fail('put', fault('network', 'unknown', true));
    service.fail('get', null, fault('network'));
    expect(await editor.save()).toMatchObject({ ok: false });
    expect(editor.state().pending).not.toBeNull();
    expect(setPending.mock.calls.at(-1)?.[0]).not.toBeNull();

    expect(await editor.save()).toMatchObject({ ok: true });
    expect(writesSent()).toBe(1);
    expect(editor.state().pending).toBeNull();
    expect(setPending.mock.calls.at(-1)?.[0]).toBeNull();
    unregister();
  });

  it('only looks when it is asked to check', async () => {
    const editor = openEditor(opened);
    editor.type({ title: 'Welcome' });
    service.fail('put', fault('network'));
    service.fail('get', null, fault('network'));
    await editor.save();
    await editor.save('check');
    expect(writesSent()).toBe(1);
    expect(stored().Title).toBe('Begin');
    // What did not arrive is sent by the next save.
    expect(await editor.save()).toMatchObject({ ok: true });
    expect(stored().Title).toBe('Welcome');
  });

  it('says that the section is gone, and keeps what was typed', async () => {
    const editor = openEditor(opened);
    editor.type({ title: 'Welcome' });
    service.records.delete(opened.Id);
    expect(await editor.save()).toMatchObject({ ok: false });
    expect(editor.state().isDeleted).toBe(true);
    expect(editor.form.values.title).toBe('Welcome');
  });
});
