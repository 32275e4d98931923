import { describeError, isTooLarge } from '#/api/http/describeError';
import type { ApiError } from '#/api/http/errors';
import { mapServerErrors } from '#/forms/serverErrors';
import type { SubmitReport } from '#/forms/useEntityForm';
import { serverFieldMap } from './serverFieldMap';
import { ROLE_REQUEST_LABEL, roleRequestText } from '#/features/sign-in/roleRequest';
import { controlIds } from '#/features/sections/model/fields';
import { sizeText } from '#/lib/format';
import type { SectionField, SectionFormValues } from '#/features/sections/model/sectionFormValues';

export type FailedReport = Extract<SubmitReport<SectionField>, { ok: false }>;
export type FormMode = 'create' | 'edit';

/** The server's words say it all for a plain refusal; anything else needs ours in front of them. */
function needsOwnWords({ kind, status, serverMessage, fieldErrors }: ApiError): boolean {
  const isPlainRefusal =
    kind === 'refused' && (status === null || ![405, 406, 413, 414, 415].includes(status));
  return !isPlainRefusal || (serverMessage === null && fieldErrors.length === 0);
}

/** What servers say of a refusal without telling more: our words name the role, and “Details” has these. */
const isEcho =
  /^(?:authorization has been denied for this request|access (?:is )?denied|forbidden|unauthorized)\.?$/i;

/**
 * A write that failed, as the form shows it: each message of the server at its field or in the summary, ours in front
 * where the server's alone do not explain what happened. Source: docs/wording.md “What is wrong, and where”.
 * @param lead the outcome in words, e.g. “Nothing was saved.”
 */
export function failureReport(
  error: ApiError,
  values: SectionFormValues,
  mode: FormMode,
  lead: string,
): FailedReport {
  const { title, text, details } = describeError(error);
  const map = serverFieldMap(values, mode);
  const mapped = mapServerErrors(error, map, text);
  if (!needsOwnWords(error)) return { ok: false, lead, details, ...mapped };
  if (error.kind === 'forbidden' && error.role !== null) {
    const request = roleRequestText([error.role]);
    return {
      ok: false,
      lead,
      details: `${request}\n\n${details}`,
      fields: mapped.fields,
      form: [
        { text: `${title}. ${text}`, targetId: '', request: { label: ROLE_REQUEST_LABEL, text: request } },
        ...mapped.form.filter((message) => !isEcho.test(message.text)),
      ],
    };
  }
  // Of all fields only the introduction has no length of its own.
  const own = isTooLarge(error)
    ? {
        text: `${title}. ${text} The introduction has ${sizeText(values.introduction.length)}.`,
        targetId: controlIds.introduction,
      }
    : {
        // It still stands there once somebody has signed in again.
        text:
          error.kind === 'signedOut'
            ? 'Not saved: your session ended. Sign in, then save.'
            : `${title}. ${text}`,
        targetId: map.fallbackId,
      };
  // What our words quote already is not said twice.
  const isSaid = ({ text: said }: { text: string }) =>
    own.text.includes(said) || (error.kind === 'signedOut' && isEcho.test(said));
  const rest = mapped.form.filter((message) => !isSaid(message));
  return { ok: false, lead, details, fields: mapped.fields, form: [own, ...rest] };
}

/** A failed save that has only our words, pointing at the form as a whole. */
export function plainReport(
  lead: string,
  text: string,
  values: SectionFormValues,
  mode: FormMode,
): FailedReport {
  const { fallbackId } = serverFieldMap(values, mode);
  return { ok: false, lead, fields: new Map(), form: [{ text, targetId: fallbackId }] };
}
