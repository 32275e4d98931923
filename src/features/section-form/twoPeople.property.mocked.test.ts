import * as fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { changedFields } from '#/forms/formValues';
import { fakeService, fault } from '#/features/saving/testing/fakeService';
import { aSection } from '#/features/sections/testing/sectionFixtures';
import type { IndependentField } from '#/features/sections/model/fields';
import { type SectionFormValues, toFormValues } from '#/features/sections/model/sectionFormValues';
import { keysOf } from '#/lib/objects';
import { answerBy } from './testing/mockService';
import { openEditor } from './testing/openEditor';

vi.mock('#/lib/pause', () => ({ pause: async () => undefined }));
vi.mock('#/api/sections/sectionLists');
vi.mock('#/api/sections/sections');
vi.mock('#/api/sections/sectionWrites');

// Two people edit one section in their browsers, in any order, over a network that loses answers.
/** The fields in which a new value can be told from every other one: any text will do. */
type TextField = {
  [F in Exclude<IndependentField, 'courseId'>]: string extends SectionFormValues[F] ? F : never;
}[Exclude<IndependentField, 'courseId'>];
const textOf: Readonly<Record<TextField, (count: number) => string>> = {
  title: (count) => `v${count}`,
  introduction: (count) => `v${count}`,
  displayOrder: (count) => String(1000 + count),
};
const fields = keysOf(textOf);

const person = fc.constantFrom<0 | 1>(0, 1);
const field = fc.constantFrom(...fields);
const edit = fc.record({ kind: fc.constant('edit' as const), person, field });
const save = fc.record({
  kind: fc.constant('save' as const),
  person,
  mine: fc.boolean(),
  /** What is typed while the write is on its way. */
  typed: fc.option(field),
  put: fc.constantFrom(null, null, null, fault('network'), fault('network', 'unknown', true)),
  lastRead: fc.constantFrom(null, null, null, fault('network')),
});
const reload = fc.record({ kind: fc.constant('reload' as const), person });
const steps = fc.array(
  fc.oneof({ weight: 6, arbitrary: edit }, { weight: 4, arbitrary: save }, { weight: 1, arbitrary: reload }),
  { maxLength: 30 },
);
type Save = typeof save extends fc.Arbitrary<infer T> ? T : never;

it('no value of anyone is replaced by someone who has not seen it, whatever two people do', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (steps) => {
      const start = aSection();
      const service = fakeService([start]);
      answerBy(service);
      const storedNow = () => service.records.get(start.Id) ?? start;
      const open = () => ({ editor: openEditor(storedNow()), seen: new Set<string>() });
      const people = [open(), open()];
      /** Every value that was on the screen: in the form, and in the question about both sides. */
      const see = ({ editor, seen }: ReturnType<typeof open>) => {
        for (const name of fields) seen.add(editor.form.values[name]);
        for (const { theirs } of editor.state().conflict?.conflicts ?? []) seen.add(theirs);
      };
      people.forEach(see);

      let count = 0;
      const valueFor = (name: TextField) => textOf[name](++count);
      const check = (before: ReturnType<typeof toFormValues>, { seen }: ReturnType<typeof open>) => {
        for (const name of changedFields(before, toFormValues(storedNow())))
          expect([...seen], `${name} at ${count}`).toContain(before[name]);
      };

      const runSave = async (someone: ReturnType<typeof open>, { mine, typed, put, lastRead }: Save) => {
        const { editor } = someone;
        if (!editor.state().pending) {
          service.fail('put', put);
          service.fail('get', null, lastRead);
        }
        const before = toFormValues(storedNow());
        service.onCall = (operation) => {
          if (operation !== 'put' || !typed) return;
          // The save before this one may just have been found, and the form shows what stands over it.
          see(someone);
          editor.type({ [typed]: valueFor(typed) });
          see(someone);
        };
        await editor.save();
        service.onCall = () => {};
        check(before, someone);
        see(someone);
        const { conflict } = editor.state();
        if (!conflict) return;
        const choices = Object.fromEntries(
          conflict.conflicts.map(({ field: name }) => [name, mine ? ('mine' as const) : ('theirs' as const)]),
        );
        await editor.resolve(choices);
        see(someone);
      };

      for (const step of steps) {
        const someone = people[step.person] ?? open();
        if (step.kind === 'edit') {
          someone.editor.type({ [step.field]: valueFor(step.field) });
          see(someone);
        } else if (step.kind === 'reload') {
          someone.editor = openEditor(storedNow());
          see(someone);
        } else await runSave(someone, step);
      }
    }),
    { numRuns: 300 },
  );
});
