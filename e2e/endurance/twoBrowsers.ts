import type { Page } from '@playwright/test';
import { COURSES } from '../../sandbox/seed/ids';
import { draftsIn } from '../support/drafts';
import type { SandboxWorld } from '../support/sandbox';
import { openAs } from '../support/session';
import { Editor, stopAt } from './editor';
import { randomFrom } from './random';
import { type Field, fields, Witness } from './valueLog';

/** Everything that one sequence of steps needs. */
interface Play {
  readonly people: readonly [Editor, Editor];
  readonly random: () => number;
  /** What was done, for whoever has to find out why. */
  readonly trace: string[];
  /** Makes values that nobody else types. */
  count: number;
}

type Step = (play: Play, one: Editor, other: Editor) => Promise<void>;

const pick = <T>(random: () => number, from: readonly T[]): T =>
  from[Math.floor(random() * from.length)] as T;

/** A value that nobody has typed before, or one of the few that a choice has. */
function newValue(play: Play, field: Field): { readonly value: string; readonly isOwn: boolean } {
  const number = ++play.count;
  if (field === 'Title') return { value: `Title ${number}.`, isOwn: true };
  if (field === 'Introduction') return { value: `<p>Text ${number}.</p>`, isOwn: true };
  if (field === 'Display order') return { value: String(1000 + number), isOwn: true };
  if (field === 'Active') return { value: pick(play.random, ['Active', 'Inactive']), isOwn: false };
  const rules = ['Available at once', 'After the previous section is completed'];
  return play.random() < 0.4
    ? { value: pick(play.random, rules), isOwn: false }
    : { value: `${100 + number} days after enrolment`, isOwn: true };
}

/** Types in a field; now and then the very same as the other one. */
async function typeIn(play: Play, one: Editor, other: Editor, field: Field): Promise<void> {
  const isSame = play.random() < 0.08;
  const { value, isOwn } = newValue(play, field);
  const theirs = isSame ? (await other.look()).controls[field] : value;
  play.trace.push(`${one.who} ${field} := ${theirs}`);
  await one.enter(field, theirs, isOwn && !isSame);
}

const type: Step = (play, one, other) => typeIn(play, one, other, pick(play.random, fields));

/** Decides what a comparison asks, unless it is left open for now. */
async function decide(play: Play, one: Editor, mustDecide = false): Promise<void> {
  for (let round = 0; round < 3 && (await one.useChoices().isVisible()); round++) {
    if (!mustDecide && play.random() < 0.15) return;
    await one.choose((field) => {
      const side = play.random() < 0.5 ? 'mine' : 'theirs';
      play.trace.push(`  ${one.who} keeps ${side}: ${field}`);
      return side;
    });
  }
}

/** Saves, decides, and mostly saves what was decided. */
const save: Step = async (play, one) => {
  play.trace.push(`${one.who} saves`);
  await one.save();
  await decide(play, one);
  if (play.random() < 0.3) return;
  await one.save();
  await decide(play, one);
};

/** Saves, and while that is under way the other one saves or this one types on; the answer may be lost, too. */
const saveMeanwhile: Step = async (play, one, other) => {
  const { random, trace } = play;
  const calls = [
    stopAt('read', 'answer'),
    stopAt('write', 'request'),
    stopAt('write', 'answer'),
    stopAt('confirm', 'answer'),
  ];
  one.stop = pick(random, calls);
  one.loss = pick(random, [null, null, null, 'before', 'afterCommit']);
  one.isDeaf = one.loss !== null && random() < 0.15;
  const what = `${one.stop.call} ${one.stop.at}${one.loss ? `, loses the answer: ${one.loss}` : ''}${one.isDeaf ? ', deaf' : ''}`;
  trace.push(`${one.who} saves, stops at ${what}`);
  await one.save(async () => {
    trace.push('  meanwhile');
    const field = pick(random, fields);
    if (random() < 0.8) {
      await typeIn(play, other, one, field);
      await save(play, other, one);
    }
    // Mostly in the field that the other one has just changed.
    if (random() < 0.6) await typeIn(play, one, other, random() < 0.7 ? field : pick(random, fields));
    trace.push('  goes on');
  });
  one.loss = null;
  one.isDeaf = false;
  await decide(play, one);
};

/** Comes back to the window: the page looks for a newer version, and offers to take it in. */
const comeBack: Step = async (play, one) => {
  play.trace.push(`${one.who} comes back`);
  await one.comeBack();
  const take = one.page.getByRole('button', { name: 'Take its changes into the form' });
  if (await take.isVisible()) {
    play.trace.push(`${one.who} takes the newer version`);
    await take.click();
    await one.useChoices().or(one.page.getByText('The newer version is in the form now.')).first().waitFor();
    await decide(play, one, true);
  }
  await one.look();
};

/** The draft offer, as often as there are any. */
const offers = (page: Page, name: 'Restore' | 'Discard') => page.getByRole('button', { name, exact: true });

/** Goes away with whatever is typed and comes back; the draft is taken or not. */
const reload: Step = async (play, one) => {
  const { page, typed, witness } = one;
  const values = [...typed.values()].map((value) => /^\d+(?= days)/.exec(value)?.[0] ?? value);
  play.trace.push(`${one.who} reloads with ${values.join(', ') || 'nothing'}`);
  const isKept = async () => {
    const drafts = (await draftsIn(page)).map((draft) => Object.values(draft.values));
    return values.length === 0 || drafts.some((draft) => values.every((value) => draft.includes(value)));
  };
  const giveUpAt = Date.now() + 8_000;
  let isThere = await isKept();
  while (!isThere && Date.now() < giveUpAt) isThere = await isKept();
  if (!isThere) witness.problems.push(`the draft of ${one.who} was not kept: ${values.join()}`);
  const kept = new Map(typed);
  typed.clear();
  await page.reload();
  await one.opened();
  if (values.length === 0) return;
  await offers(page, 'Restore').first().waitFor();
  const { texts } = await one.look();
  for (const value of values) {
    if (!texts.includes(value)) witness.problems.push(`the draft offered to ${one.who} lacks ${value}`);
  }
  if (play.random() < 0.7) {
    play.trace.push(`  ${one.who} takes the draft`);
    await offers(page, 'Restore').first().click();
    await one.useChoices().or(page.getByText('Draft restored.')).first().waitFor();
    for (const [field, value] of kept) typed.set(field, value);
    if (await one.useChoices().isVisible()) await decide(play, one, true);
    await one.look();
  }
  while ((await offers(page, 'Discard').count()) > 0) await offers(page, 'Discard').first().click();
};

const steps: readonly (readonly [weight: number, step: Step])[] = [
  [45, type],
  [20, save],
  [22, saveMeanwhile],
  [7, comeBack],
  [6, reload],
];

function anyStep(random: () => number): Step {
  const all = steps.flatMap(([weight, step]) => Array.from({ length: weight }, () => step));
  return pick(random, all);
}

export interface Played {
  readonly steps: number;
  /** What was lost, each with the seed and the steps that led there. */
  readonly problems: readonly string[];
}

/**
 * Two people edit and save sections in random order, each sequence a section of its own: whatever was stored was shown
 * to whoever replaced it, and what was typed is there. `seed` repeats the first sequence, the next number the second.
 */
export async function editInTwoBrowsers(
  pages: readonly [Page, Page],
  sandbox: SandboxWorld,
  { count, steps: most, seed }: { readonly count: number; readonly steps: number; readonly seed: number },
): Promise<Played> {
  const problems: string[] = [];
  const CourseId = COURSES.podcastStudio;
  const people = [
    new Editor(pages[0], 'admin', sandbox),
    new Editor(pages[1], 'colleague', sandbox),
  ] as const;
  for (const one of people) {
    one.page.on('dialog', (dialog) => void dialog.accept());
    await openAs(one.page, sandbox, '/courses', one.who);
    await one.listen();
  }
  let done = 0;
  let last: number | null = null;
  for (let sequence = 0; sequence < count; sequence++) {
    const random = randomFrom(seed + sequence);
    const play: Play = { people, random, trace: [], count: 0 };
    const section = await sandbox.insert('sections', { CourseId, Title: 'Title 0.', DisplayOrder: 1000 });
    const fresh = new Witness(section);
    await Promise.all(people.map((one) => one.open(section.Id, fresh)));
    // Only now does no page look at the one before any more.
    if (last !== null) await sandbox.remove('sections', last);
    last = section.Id;
    const length = 1 + Math.floor(random() * most);
    for (let at = 0; at < length && fresh.problems.length === 0; at++) {
      const [one, other] = random() < 0.5 ? people : ([people[1], people[0]] as const);
      await anyStep(random)(play, one, other);
      done += 1;
    }
    for (const problem of fresh.problems) {
      problems.push(`seed ${seed + sequence}: ${problem}\n${play.trace.join('\n')}`);
    }
  }
  // A read may still be under way, for which nobody waits.
  for (const { page } of people) await page.unrouteAll({ behavior: 'ignoreErrors' });
  return { steps: done, problems };
}
