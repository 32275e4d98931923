import type { ColleagueAct } from './colleague.ts';

/** One way to fail. Everything that is left out is as it would have been without the fault. */
export interface Fault {
  status?: number;
  /** JSON, or a text that is sent as it is. */
  body?: unknown;
  headers?: Record<string, string>;
  contentType?: string;
  /** Properties that are laid over the real JSON answer; the call is carried out. */
  merge?: Record<string, unknown>;
  /** Waits before anything else happens. */
  delayMs?: number;
  /** `before`: the connection dies before the call is carried out; `afterCommit`: after it, before the answer. */
  cut?: 'before' | 'afterCommit' | 'midBody';
  /** The body comes 16 bytes at a time with this pause between them. */
  trickleMs?: number;
  /** Never answers. */
  hang?: true;
  /** Answers 302 to this address. */
  redirect?: string;
  /** Carries the call out first, then fails: a gateway that gave up too early. */
  commit?: boolean;
  /** Somebody else's change at this very moment; the call itself is as it would have been. */
  colleague?: ColleagueAct;
}

export interface QueuedFault {
  method: string | null;
  /**
   * A path without the base path: `/content/courses` means it and what is below it. With a `^` at the beginning it is a
   * regular expression over path and query. Empty: every call.
   */
  path: string;
  times: number;
  /** How many matching calls go through before the first failure. */
  after: number;
  fault: Fault;
}

type Check = (value: unknown) => boolean;
const is =
  (type: string): Check =>
  (value) =>
    typeof value === type;
const isObject: Check = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;

const COLLEAGUE_CHECKS: Record<keyof ColleagueAct, Check> = {
  when: (value) => value === 'before' || value === 'after',
  edit: (value) => isObject(value) && isCount((value as { Id?: unknown }).Id),
  create: isObject,
  remove: isCount,
};
const FAULT_CHECKS: Record<keyof Fault, Check> = {
  status: (value) => Number.isInteger(value) && Number(value) >= 200 && Number(value) <= 599,
  body: () => true,
  headers: isObject,
  contentType: is('string'),
  merge: isObject,
  delayMs: isCount,
  cut: (value) => ['before', 'afterCommit', 'midBody'].includes(String(value)),
  trickleMs: isCount,
  hang: (value) => value === true,
  redirect: is('string'),
  commit: is('boolean'),
  colleague: isObject,
};
const QUEUE_CHECKS: Record<string, Check> = {
  method: is('string'),
  path: isPattern,
  times: isCount,
  after: isCount,
  fault: isObject,
};

function firstProblem(value: unknown, checks: Record<string, Check>, what: string): string | null {
  if (!isObject(value)) return `${what} must be a JSON object.`;
  for (const [name, property] of Object.entries(value as object)) {
    const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
    if (!check) return `${what} has no “${name}”. It knows: ${Object.keys(checks).join(', ')}.`;
    if (!check(property)) return `${what}: “${name}” does not take ${JSON.stringify(property)}.`;
  }
  return null;
}

/** What is wrong with a fault that somebody asks for, or null. A misspelt fault must not pass as “no fault”. */
function faultProblem(value: unknown): string | null {
  const problem = firstProblem(value, FAULT_CHECKS, 'A fault');
  const { colleague } = (problem === null ? value : {}) as Fault;
  if (!colleague) return problem;
  if (!colleague.when) return 'A colleague needs “when”.';
  return firstProblem(colleague, COLLEAGUE_CHECKS, 'A colleague');
}

/** Reads an entry of the queue; answers words when it is not one. */
export function parseQueuedFault(value: unknown): QueuedFault | string {
  const problem = firstProblem(value, QUEUE_CHECKS, 'A queued fault');
  if (problem !== null) return problem;
  const entry = value as Partial<QueuedFault>;
  const faultWrong = faultProblem(entry.fault);
  if (faultWrong !== null) return faultWrong;
  const { method = null, path = '', times = 1, after = 0 } = entry;
  return { method, path, times, after, fault: entry.fault ?? {} };
}

/** Whether a path is the other one or below it, so that `/content/courses` does not mean `/content/coursesections`. */
export function isAtOrBelow(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

function isPattern(path: unknown): boolean {
  if (typeof path !== 'string') return false;
  try {
    return path.startsWith('^') ? new RegExp(path).source !== '' : path === '' || path.startsWith('/');
  } catch {
    return false;
  }
}

function matches(entry: QueuedFault, method: string, target: string): boolean {
  if (entry.method !== null && entry.method.toUpperCase() !== method) return false;
  if (entry.path.startsWith('^')) return new RegExp(entry.path).test(target);
  return isAtOrBelow(target.split('?')[0] ?? '', entry.path);
}

/** Takes the fault that is due for a call from the queue. `target` is path and query without the base path. */
export function takeQueuedFault(queue: QueuedFault[], method: string, target: string): Fault | null {
  for (const entry of queue) {
    if (entry.times === 0 || !matches(entry, method, target)) continue;
    if (entry.after > 0) {
      entry.after -= 1;
      continue;
    }
    entry.times -= 1;
    return entry.fault;
  }
  return null;
}

/** The fault of a request header, null without one, or words when it can't be read. */
export function headerFault(header: string | undefined): Fault | string | null {
  if (header === undefined) return null;
  try {
    const value: unknown = JSON.parse(header);
    return faultProblem(value) ?? (value as Fault);
  } catch {
    return 'X-Sandbox-Fault is not JSON.';
  }
}

/** Whether a call is carried out although it will fail. */
export function carriesOut(fault: Fault): boolean {
  if (fault.commit !== undefined) return fault.commit;
  if (fault.cut !== undefined) return fault.cut !== 'before';
  return (
    fault.status === undefined &&
    fault.body === undefined &&
    fault.redirect === undefined &&
    fault.hang === undefined
  );
}
