import type { SubmitReport } from '#/forms/useEntityForm';
import { failureReport, plainReport } from './failureReport';
import { labels } from '#/features/sections/model/fields';
import type { KeptChange, Merge } from '#/features/sections/model/mergeSection';
import type { CreateResult, SaveResult, ServerChange } from './types';
import type { SectionField, SectionFormValues } from '#/features/sections/model/sectionFormValues';
import { listText } from '#/lib/format';

type Report = SubmitReport<SectionField>;

const listed = (fields: readonly SectionField[]) => listText(fields.map((field) => labels[field]));

/** How a save of an edit ended, as the form shows it. */
export function reportSave(result: SaveResult, values: SectionFormValues): Report {
  switch (result.outcome) {
    case 'saved':
      return { ok: true, notes: savedMessages(result) };
    case 'unchanged':
      return { ok: true, wasSaved: false, notes: savedMessages(result) };
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
      return failureReport(result.error, values, 'edit', 'We could not confirm the save.');
  }
}

function conflictReport({
  theirs,
  conflicts,
  wasSent,
}: Extract<SaveResult, { outcome: 'conflict' }>): Report {
  const fields = listed(conflicts.map(({ field }) => field));
  const who = theirs.UpdatedBy ?? 'Someone';
  return {
    ok: false,
    lead: wasSent ? 'We could not confirm the save.' : 'Nothing was saved.',
    fields: new Map(),
    form: [
      {
        text: `${who} has changed ${fields} in the meantime, and so have you. Choose which to keep.`,
        targetId: 'section-conflict',
      },
    ],
  };
}

/** Someone else changed a field that this person left alone. */
export const keptMessage = ({ field, by }: KeptChange): string =>
  `Kept the change of ${labels[field]} by ${by ?? 'someone else'}.`;

/** What there is to say about a save besides that it is one, a sentence each. */
export function savedMessages(result: Extract<SaveResult, { outcome: 'saved' | 'unchanged' }>): string[] {
  const notes = result.kept.map(keptMessage);
  if (result.outcome === 'unchanged') return notes;
  if (result.confirmedBy === 'readBack')
    notes.push(
      result.answer?.serverMessage
        ? `The server answered “${result.answer.serverMessage}”; reading the section confirmed the save.`
        : 'The answer of the server was lost; reading the section confirmed the save.',
    );
  if (result.record === null) notes.push('The server confirmed the save; reading the section again failed.');
  for (const change of result.serverChanged) notes.push(changeText(change));
  if (result.imageChanged === false)
    notes.push('The server accepted the change of the image, but the stored image is the same as before.');
  return notes;
}

/** Someone changed what was being typed in while a save was under way. */
export function unseenMessage({ conflicts }: Pick<Merge, 'conflicts'>): string {
  const who = conflicts[0]?.by ?? 'Someone';
  return `${who} has changed ${listed(conflicts.map(({ field }) => field))}, where you have typed since. Choose which to keep.`;
}

/** What the server did to a value on the way into the database. */
function changeText({ field, sent, stored }: ServerChange): string {
  const isShortened = stored !== '' && stored.length < sent.length && sent.startsWith(stored);
  return isShortened
    ? `The server shortened the ${labels[field].toLowerCase()}.`
    : `The server changed: ${labels[field]}.`;
}

/** How a create ended, as the form shows it. */
export function reportCreate(result: CreateResult, values: SectionFormValues): Report {
  switch (result.outcome) {
    case 'created':
      return { ok: true, notes: createdMessages(result) };
    case 'createdTwice':
      return { ok: true, notes: ['The network delivered it more than once: there are two of it now.'] };
    case 'refused':
      return failureReport(result.error, values, 'create', 'Nothing was saved.');
    case 'notSent':
      return failureReport(result.error, values, 'create', 'Not sent. Nothing was saved.');
    case 'notCreated':
      return failureReport(result.error, values, 'create', 'It was not created. You can create it now.');
    case 'unknown':
      return failureReport(result.error, values, 'create', 'We could not confirm whether it was created.');
  }
}

/** What there is to say about a new section, a sentence each. */
export function createdMessages(result: Extract<CreateResult, { outcome: 'created' }>): string[] {
  const notes: string[] = [];
  if (result.confirmedBy === 'readBack')
    notes.push('The answer of the server was lost; the list of sections confirmed it.');
  for (const change of result.serverChanged) notes.push(changeText(change));
  if (result.imageChanged === false) notes.push('The server accepted the image, but did not store it.');
  if (!result.lookedForTwins)
    notes.push('The list of sections could not be read, so a double would not have been noticed.');
  return notes;
}
