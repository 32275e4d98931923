import { changedFields } from '#/forms/formValues';
import { pick } from '#/lib/objects';
import { isInEffect, revealedBy } from './fields';
import type { SectionFormValues } from './sectionFormValues';

/**
 * What was stored, and on top of it what was typed since it was sent, each with the choice beside which it counts: an
 * address that was typed anew is another image, though the one that was sent is stored and counts as kept.
 * @param sent the values at the moment of the submit
 * @param stored the values as the server has them now
 */
export function rebaseSection(
  current: SectionFormValues,
  sent: SectionFormValues,
  stored: SectionFormValues,
): SectionFormValues {
  const typed = changedFields(sent, current);
  const deciding = typed.flatMap((field) => (isInEffect(field, current) ? (revealedBy[field] ?? []) : []));
  return { ...stored, ...pick(current, [...typed, ...deciding]) };
}
