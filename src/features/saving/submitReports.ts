import type { SubmitReport } from '#/forms/useEntityForm';
import { type FailedReport, failureReport, plainReport } from './failureReport';
import { labels } from '#/features/sections/model/fields';
import type { KeptChange, Merge } from '#/features/sections/model/mergeSection';
import { type Attributed, isShortened } from './overtaken';
import type { CreateResult, SaveResult, ServerChange } from './types';
import type { SectionField, SectionFormValues } from '#/features/sections/model/sectionFormValues';
import { sectionTitle } from '#/features/sections/model/sectionTitle';
import { listText, numeral } from '#/lib/format';

type Report = SubmitReport<SectionField>;

/** Of the comparison of both sides: what is said of it points there. */
export const conflictId = 'section-conflict';

const listed = (fields: readonly SectionField[]) => listText(fields.map((field) => labels[field]));

/**
 * How a save of an edit ended, as the form shows it.
 * @param notes what there is to say about a save that worked
 */
export function reportSave(result: SaveResult, values: SectionFormValues, notes: readonly string[]): Report {
  switch (result.outcome) {
    case 'saved':
      return { ok: true, notes };
    case 'unchanged':
      return { ok: true, wasSaved: false, notes };
    case 'conflict':
      return conflictReport(result);
    case 'deleted':
      return plainReport(
        'Nothing was saved.',
        'This section has been deleted in the meantime.',
        values,
        'edit',
      );
    case 'refused':
      return failureReport(result.error, values, 'edit', 'Nothing was saved.');
    case 'notSent':
      return failureReport(result.error, values, 'edit', 'Not sent. Nothing was saved.');
    case 'notSaved':
      return failureReport(
        result.error,
        values,
        'edit',
        `Not saved: reading the section again shows that ${listed(result.missing)} did not arrive. Save again.`,
      );
    case 'unknown':
      return unknownReport(failureReport(result.error, values, 'edit', 'We could not confirm the save.'));
  }
}

const unknownReport = (report: FailedReport): Report => ({ ...report, isUnknown: true });

function conflictReport({
  theirs,
  conflicts,
  wasSent,
}: Extract<SaveResult, { outcome: 'conflict' }>): Report {
  const fields = listed(conflicts.map(({ field }) => field));
  const who = theirs.UpdatedBy ?? 'Someone';
  return {
    ok: false,
    isUnknown: wasSent,
    lead: wasSent ? 'We could not confirm the save.' : 'Nothing was saved.',
    fields: new Map(),
    form: [
      {
        text: `${who} has changed ${fields} in the meantime, and so have you. Choose which to keep.`,
        targetId: conflictId,
      },
    ],
  };
}

/** Someone else changed a field that this person left alone. */
export const keptMessage = ({ field, by }: KeptChange): string =>
  `Kept the change of ${labels[field]} by ${by ?? 'someone else'}.`;

/** What there is to say about a save besides that it is one, a sentence each. */
export function savedMessages(
  result: Extract<SaveResult, { outcome: 'saved' | 'unchanged' }>,
  { byServer, notes: others }: Attributed,
): string[] {
  const notes = result.kept.map(keptMessage);
  if (result.outcome === 'unchanged') return notes;
  if (result.confirmedBy === 'readBack')
    notes.push(
      result.answer?.serverMessage
        ? `The server answered “${result.answer.serverMessage}”; reading the section confirmed the save.`
        : 'The answer of the server was lost; reading the section confirmed the save.',
    );
  if (result.record === null) notes.push('The server confirmed the save; reading the section again failed.');
  notes.push(...byServer.map(changeText), ...others);
  return notes;
}

/** Someone changed what was being typed in while a save was under way. */
export function unseenMessage({ conflicts }: Pick<Merge, 'conflicts'>): string {
  const who = conflicts[0]?.by ?? 'Someone';
  return `${who} has changed ${listed(conflicts.map(({ field }) => field))}, where you have typed since. Choose which to keep.`;
}

/** What the server did to a value on the way into the database. */
function changeText(change: ServerChange): string {
  if (change.field === 'thumbnail' && change.stored === '')
    return 'The server accepted the image, but did not store it.';
  if (change.image === 'asBefore')
    return 'The server accepted the change of the image, but the stored image is the same as before.';
  return isShortened(change)
    ? `The server shortened the ${labels[change.field].toLowerCase()}.`
    : `The server changed: ${labels[change.field]}.`;
}

/**
 * How a create ended, as the form shows it.
 * @param notes what there is to say about one that worked
 */
export function reportCreate(
  result: CreateResult,
  values: SectionFormValues,
  notes: readonly string[],
): Report {
  switch (result.outcome) {
    case 'created':
      return { ok: true, notes };
    case 'createdTwice':
      return {
        ok: true,
        notes: ['There are two of it now: the network delivered it again, or an earlier one late.'],
      };
    case 'refused':
      return failureReport(result.error, values, 'create', 'Nothing was saved.');
    case 'notSent':
      return failureReport(result.error, values, 'create', 'Not sent. Nothing was saved.');
    case 'notCreated':
      return failureReport(result.error, values, 'create', newOthers(result) ?? notFoundText);
    case 'unknown':
      return unknownReport(
        failureReport(result.error, values, 'create', 'We could not confirm whether it was created.'),
      );
  }
}

const notFoundText =
  'It was not created, as far as three looks tell, and can still arrive. Creating looks for it before anything is sent again.';

const MAX_OTHERS = 3;

/**
 * A new section is not as it was sent, but others are new in the course: one may be it, changed by somebody at once.
 * @returns null when there are none
 */
export function newOthers({ others }: Extract<CreateResult, { outcome: 'notCreated' }>): string | null {
  if (others.length === 0) return null;
  const names = others
    .slice(0, MAX_OTHERS)
    .map((row) => `“${sectionTitle(row)}”${row.UpdatedBy ? `, last saved by ${row.UpdatedBy}` : ''}`);
  const more = others.length - names.length;
  const list = listText([...names, ...(more > 0 ? [`${numeral(more)} more`] : [])]);
  return `No section of the course is what you sent, but there is something new: ${list}. If that is yours, changed by somebody since, do not create it again.`;
}

/** What there is to say about a new section, a sentence each. */
export function createdMessages(
  result: Extract<CreateResult, { outcome: 'created' }>,
  { byServer, notes: others }: Attributed,
): string[] {
  const notes: string[] = [];
  if (result.confirmedBy === 'readBack')
    notes.push('The answer of the server was lost; the list of sections confirmed it.');
  notes.push(...byServer.map(changeText), ...others);
  if (!result.lookedForTwins)
    notes.push('The list of sections could not be read, so a double would not have been noticed.');
  return notes;
}
