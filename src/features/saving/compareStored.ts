import { contentOf } from '#/api/sections/oldRecords';
import type { SectionPayload, SectionRecord } from '#/api/sections/sections';
import { htmlTokens } from '#/lib/htmlTokens';
import { isSame } from '#/lib/isSame';
import { rawValue, textOf } from '#/features/sections/model/sectionFormValues';
import { writtenProperties } from '#/features/sections/model/sectionPayload';
import type { ServerChange } from './types';

/** Whether somebody has written a section since it was read as `before`, by its stamp (whole seconds) and its content. */
export function isWrittenSince(before: SectionRecord, now: SectionRecord): boolean {
  const isStamped = before.UpdatedOn !== now.UpdatedOn || before.UpdatedBy !== now.UpdatedBy;
  return isStamped || contentOf(before) !== contentOf(now);
}

/** Two texts of which one is the other after a server's own clean-up: white space, newlines, markup. */
export function isServerNormalised(sent: unknown, kept: unknown): boolean {
  return typeof sent === 'string' && bare(sent) === bare(textOf(kept));
}

/** What is left of a text without its tags and comments. */
function bare(html: string): string {
  let text = '';
  for (const { kind, start, end } of htmlTokens(html)) {
    if (kind !== 'tag' && kind !== 'comment') text += html.slice(start, end);
  }
  return text.replace(/&nbsp;|&#160;|\s+/g, '');
}

/**
 * The fields whose stored value is not the one that was sent.
 * @param before what was stored when it was sent; null for a new section
 */
export function serverChanges(
  sent: SectionPayload,
  before: SectionRecord | null,
  record: SectionRecord,
): ServerChange[] {
  const written = writtenProperties
    .filter(([property]) => !isSame(sent[property], rawValue(record, property)))
    .map(([property, field]) => ({
      field,
      sent: textOf(sent[property]),
      stored: textOf(rawValue(record, property)),
    }));
  return [...written, ...imageChanges(sent, before, record)];
}

/** The image, where the stored one is not certainly the one that was asked for: its file name is all that tells. */
function imageChanges(
  { ClearImageFile, NewImageUrl }: SectionPayload,
  before: SectionRecord | null,
  record: SectionRecord,
): ServerChange[] {
  const was = before?.ImageFileName ?? '';
  const stored = record.ImageFileName ?? '';
  const sent = ClearImageFile ? '' : (NewImageUrl ?? was);
  const change = { field: 'thumbnail', sent, stored } as const;
  if (NewImageUrl === null && stored === sent) return [];
  if ((NewImageUrl !== null || ClearImageFile) && stored === was) return [{ ...change, image: 'asBefore' }];
  if (NewImageUrl === null || stored === '') return [change];
  return isNamedAfter(stored, NewImageUrl) ? [] : [{ ...change, image: 'otherName' }];
}

/** Whether a stored file bears the name of the one at an address. */
function isNamedAfter(name: string, url: string): boolean {
  return URL.canParse(`./${name}`, url) && new URL(`./${name}`, url).pathname === new URL(url).pathname;
}

/** Whether a stored section is what was sent, apart from the server's clean-up. The number of days matters only for Timed. */
export function isSentSection(sent: SectionPayload, record: SectionRecord): boolean {
  return writtenProperties.every(
    ([property]) =>
      isSame(sent[property], rawValue(record, property)) ||
      isServerNormalised(sent[property], rawValue(record, property)) ||
      (property === 'UnlockAfterDays' && sent.UnlockType !== 3),
  );
}

/** Whether the image that was asked for is stored, as far as its file name tells; null when none was asked for. */
export function imageChanged(
  sent: SectionPayload,
  before: SectionRecord | null,
  now: SectionRecord,
): boolean | null {
  if (sent.ClearImageFile) return !now.ImageFileName;
  if (sent.NewImageUrl === null) return null;
  return Boolean(now.ImageFileName) && now.ImageFileName !== before?.ImageFileName;
}
