import type { Locator, Page } from '@playwright/test';
import { AWKWARD_SECTIONS, COURSES, ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import { newSectionPath } from '../support/created';
import { heading } from '../support/pages/heading';
import { sectionForm } from '../support/pages/sectionForm';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

const { welcome } = ONBOARDING_SECTIONS;
const editPath = `/sections/${welcome}/edit`;
const newPath = newSectionPath(COURSES.memberOnboarding);
const preview = (page: Page) => page.getByRole('tab', { name: 'Preview' });

/** What the browser shows where the focus is: the control itself, or what lies over it or is in its place. */
async function focusOnScreen(page: Page): Promise<{ name: string; isSeen: boolean }> {
  return page.evaluate(() => {
    const control = document.activeElement ?? document.body;
    const { left, right, top, bottom, height } = control.getBoundingClientRect();
    const [first, last] = [Math.max(top, 0), Math.min(bottom, innerHeight)];
    const seen = document.elementFromPoint((left + right) / 2, (first + last) / 2);
    const isWhole = last - first >= Math.min(height, 24) - 1;
    return { name: control.id || control.textContent, isSeen: isWhole && control.contains(seen) };
  });
}

for (const [width, height] of [
  [568, 256],
  [1024, 500],
] as const) {
  test(`row 77: in a window of ${width} by ${height} each control that has the focus can be seen`, async ({
    page,
    sandbox,
  }) => {
    await page.setViewportSize({ width, height });
    await openAs(page, sandbox, editPath);
    await expect(preview(page)).toBeVisible();
    await page.getByRole('radio', { name: 'Timed' }).check();
    await page.getByRole('link', { name: 'Skip to the content' }).focus();
    const names: string[] = [];
    for (let count = 0; count < 40 && !names.at(-1)?.includes('Cancel'); count++) {
      await page.keyboard.press('Tab');
      const { name, isSeen } = await focusOnScreen(page);
      names.push(name);
      expect.soft(isSeen, name).toBe(true);
    }
    expect(names).toContain('Cancel');
  });
}

/** WCAG 1.4.12, on letters of twice their size (1.4.4). */
async function enlarge(page: Page): Promise<void> {
  await page.evaluate(() => {
    const spacing = new CSSStyleSheet();
    spacing.replaceSync(`html { font-size: 200% }
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-block-end: 2em !important }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, spacing];
  });
}

/** The texts that are wider or higher than the box that cuts them off. */
const clipped = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => {
        const { overflowX, overflowY } = getComputedStyle(element);
        const { clientWidth, clientHeight, scrollWidth, scrollHeight } = element;
        // What only screen readers get has a size of one pixel.
        if (clientWidth <= 1 || !element.checkVisibility()) return false;
        return (
          (/hidden|clip/.test(overflowX) && scrollWidth > clientWidth + 1) ||
          (/hidden|clip/.test(overflowY) && scrollHeight > clientHeight + 1) ||
          (element instanceof HTMLInputElement && scrollHeight > clientHeight + 1)
        );
      })
      .map((element) => `${element.tagName} ${element.id || element.textContent}`),
  );

test('row 78: with letters of twice the size and wider spacing nothing is cut off', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  for (const path of [editPath, newPath]) {
    await openAs(page, sandbox, path);
    await expect(preview(page)).toBeVisible();
    await form.rule('Timed').check();
    await form.title.fill('');
    await form.title.press('Enter');
    await expect(form.summary).toBeVisible();
    await enlarge(page);
    expect.soft(await clipped(page), path).toEqual([]);
    const { scrollWidth, clientWidth } = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return { scrollWidth, clientWidth };
    });
    expect.soft(scrollWidth, path).toBe(clientWidth);
  }
});

/** As the translation of a browser does it: each text is replaced by another one in two elements, now and later. */
const translate = (page: Page) =>
  page.evaluate(() => {
    const translated = new WeakSet<Node>();
    const run = () => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      for (const text of texts) {
        if (translated.has(text) || text.data.trim() === '' || text.parentElement?.closest('textarea'))
          continue;
        const copy = new Text(`«${text.data}»`);
        translated.add(copy);
        const [outer, inner] = [document.createElement('font'), document.createElement('font')];
        inner.append(copy);
        outer.append(inner);
        text.replaceWith(outer);
      }
    };
    run();
    new MutationObserver(run).observe(document.body, { childList: true, characterData: true, subtree: true });
  });

test('row 86: a page that the browser translates works on, and its status stays true', async ({
  page,
  sandbox,
  allow,
}) => {
  allow.status(400);
  const box = (name: string) => page.getByRole('textbox', { name: `«${name}»`, exact: true });
  const says = (words: string) => expect(page.getByText(`«${words}»`).first()).toBeVisible();
  await openAs(page, sandbox, editPath);
  await expect(preview(page)).toBeVisible();
  await translate(page);
  await box('Title').fill('');
  await box('Title').press('Enter');
  await says('There is a problem');
  await box('Title').fill('Translated [refuse:DisplayOrder=is taken]');
  await expect(page.getByText('«There is a problem»')).toHaveCount(0);
  await box('Title').press('Enter');
  await says('Display order is taken');
  await page.getByRole('radio', { name: 'Timed' }).check();
  await box('Unlock after (days)').fill('4');
  await page.getByRole('radio', { name: 'Immediate' }).check();
  await preview(page).click();
  await expect(page.getByTitle('Preview of the introduction')).toBeVisible();
  await box('Display order').fill('7');
  await box('Title').fill('Welcome, everybody');
  await box('Title').press('Enter');
  await expect(page.getByText(/^«Saved at \d{1,2}:\d{2}»$/)).toBeVisible();
  await box('Title').fill('Translated');
  await says('Unsaved changes');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Leave without saving' }).click();
  await page.getByRole('link', { name: 'Welcome, everybody' }).first().click();
  await page.getByRole('button', { name: 'Restore' }).click();
  await expect(box('Title')).toHaveValue('Translated');
});

test.describe('row 88: without the app’s code', () => {
  test.describe('and without JavaScript', () => {
    test.use({ javaScriptEnabled: false });

    test('the page says that it needs JavaScript', async ({ page }) => {
      await page.goto(editPath);
      await expect(page.getByRole('heading', { name: 'JavaScript is switched off' })).toBeVisible();
      await expect(page.getByText('Loading…')).toBeHidden();
    });
  });

  for (const [what, answer] of [
    ['blocked on the way', null],
    ['too new for the browser', 'const = ?.;'],
  ] as const) {
    test(`${what}, the page says what may be the matter`, async ({ page, allow }) => {
      allow.networkErrors();
      allow.console(/^Unexpected token|SyntaxError/);
      await page.route('/assets/**/*.js', (route) =>
        answer === null
          ? route.abort('blockedbyclient')
          : route.fulfill({ contentType: 'text/javascript', body: answer }),
      );
      await page.goto(editPath);
      const words = page.getByText('this browser is too old');
      await expect(words).toBeHidden();
      // Twelve seconds later.
      await page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
      await expect(words).toBeVisible();
    });
  }
});

/** All of what the control holds is on the paper. */
const isWhole = (control: Locator) =>
  control.evaluate(({ scrollHeight, clientHeight }) => scrollHeight <= clientHeight + 1);

test('row 90: on paper there are the contents, all of them, and no controls of the screen', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  await sandbox.edit('sections', welcome, { SectionContents: '<p>One of many lines.</p>\n'.repeat(200) });
  await openAs(page, sandbox, editPath);
  await expect(preview(page)).toBeVisible();
  expect(await isWhole(form.introduction)).toBe(false);
  await page.emulateMedia({ media: 'print' });
  expect(await isWhole(form.introduction)).toBe(true);
  await expect(form.title).toBeVisible();
  await expect(form.save).toBeHidden();
  await expect(page.getByRole('banner')).toBeHidden();
});

test('row 77: nothing scrolls sideways at 320 pixels', async ({ page, sandbox }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openAs(page, sandbox, '/courses');
  const places = [
    ['/courses', 'Courses'],
    [`/courses/${COURSES.imported}/sections`, 'Imported from the old platform'],
    [`/sections/${AWKWARD_SECTIONS.longTitle}/edit`, 'Edit section'],
    [`/sections/new?courseId=${COURSES.memberOnboarding}`, 'New section'],
    ['/no/such/page', 'Page not found'],
  ] as const;
  for (const [path, name] of places) {
    await page.goto(path);
    await expect(heading(page, name)).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: /^Loading/ })).toHaveCount(0);
    expect
      .soft(await page.evaluate(() => document.documentElement.scrollWidth), path)
      .toBeLessThanOrEqual(320);
  }
});

test('row 79, 80: forced colours keep the focus visible, and reduced motion moves nothing', async ({
  page,
  sandbox,
}) => {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  const title = page.getByLabel('Title', { exact: true });
  for (const [path, content] of [
    ['/courses', page.getByRole('link', { name: 'Member onboarding' })],
    [editPath, title],
  ] as const) {
    await openAs(page, sandbox, path);
    await expect(content).toBeVisible();
    for (let count = 0; count < 6; count++) {
      await page.keyboard.press('Tab');
      const focus = await page.evaluate(() => {
        const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
        return { outlineStyle, isWide: Number.parseFloat(outlineWidth) >= 2 };
      });
      expect(focus.outlineStyle).not.toBe('none');
      expect(focus.isWide).toBe(true);
    }
    expect(
      await page.evaluate(() => document.getAnimations().map((animation) => animation.playState)),
    ).toEqual([]);
  }
  await title.fill('');
  await title.press('Enter');
  await expect(page.getByText('Enter a title').last()).toBeVisible();
  // A border that is no more than a shadow or a background would be gone.
  const bordered = [
    title,
    page.getByRole('alert').locator('..'),
    page.getByRole('button', { name: 'Save changes' }),
  ];
  for (const box of bordered) await expect(box).toHaveCSS('border-block-start-style', 'solid');
  await expect(page.getByRole('radio', { checked: true }).first()).toBeVisible();
});
