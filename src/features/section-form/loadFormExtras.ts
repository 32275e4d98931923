import type { Resolver } from 'react-hook-form';
import type { SectionRecord } from '#/api/sections/sections';
import { reportMissingCode } from '#/lib/newVersion';
import type { SectionFormValues } from '#/features/sections/model/sectionFormValues';
import type * as FormExtras from './formExtras';
import type { OrderQuestion } from './orderQuestion';

const FAILURE_TEXT =
  'A part of the app could not be loaded: the connection failed, or a new version is out. Nothing was sent, and what you typed is still here.';

let loading: Promise<typeof FormExtras> | null = null;
let timesAsked = 0;

/**
 * Chromium and Firefox remember until a reload that a module did not come, but by its address alone. So this helps when
 * the one file failed, and not when one that it imports did.
 */
async function importExtras(): Promise<typeof FormExtras> {
  timesAsked += 1;
  try {
    return await import('./formExtras');
  } catch (cause) {
    const address = timesAsked > 1 ? /https?:\S+\.js/.exec(String(cause))?.[0] : undefined;
    if (address === undefined) throw cause;
    return (await import(/* @vite-ignore */ `${address}?again=${timesAsked}`)) as typeof FormExtras;
  }
}

/**
 * What a form needs beyond being shown and typed in. The parts at the form ask for it after the first render; a save
 * that comes earlier waits for it, and one that comes after a failure tries again (see above for how far that helps).
 */
export async function loadFormExtras(): Promise<typeof FormExtras> {
  loading ??= importExtras();
  try {
    return await loading;
  } catch (cause) {
    loading = null;
    reportMissingCode();
    throw new Error(FAILURE_TEXT, { cause });
  }
}

/** One of them, as a part of a page asks for it. */
export const loadExtra =
  <Name extends keyof typeof FormExtras>(name: Name) =>
  async (): Promise<(typeof FormExtras)[Name]> =>
    (await loadFormExtras())[name];

/**
 * The check of the form over a record, null for a new section: nothing is checked before the first submit.
 * @param question left out: nothing is asked about a number that is taken
 */
export function resolveLater(
  record: SectionRecord | null,
  question: OrderQuestion | null,
): Resolver<SectionFormValues> {
  return async (...form) => (await loadFormExtras()).resolverOf(record, question)(...form);
}
