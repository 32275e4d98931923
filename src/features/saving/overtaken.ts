import type { SectionRecord } from '#/api/sections/sections';
import { changedFields } from '#/forms/formValues';
import { accountKey } from '#/features/sign-in/useAccount';
import type { Draft } from '#/lib/drafts/draft';
import { listText } from '#/lib/format';
import { pick } from '#/lib/objects';
import { isInEffect, labels, sectionFields, withDependents } from '#/features/sections/model/fields';
import {
  type SectionField,
  type SectionFormValues,
  toFormValues,
} from '#/features/sections/model/sectionFormValues';
import { isServerNormalised, isWrittenSince } from './compareStored';
import type { ServerChange } from './types';

/** What was saved and is stored otherwise by now, though no clean-up of the server explains it: it is offered back. */
export interface Overtaken {
  /** Who did what, in a sentence without its full stop, as far as the server says. */
  readonly title: string;
  /** What is stored. */
  readonly record: SectionRecord;
  /** The same, but for what this person had saved. */
  readonly values: SectionFormValues;
}

/** The differences between what was sent and what is stored, by what is known of them. */
export interface Attributed {
  /** Made by the server itself. */
  readonly byServer: readonly ServerChange[];
  readonly overtaken: Overtaken | null;
  /** What is stored otherwise than it was sent, where this person had changed nothing; a sentence each. */
  readonly notes: readonly string[];
}

interface Saved {
  readonly changes: readonly ServerChange[];
  /** What was stored when it was sent; null for a new section. */
  readonly before: SectionRecord | null;
  readonly record: SectionRecord | null;
  /** What the form was opened on; null for a new section, in which everything is this person's. */
  readonly opened: SectionFormValues | null;
  /** What it held when it was saved. */
  readonly values: SectionFormValues;
  /** The account that saved; null when nobody knows. */
  readonly account: string | null;
}

/** A text that was cut at its end; 3 is no shorter 30. */
export const isShortened = ({ field, sent, stored }: ServerChange): boolean =>
  (field === 'title' || field === 'introduction') &&
  stored !== '' &&
  stored.length < sent.length &&
  sent.startsWith(stored);

const isCleanUp = (change: ServerChange) =>
  change.image === 'asBefore' || isServerNormalised(change.sent, change.stored) || isShortened(change);

const listed = (fields: readonly SectionField[]) => listText(fields.map((field) => labels[field]));

/**
 * Tells what the server made of a save from what somebody else saved just after it: `UpdatedBy` names who wrote last
 * (docs/api-contract.md 2). Where that is this person or nobody, or nobody has since it was sent, nobody is named.
 */
export function attribute({ changes: all, before, record, opened, values, account }: Saved): Attributed {
  if (!record || all.length === 0) return { byServer: all, overtaken: null, notes: [] };
  const writer = record.UpdatedBy;
  const isMine = writer !== null && accountKey(writer) === account;
  const isLater = !before || isWrittenSince(before, record);
  const other = writer !== null && account !== null && !isMine && isLater ? writer : null;
  // An image by a name of its own is the one that was sent, unless somebody else has saved since.
  const changes = other === null ? all.filter(({ image }) => image !== 'otherName') : all;
  const typed = opened ? changedFields(opened, values) : sectionFields;

  const isByServer = (change: ServerChange) =>
    other === null && (isCleanUp(change) || (isMine && typed.includes(change.field)));
  const rest = changes.filter((change) => !isByServer(change));
  const lost = rest.filter(({ field }) => typed.includes(field) && isInEffect(field, values));
  const lostFields = lost.map(({ field }) => field);
  const told = lost.filter(({ image }) => image !== 'otherName');
  const toldFields = listed(told.map(({ field }) => field));
  const isSure = other !== null && !told.some(isCleanUp);
  const doubtful = other ? `The server or ${other} has changed it` : 'Who changed it is not known';
  return {
    byServer: changes.filter(isByServer),
    overtaken:
      lost.length === 0
        ? null
        : {
            title: [
              isSure
                ? `${other} has ${told.length > 0 ? `changed ${toldFields}` : 'saved'} just after you`
                : `${toldFields}: not stored as you saved it. ${doubtful}`,
              ...(told.length < lost.length ? [`and may have changed ${labels.thumbnail}`] : []),
            ].join(' '),
            record,
            values: {
              ...toFormValues(record),
              ...pick(values, withDependents(lostFields)),
              // A new section without an image has one now.
              ...(lostFields.includes('thumbnail') && values.thumbnail === 'keep' && { thumbnail: 'remove' }),
            },
          },
    notes: rest
      .filter((change) => !lost.includes(change))
      .map(({ field }) =>
        other
          ? `${other} has changed ${labels[field]} just after you.`
          : `${labels[field]} is stored otherwise than it was read before the save.`,
      ),
  };
}

/** What was overtaken, as the draft that it was put into. */
export interface OvertakenDraft {
  readonly title: string;
  readonly draft: Draft;
  /** False where the browser keeps no draft: then only this page has it. */
  readonly isKept: boolean;
}

/** For whoever is leaving the form in which it is offered back. */
export function overtakenText({ title, isKept }: OvertakenDraft): string {
  return isKept
    ? `${title}. What you saved is kept as a draft of the section.`
    : `${title}. What you saved could not be kept as a draft: only this page still has it.`;
}
