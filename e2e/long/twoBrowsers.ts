import { expect, type Page } from '@playwright/test';
import type { SandboxWorld } from '../support/sandbox';
import { openAs } from '../support/session';
import { randomFrom } from './random';

const fields = ['Title', 'Introduction'] as const;
const properties = { Title: 'Title', Introduction: 'SectionContents' } as const;

/** One of two people, with everything that stood on the screen so far. */
interface Person {
  readonly page: Page;
  seen: string;
}

const box = (page: Page, field: string) => page.getByRole('textbox', { name: field, exact: true });
const idle = (page: Page) =>
  page.getByRole('status').filter({ hasText: /^(No changes|Unsaved changes|Saved at|Not saved)/ });

async function look(person: Person): Promise<void> {
  const { page } = person;
  const values = await Promise.all(fields.map((field) => box(page, field).inputValue()));
  person.seen += `\n${values.join('\n')}\n${await page.locator('main').innerText()}`;
}

/** Saves; where the comparison opens, chooses at random and saves again. */
async function save(person: Person, random: () => number): Promise<void> {
  const { page } = person;
  await page.getByRole('button', { name: 'Save changes' }).click();
  const choices = page.getByRole('button', { name: 'Use these choices' });
  await expect(idle(page).filter({ hasNotText: 'Unsaved' }).or(choices).first()).toBeVisible();
  await look(person);
  if (!(await choices.isVisible())) return;
  for (const field of fields) {
    const group = page.getByRole('group', { name: field, exact: true });
    const name = random() < 0.5 ? 'Keep mine' : 'Keep theirs';
    const radio = group.getByRole('radio', { name });
    if ((await radio.count()) > 0) await radio.check();
  }
  await choices.click();
  await look(person);
}

interface Run {
  readonly people: readonly [Person, Person];
  readonly sandbox: SandboxWorld;
  readonly sectionId: number;
  readonly random: () => number;
}

/** One random step; after it, whatever left the database must have been seen by whoever replaced it. */
async function step({ people, sandbox, sectionId, random }: Run, name: string): Promise<void> {
  const person = people[random() < 0.5 ? 0 : 1];
  if (random() < 0.6) {
    const field = fields[random() < 0.5 ? 0 : 1];
    await box(person.page, field).fill(name);
    return look(person);
  }
  const before = await sandbox.read('sections', sectionId);
  await look(person);
  await save(person, random);
  const after = await sandbox.read('sections', sectionId);
  for (const property of Object.values(properties)) {
    const lost = before[property];
    if (lost === after[property] || typeof lost !== 'string') continue;
    expect(person.seen, `${property} “${lost}” was replaced by “${String(after[property])}”`).toContain(lost);
  }
}

/** Two people edit and save one section in random order. */
export async function editInTwoBrowsers(
  pages: readonly [Page, Page],
  sandbox: SandboxWorld,
  sectionId: number,
  sequences: { readonly count: number; readonly steps: number; readonly seed: number },
): Promise<number> {
  const random = randomFrom(sequences.seed);
  const people: readonly [Person, Person] = [
    { page: pages[0], seen: '' },
    { page: pages[1], seen: '' },
  ];
  const path = `/sections/${sectionId}/edit`;
  await openAs(pages[0], sandbox, path);
  await openAs(pages[1], sandbox, path, 'colleague');
  for (const { page } of people) page.on('dialog', (dialog) => void dialog.accept());
  const lookAnew = async (person: Person) => {
    await expect(box(person.page, 'Title')).toBeVisible();
    person.seen = '';
    await look(person);
  };
  for (const person of people) await lookAnew(person);
  let done = 0;
  for (let sequence = 0; sequence < sequences.count; sequence++) {
    const steps = 1 + Math.floor(random() * sequences.steps);
    for (let at = 0; at < steps; at++) {
      await step({ people, sandbox, sectionId, random }, `v${sequence}.${at}`);
      done += 1;
    }
    for (const person of people) {
      await person.page.reload();
      await lookAnew(person);
    }
  }
  return done;
}
