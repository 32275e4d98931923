import { reportMissingCode } from '#/lib/newVersion';
import type * as Saving from './lazySaving';

const words =
  'A part of the app could not be loaded: the connection failed, or a new version is out. Nothing was sent, and what you typed is still here.';

/**
 * What a save needs and an open form does not. A form asks for it when it is first touched, so that a deployment in the
 * meantime cannot take it away; a save that comes first waits for it.
 */
export async function loadSaving(): Promise<typeof Saving> {
  try {
    return await import('./lazySaving');
  } catch (cause) {
    reportMissingCode();
    throw new Error(words, { cause });
  }
}
