/** What `npm test` is to run: everything, some steps, the tests of one part, or what has to do with the changes. */
export type TestRun =
  | { readonly kind: 'steps'; readonly steps: readonly string[] }
  | { readonly kind: 'part'; readonly part: string; readonly files: readonly string[] }
  | { readonly kind: 'changed' };

export interface TestPlaces {
  /** The names of the steps, in their order. */
  readonly steps: readonly string[];
  /** The files that tests are in, relative to the project; asked for where an argument is no step. */
  readonly testFiles: () => readonly string[];
}

/** Whole flows of everyday work, for a change of the sources that no browser test stands for by its name. */
export const EVERYDAY_TESTS: readonly string[] = [
  'e2e/section-form/keyboard.e2e.ts',
  'e2e/section-list/keyboard-and-pointer.e2e.ts',
  'e2e/app/navigation.e2e.ts',
];

/**
 * Reads the arguments of `npm test`.
 * @returns the run, or what is wrong with them in words
 */
export function readTestArguments(
  args: readonly string[],
  { steps, testFiles }: TestPlaces,
): TestRun | string {
  const [first = '', ...others] = args;
  if (args.every((arg) => steps.includes(arg))) return { kind: 'steps', steps: args };
  const usage = `The steps are ${steps.join(', ')}. A part is a piece of a test's path, e.g. section-list or section-form/leaving; --changed runs what has to do with your changes.`;
  if (others.length > 0) return `“${args.join(' ')}” is more than one part or names no step. ${usage}`;
  if (first === '--changed') return { kind: 'changed' };
  const files = first === '' ? [] : testFiles().filter((file) => file.includes(first));
  if (files.length > 0) return { kind: 'part', part: first, files };
  return `No step is called “${first}”, and no test has it in its path. ${usage}`;
}

const isSource = (file: string) => /^(?:src|server|sandbox|public)\/|^[^/]+\.html$|^vite\.config/.test(file);

/** The browser tests for changed files: those that were changed, and the everyday ones when sources were. */
export function browserTestsFor(changedFiles: readonly string[]): readonly string[] {
  const changed = changedFiles.filter((file) => file.endsWith('.e2e.ts'));
  const hasSources = changedFiles.some((file) => isSource(file) && !file.endsWith('.test.ts'));
  return [...new Set([...changed, ...(hasSources ? EVERYDAY_TESTS : [])])];
}
