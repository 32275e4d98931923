import type { BrowserContext, ConsoleMessage, Page, Request } from '@playwright/test';

/** What a test expects to go wrong. Everything else that a browser complains about fails the test. */
export class Allowed {
  readonly statuses = new Set<number>();
  readonly messages: RegExp[] = [];
  readonly violations: RegExp[] = [];
  readonly origins = new Set<string>();
  hasNetworkErrors = false;

  /** Answers with these statuses, which the browser logs as errors. */
  status(...statuses: number[]): void {
    for (const status of statuses) this.statuses.add(status);
  }

  /** Requests that end without an answer. */
  networkErrors(): void {
    this.hasNetworkErrors = true;
  }

  /** Console messages, and errors of scripts. */
  console(pattern: RegExp): void {
    this.messages.push(pattern);
  }

  /** Violations of the policy, as “directive what-was-blocked sample”, with their lines in the console. */
  violation(pattern: RegExp): void {
    this.violations.push(pattern);
    this.messages.push(/Content Security Policy|requires 'Trusted\w+' assignment/i);
  }

  /** Requests to another origin; the test answers them with `page.route`. */
  origin(origin: string): void {
    this.origins.add(origin);
  }
}

const failedResource =
  /^Failed to load resource: (?:the server responded with a status of (\d+)|net::(ERR_\w+))/;

function consoleProblem(message: ConsoleMessage, allowed: Allowed): string | null {
  const type = message.type();
  if (type !== 'error' && type !== 'warning') return null;
  const text = message.text();
  if (allowed.messages.some((pattern) => pattern.test(text))) return null;
  const [, status, networkError] = failedResource.exec(text) ?? [];
  if (status !== undefined && allowed.statuses.has(Number(status))) return null;
  if (networkError !== undefined && allowed.hasNetworkErrors) return null;
  return `console ${type}: ${text} (${message.location().url})`;
}

function originProblem(request: Request, ownOrigin: string, allowed: Allowed): string | null {
  const { protocol, origin } = new URL(request.url());
  if (protocol !== 'http:' && protocol !== 'https:') return null;
  return origin === ownOrigin || allowed.origins.has(origin)
    ? null
    : `request to another origin: ${request.url()}`;
}

function failureProblem(request: Request, allowed: Allowed): string | null {
  const reason = request.failure()?.errorText ?? '';
  // The app itself gives up a read that nobody waits for any more, and so does a navigation. What the policy stops is
  // reported as its violation.
  if (reason === 'net::ERR_ABORTED' || reason === 'csp' || allowed.hasNetworkErrors) return null;
  return `request failed: ${request.method()} ${request.url()} ${reason}`;
}

const violation = 'policy violation: ';

function errorProblem({ message, stack }: Error, allowed: Allowed): string | null {
  const blocked = message.startsWith(violation) ? message.slice(violation.length) : null;
  if (blocked !== null && allowed.violations.some((pattern) => pattern.test(blocked))) return null;
  if (allowed.messages.some((pattern) => pattern.test(message))) return null;
  // Code that can't be parsed has no stack.
  return `page error: ${stack || message}`;
}

/** Collects everything that a browser complains about on all pages of a context, frames included. */
export async function watch(context: BrowserContext, ownOrigin: string, allowed: Allowed): Promise<string[]> {
  const problems: string[] = [];
  const note = (problem: string | null) => {
    if (problem !== null && !problems.includes(problem)) problems.push(problem);
  };
  context.on('console', (message) => note(consoleProblem(message, allowed)));
  context.on('weberror', (error) => note(errorProblem(error.error(), allowed)));
  context.on('request', (request) => note(originProblem(request, ownOrigin, allowed)));
  context.on('requestfailed', (request) => note(failureProblem(request, allowed)));
  const watchPage = (page: Page) => page.on('crash', () => note(`page crashed: ${page.url()}`));
  context.pages().forEach(watchPage);
  context.on('page', watchPage);
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      reportError(
        new Error(`policy violation: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`),
      );
    });
  });
  return problems;
}

/**
 * Ends what a test left open, while the complaints about it are still its own: the next test of the worker gets the
 * same context (e2e/playwright.config.ts), in which Playwright takes back all but the last two.
 */
export async function leave(context: BrowserContext): Promise<void> {
  const [first, ...others] = context.pages();
  for (const page of others) await page.close();
  // A test’s own answer to “Leave site?” could keep the page.
  first?.removeAllListeners('dialog');
  await first?.goto('about:blank');
  await context.clearPermissions();
  await context.setOffline(false);
}
