import { UsageError } from '../server/usageError';

/** Runs a script to its end: its exit code is 0 only for true. A mistake of the user is told without a stack. */
export async function runMain(work: () => Promise<boolean> | boolean): Promise<void> {
  try {
    if (!(await work())) process.exitCode = 1;
  } catch (error) {
    console.error(error instanceof UsageError ? error.message : error);
    process.exitCode = 1;
  }
}
