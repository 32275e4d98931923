import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { aSection } from '#/features/sections/testing/sectionFixtures';
import type { WritableProperty } from '#/api/sections/sections';
import { keysOf } from '#/lib/objects';
import type { IndependentField } from '#/features/sections/model/fields';
import { newSectionDefaults } from '#/features/sections/model/newSection';
import { toFormValues } from '#/features/sections/model/sectionFormValues';
import { toPayload } from '#/features/sections/model/sectionPayload';
import { createSection } from './createSection';
import { fakeService, fault } from './testing/fakeService';
import { saveSection } from './saveSection';

const base = aSection();
const onPhase = () => undefined;

const readFault = fc.constantFrom(
  null,
  null,
  null,
  fault('network'),
  fault('server'),
  fault('notFound', 'refused'),
);
const writeFault = fc.constantFrom(
  null,
  null,
  fault('refused', 'refused'),
  fault('throttled', 'notSent'),
  fault('network'),
  fault('network', 'unknown', true),
  fault('unreadable', 'unknown', true),
);
const edit = fc.record(
  {
    title: fc.constantFrom('Mine', 'Same'),
    displayOrder: fc.constantFrom('8', '9'),
    active: fc.boolean(),
    introduction: fc.constantFrom('', '<p>Mine</p>'),
    unlockType: fc.constantFrom('immediate', 'sequential'),
  } satisfies Record<Exclude<IndependentField, 'courseId' | 'thumbnail'>, fc.Arbitrary<unknown>>,
  { requiredKeys: [] },
);
const colleague = fc.record(
  {
    Title: fc.constantFrom('Theirs', 'Same'),
    DisplayOrder: fc.constantFrom(7, 8),
    Active: fc.boolean(),
    SectionContents: fc.constantFrom('<p>Theirs</p>', null),
    UnlockType: fc.constantFrom(1, 3),
    UnlockAfterDays: fc.constantFrom(5, 9),
    SystemId: fc.constant('theirs'),
  } satisfies Record<Exclude<WritableProperty, 'CourseId'> | 'SystemId', fc.Arbitrary<unknown>>,
  { requiredKeys: [] },
);

const aSave = fc.record({
  edit,
  before: colleague,
  after: colleague,
  first: readFault,
  put: writeFault,
  second: readFault,
});
type ASave = typeof aSave extends fc.Arbitrary<infer T> ? T : never;

/** One save among a colleague's two and the faults of the network, and all that is known after it. */
async function runSave({ edit, before, after, first, put, second }: ASave) {
  const service = fakeService([base]);
  const stored = () => service.records.get(base.Id) ?? base;
  service.change(base.Id, before);
  const theirs = stored();
  service.fail('get', first, second);
  service.fail('put', put);
  service.onCall = (operation, count) => {
    if (operation === 'get' && count === 1) service.change(base.Id, after);
  };
  const values = { ...toFormValues(base), ...edit };
  const result = await saveSection({ base, values }, service.deps, onPhase);
  const puts = service.log.filter((call) => call === 'put').length;
  const isCarriedOut = puts === 1 && (put === null || put.isDone === true);
  const untouched = service.log.length >= 3 ? { ...theirs, ...after } : theirs;
  return { result, puts, isCarriedOut, theirs, untouched, stored: stored(), mine: toPayload(values, base) };
}

/** What is untrue about the outcome of a save. */
function lies({ result, puts, isCarriedOut, stored }: Awaited<ReturnType<typeof runSave>>): string[] {
  const claims: Record<typeof result.outcome, () => boolean> = {
    saved: () => isCarriedOut || (result.outcome === 'saved' && result.confirmedBy === 'readBack'),
    unchanged: () => puts === 0,
    refused: () => puts === 1 && !isCarriedOut,
    notSent: () => !isCarriedOut,
    deleted: () => !isCarriedOut || puts === 1,
    conflict: () =>
      result.outcome === 'conflict' && result.conflicts.length > 0 && result.wasSent === (puts === 1),
    notSaved: () => result.outcome === 'notSaved' && result.missing.length > 0 && puts === 1,
    unknown: () => result.outcome === 'unknown' && result.readError !== null && puts === 1,
  };
  const isRecordTrue = !('record' in result) || result.record === null || result.record === stored;
  return [!claims[result.outcome]() && result.outcome, !isRecordTrue && 'record'].filter(
    (lie) => lie !== false,
  );
}

it('one save sends at most once, tells the truth and overwrites nothing unsaid', async () => {
  await fc.assert(
    fc.asyncProperty(aSave, async (steps) => {
      const run = await runSave(steps);
      const { result, puts, isCarriedOut, theirs, stored } = run;
      expect(puts).toBeLessThanOrEqual(1);
      expect(lies(run)).toStrictEqual([]);
      // Without our write the record is the colleague's alone; with it, whatever they had changed before is still there.
      expect(isCarriedOut || stored).toStrictEqual(isCarriedOut || run.untouched);
      const changedByThem = keysOf(steps.before).filter(
        (property) => theirs[property] !== base[property] && !(property in steps.after),
      );
      const lost = changedByThem.filter((property) => stored[property] !== theirs[property]);
      expect(lost).toStrictEqual([]);
      // “Saved” by reading back means that the title that I changed is the one that is stored.
      const isConfirmed = result.outcome === 'saved' && result.confirmedBy === 'readBack';
      const isTitleMine = isConfirmed && 'title' in steps.edit && steps.edit.title !== theirs.Title;
      expect(isTitleMine ? stored.Title : run.mine.Title).toBe(run.mine.Title);
    }),
    { numRuns: 2000 },
  );
});

const aCreate = fc.record({
  post: writeFault,
  lists: fc.array(readFault, { maxLength: 4 }),
  batch: readFault,
  copies: fc.constantFrom(1, 1, 2, 3),
  hasColleague: fc.boolean(),
});

/** The Ids that an outcome claims to exist: exactly these, at least this one, or nothing is claimed. */
function claimed(
  result: Awaited<ReturnType<typeof createSection>>,
  made: readonly number[],
): readonly number[] {
  if (result.outcome === 'created')
    return result.lookedForTwins ? [result.id] : made.includes(result.id) ? made : [result.id];
  if (result.outcome === 'createdTwice') return result.records.map(({ Id }) => Id).sort((a, b) => a - b);
  return result.outcome === 'unknown' ? made : [];
}

it('one create sends at most once and counts the sections that there are', async () => {
  await fc.assert(
    fc.asyncProperty(aCreate, async ({ post, lists, batch, copies, hasColleague }) => {
      const service = fakeService([base]);
      service.copies = copies;
      service.fail('post', post);
      service.fail('list', ...lists);
      service.fail('batch', batch);
      service.onCall = (operation) => {
        if (operation === 'post' && hasColleague)
          service.records.set(2, aSection({ Id: 2, Title: 'Theirs' }));
      };
      const values = { ...newSectionDefaults({ courseId: '7', displayOrder: 4 }), title: 'Mine' };
      const result = await createSection({ values }, service.deps, onPhase);

      expect(service.log.filter((call) => call === 'post').length).toBeLessThanOrEqual(1);
      const made = [...service.records.values()].filter(({ Title }) => Title === 'Mine').map(({ Id }) => Id);
      expect(claimed(result, made)).toStrictEqual(made);
    }),
    { numRuns: 2000 },
  );
});
