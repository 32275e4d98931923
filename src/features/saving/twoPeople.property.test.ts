import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SectionRecord } from '#/api/sections/sections';
import { changedFields, rebaseValues } from '#/forms/formValues';
import { resolveConflicts } from '#/features/sections/model/mergeSection';
import { aSection } from '#/features/sections/testing/sectionFixtures';
import { type SectionFormValues, toFormValues } from '#/features/sections/model/sectionFormValues';
import { fakeService, fault } from './testing/fakeService';
import { checkSave, saveSection } from './saveSection';
import type { PendingSave, SaveResult } from './types';

// Two people edit one section in their browsers, in any order, over a network that loses answers.
type Field = 'title' | 'introduction' | 'displayOrder';
const fields: readonly Field[] = ['title', 'introduction', 'displayOrder'];

const person = fc.constantFrom<0 | 1>(0, 1);
const edit = fc.record({ kind: fc.constant('edit' as const), person, field: fc.constantFrom(...fields) });
const save = fc.record({
  kind: fc.constant('save' as const),
  person,
  mine: fc.boolean(),
  put: fc.constantFrom(null, null, null, fault('network'), fault('network', 'unknown', true)),
  lastRead: fc.constantFrom(null, null, null, fault('network')),
});
const reload = fc.record({ kind: fc.constant('reload' as const), person });
const steps = fc.array(
  fc.oneof({ weight: 6, arbitrary: edit }, { weight: 4, arbitrary: save }, { weight: 1, arbitrary: reload }),
  { maxLength: 30 },
);
type Save = typeof save extends fc.Arbitrary<infer T> ? T : never;

interface Person {
  base: SectionRecord;
  values: SectionFormValues;
  pending: { readonly save: PendingSave; readonly submitted: SectionFormValues } | null;
  /** Every value that was on the screen. */
  readonly seen: Set<string>;
}

function see(someone: Person, record: SectionRecord): void {
  for (const field of fields) someone.seen.add(toFormValues(record)[field]);
}

/** What the form does with the outcome of a save, as useEditSubmit does. */
function settle(someone: Person, result: SaveResult, submitted: SectionFormValues, mine: boolean): void {
  someone.pending = result.outcome === 'unknown' ? { save: result.pending, submitted } : null;
  if ((result.outcome === 'saved' || result.outcome === 'unchanged') && result.record) {
    see(someone, result.record);
    const stored = toFormValues(result.record);
    someone.values = rebaseValues(someone.values, submitted, stored);
    someone.base = result.record;
  }
  if (result.outcome !== 'conflict') return;
  for (const { theirs } of result.conflicts) someone.seen.add(theirs);
  const choices = Object.fromEntries(
    result.conflicts.map(({ field }) => [field, mine ? ('mine' as const) : ('theirs' as const)]),
  );
  const chosen = resolveConflicts(result, result.theirs, choices);
  expect(chosen).not.toBeNull();
  if (!chosen) return;
  someone.values = rebaseValues(someone.values, submitted, chosen);
  someone.base = result.theirs;
  see(someone, result.theirs);
}

it('no value of anyone is replaced by someone who has not seen it, whatever two people do', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (steps) => {
      const start = aSection();
      const service = fakeService([start]);
      const storedNow = () => service.records.get(start.Id) ?? start;
      const open = (): Person => ({
        base: start,
        values: toFormValues(start),
        pending: null,
        seen: new Set(),
      });
      const people = [open(), open()] as const;
      people.forEach((someone) => see(someone, start));

      const runSave = async (someone: Person, { mine, put, lastRead }: Save) => {
        if (someone.pending) {
          const { save: pending, submitted } = someone.pending;
          settle(someone, await checkSave(pending, service.deps, () => {}), submitted, mine);
          return;
        }
        const submitted = someone.values;
        service.fail('put', put);
        service.fail('get', null, lastRead);
        const request = { base: someone.base, values: submitted };
        settle(someone, await saveSection(request, service.deps, () => {}), submitted, mine);
      };

      for (const [index, step] of steps.entries()) {
        const someone = people[step.person];
        const before = toFormValues(storedNow());
        if (step.kind === 'edit') {
          const value = step.field === 'displayOrder' ? String(1000 + index) : `v${index}`;
          someone.values = { ...someone.values, [step.field]: value };
          someone.seen.add(value);
        } else if (step.kind === 'reload') {
          Object.assign(someone, { base: storedNow(), values: toFormValues(storedNow()), pending: null });
          see(someone, storedNow());
        } else await runSave(someone, step);

        const after = toFormValues(storedNow());
        for (const field of changedFields(before, after)) {
          expect([...someone.seen], `${field} at step ${index}`).toContain(before[field]);
        }
      }
    }),
    { numRuns: 300 },
  );
});
