// oxlint-disable unicorn/consistent-function-scoping -- what runs in the page brings along all that it needs
import { expect, type Page } from '@playwright/test';

/** Twice as large, as a browser’s own setting makes it. */
export async function enlargeText(page: Page): Promise<void> {
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
}

/** The spacing that WCAG 1.4.12 lets everyone ask for. By script, since the policy refuses foreign styles. */
export async function spaceText(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
      p { margin-block-end: 2em !important; }`);
    document.adoptedStyleSheets = [sheet];
  });
}

/** Every text is whole: inside its own box, inside whatever cuts off what sticks out, and inside the window’s width. */
export async function expectNothingClipped(page: Page): Promise<void> {
  const clipped = await page.evaluate(() => {
    const isBox = (element: Element) => !/^(inline|contents)$/.test(getComputedStyle(element).display);
    const scrolls = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowY);
    /** For the ears only. */
    const isHidden = (element: Element) =>
      !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) ||
      element.closest('*')?.parentElement === null ||
      getComputedStyle(element).clipPath !== 'none';
    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      const own = text.parentElement;
      if (!own || !text.nodeValue?.trim() || own.closest('noscript, script, style')) continue;
      const above: Element[] = [];
      for (let one: Element | null = own; one; one = one.parentElement) above.push(one);
      if (above.some(isHidden)) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const rect = range.getBoundingClientRect();
      // Letters may rise above a tight line without being cut.
      const slack = Number.parseFloat(getComputedStyle(own).fontSize) / 4;
      const sticksOut = (box: DOMRect, isCut: boolean) =>
        rect.left < box.left - 1 ||
        rect.right > box.right + 1 ||
        (isCut && (rect.top < box.top - slack || rect.bottom > box.bottom + slack));
      const box = above.find(isBox);
      const cutting = above.filter((element) => /hidden|clip/.test(getComputedStyle(element).overflowX));
      const isOut =
        rect.left < -1 ||
        rect.right > innerWidth + 1 ||
        (box && sticksOut(box.getBoundingClientRect(), true)) ||
        cutting.some((element) => sticksOut(element.getBoundingClientRect(), !scrolls(element)));
      if (isOut) found.push(text.nodeValue.trim());
    }
    return found;
  });
  expect(clipped, 'texts that stick out of their boxes or are cut').toEqual([]);
  const { scrollWidth, clientWidth } = await page.evaluate(() => ({
    scrollWidth: document.documentElement.scrollWidth,
    clientWidth: document.documentElement.clientWidth,
  }));
  expect(scrollWidth, 'no sideways scroll').toBeLessThanOrEqual(clientWidth);
}
