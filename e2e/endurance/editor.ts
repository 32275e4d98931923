import type { Page, Route } from '@playwright/test';
import { deferred, type Deferred } from '../support/deferred';
import type { SandboxWorld } from '../support/sandbox';
import { type Field, fields, type Person, type View, type Witness } from './valueLog';

/** The calls of one save: the look before it, the write, the look after it. */
export type SaveCall = 'read' | 'write' | 'confirm';

/** Stops a save at one of its calls, before it goes out or before its answer comes. */
export interface Stop {
  readonly call: SaveCall;
  readonly at: 'request' | 'answer';
  readonly reached: Deferred;
  readonly goOn: Deferred;
}

/** How the answer of a write is lost: the write never arrived, or it was carried out. */
export type Loss = 'before' | 'afterCommit';

export const stopAt = (call: SaveCall, at: Stop['at']): Stop => ({
  call,
  at,
  reached: deferred(),
  goOn: deferred(),
});

/** Runs in the page: everything that it shows of the section, the two sides of a difference put together again. */
function readView(): View {
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- the page gets this function alone
  const control = (name: string) =>
    [...document.querySelectorAll('label')].find((label) => label.textContent === name)?.control;
  const valueOf = (name: string) => {
    const found = control(name);
    return found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement ? found.value : '';
  };
  const isChecked = (name: string) =>
    (control(name) as HTMLInputElement | null | undefined)?.checked === true;
  const rule = () => {
    if (isChecked('Immediate')) return 'Available at once';
    if (isChecked('Sequential')) return 'After the previous section is completed';
    return `${valueOf('Unlock after (days)')} days after enrolment`;
  };
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- the page gets this function alone
  const side = (text: Element, without: 'del' | 'ins') =>
    [...text.children]
      .filter((piece) => piece.localName !== without)
      .map((piece) => (piece.localName === 'span' ? piece.textContent : piece.childNodes[1]?.textContent))
      .join('');
  const textsIn = (place: Element) => [
    ...[...place.querySelectorAll('span[dir=auto]')].map((text) => text.textContent ?? ''),
    ...[...place.querySelectorAll('pre')].flatMap((pre) => [side(pre, 'del'), side(pre, 'ins')]),
  ];
  const comparisons = [...document.querySelectorAll('fieldset')].filter((group) =>
    [...group.querySelectorAll('label')].some((label) => label.textContent === 'Keep mine'),
  );
  const compared = Object.fromEntries(
    comparisons.map((group) => [group.querySelector('legend')?.textContent ?? '', textsIn(group)]),
  );
  const controls = {
    Title: valueOf('Title'),
    Introduction: valueOf('Introduction'),
    'Display order': valueOf('Display order'),
    'Unlock type': rule(),
    Active: isChecked('Active') ? 'Active' : 'Inactive',
  };
  return { controls, compared, texts: textsIn(document.body) };
}

/** One of two people at the edit form of a section. */
export class Editor {
  /** What they typed and neither saved nor gave up. */
  readonly typed = new Map<Field, string>();
  stop: Stop | null = null;
  loss: Loss | null = null;
  /** No answer comes to this browser. */
  isDeaf = false;
  readonly page: Page;
  readonly who: Person;
  readonly #sandbox: SandboxWorld;
  #sectionId = 0;
  #witness: Witness | null = null;
  #hasWritten = false;
  /** The calls that are not answered yet. */
  readonly #underWay = new Set<Promise<void>>();

  constructor(page: Page, who: Person, sandbox: SandboxWorld) {
    this.page = page;
    this.who = who;
    this.#sandbox = sandbox;
  }

  /** Stands between this browser and the service from now on. */
  async listen(): Promise<void> {
    await this.page.route(
      ({ pathname }) => pathname.startsWith('/api/content/coursesections'),
      async (route) => {
        const handled = this.#handle(route);
        this.#underWay.add(handled);
        await handled.finally(() => this.#underWay.delete(handled));
      },
    );
  }

  readonly saveButton = () => this.page.getByRole('button', { name: 'Save changes', disabled: false });
  readonly useChoices = () => this.page.getByRole('button', { name: 'Use these choices' });

  get witness(): Witness {
    if (!this.#witness) throw new Error('No section is open.');
    return this.#witness;
  }

  /** Opens a section, giving up whatever was typed in the one before. */
  async open(sectionId: number, witness: Witness): Promise<void> {
    this.#sectionId = sectionId;
    this.#witness = witness;
    this.typed.clear();
    await this.page.goto(`/sections/${sectionId}/edit`);
    await this.opened();
  }

  /** Waits for the form, and looks at it. */
  async opened(): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Title' }).waitFor();
    await this.look();
  }

  /** Takes in the whole page. */
  async see(): Promise<View> {
    const view = await this.page.evaluate(readView);
    this.witness.sees(this.who, view);
    return view;
  }

  /** Looks at the whole page. What was typed must still be there. */
  async look(): Promise<View> {
    const view = await this.see();
    for (const [field, value] of this.typed) {
      if (view.controls[field] === value) continue;
      this.witness.problems.push(
        `what ${this.who} typed in ${field} (“${value}”) became “${view.controls[field]}”`,
      );
      this.typed.delete(field);
    }
    return view;
  }

  /** Types a value, or chooses it; `isOwn` when nobody else has it, so that its fate can be followed. */
  async enter(field: Field, value: string, isOwn: boolean): Promise<void> {
    const { page } = this;
    // Whoever types over a value sees it.
    await this.look();
    if (field === 'Active') await page.getByRole('switch', { name: field }).setChecked(value === 'Active');
    else if (field === 'Unlock type') await this.#enterRule(value);
    else await page.getByRole('textbox', { name: field, exact: true }).fill(value);
    if (isOwn) this.typed.set(field, value);
    else this.typed.delete(field);
    await this.look();
  }

  async #enterRule(value: string): Promise<void> {
    const days = /^\d+/.exec(value)?.[0];
    const name = days === undefined ? (value === 'Available at once' ? 'Immediate' : 'Sequential') : 'Timed';
    await this.page.getByRole('radio', { name, exact: true }).check();
    if (days !== undefined) await this.page.getByRole('textbox', { name: 'Unlock after (days)' }).fill(days);
  }

  /** Presses the button; `meanwhile` is done at the stop, if the save comes by it. */
  async save(meanwhile?: () => Promise<void>): Promise<void> {
    this.#hasWritten = false;
    this.witness.submits(this.who, await this.look());
    await this.page.getByRole('button', { name: 'Save changes' }).click();
    const { stop } = this;
    if (stop) {
      const ended = this.saveButton()
        .waitFor()
        .then(() => false);
      const isStopped = await Promise.race([stop.reached.promise.then(() => true), ended]);
      if (isStopped) await meanwhile?.();
      this.stop = null;
      stop.goOn.resolve();
    }
    await this.saveButton().waitFor({ timeout: 20_000 });
    await this.look();
  }

  /** Comes back to the window: the page may look for a newer version, and take it in. */
  async comeBack(): Promise<void> {
    await this.page.evaluate(async () => {
      dispatchEvent(new Event('focus'));
      // The look starts at once: it has gone out with the next frames.
      for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
      // The answer of a later call shows that `#handle` has the earlier one.
      await fetch('/config.json', { cache: 'no-store' });
    });
    await Promise.all(this.#underWay);
    await this.look();
  }

  /** Decides what the comparison asks, field by field. */
  async choose(pick: (field: Field) => 'mine' | 'theirs'): Promise<void> {
    // A draft is not in the form before it is decided.
    await this.see();
    // Days that nobody counts yet are asked about alone.
    for (const label of [...fields, 'Unlock after (days)']) {
      const group = this.page.getByRole('group', { name: label, exact: true });
      if ((await group.getByRole('radio', { name: 'Keep mine' }).count()) === 0) continue;
      const field = fields.find((name) => name === label) ?? 'Unlock type';
      const side = pick(field);
      await group.getByRole('radio', { name: `Keep ${side}` }).check();
      if (side === 'theirs') this.typed.delete(field);
    }
    await this.useChoices().click();
    // The comparison goes, or asks about what was typed since.
    await this.page
      .getByRole('button', { name: 'Use these choices', disabled: false })
      .waitFor({ state: 'detached' });
    await this.look();
  }

  async #handle(route: Route): Promise<void> {
    // The courses page, where the session began, counts sections.
    if (!this.#witness) return route.continue();
    const isWrite = route.request().method() === 'PUT';
    const call: SaveCall = isWrite ? 'write' : this.#hasWritten ? 'confirm' : 'read';
    if (isWrite) this.#hasWritten = true;
    await this.#pass(call, 'request');
    const loss = isWrite ? this.loss : null;
    if (loss === 'before' || (this.isDeaf && !isWrite)) return route.abort('connectionreset');
    const { witness, who } = this;
    const sectionId = this.#sectionId;
    const answer = await witness.inTurn(async () => {
      // The server may close a connection that idles just when it is used again.
      const response = await route.fetch({ maxRetries: 2 });
      if (isWrite) witness.wrote(who, await this.#sandbox.read('sections', sectionId));
      else if (route.request().url().endsWith(`/${sectionId}`)) witness.read(who);
      return response;
    });
    this.#settleTyped();
    await this.#pass(call, 'answer');
    return loss || this.isDeaf ? route.abort('connectionreset') : route.fulfill({ response: answer });
  }

  async #pass(call: SaveCall, at: Stop['at']): Promise<void> {
    const { stop } = this;
    if (stop?.call !== call || stop.at !== at) return;
    stop.reached.resolve();
    await stop.goOn.promise;
  }

  /** What is stored is not merely typed any more. */
  #settleTyped(): void {
    for (const [field, value] of this.typed) {
      if (this.witness.stored(field) === value) this.typed.delete(field);
    }
  }
}
