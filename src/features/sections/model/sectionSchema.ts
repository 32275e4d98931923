import * as z from 'zod/mini';
import type { SectionRecord } from '#/api/sections/sections';
import { isBlank } from '#/lib/text';
import { checkImageUrl } from './imageUrl';
import { daysRange, numberOf, orderRange, type Range } from './numberRanges';
import { type SectionField, type SectionFormValues, toFormValues } from './sectionFormValues';

const shape = z.object({
  courseId: z.string(),
  title: z.string(),
  displayOrder: z.string(),
  unlockType: z.enum(['', 'immediate', 'sequential', 'timed']),
  unlockAfterDays: z.string(),
  active: z.boolean(),
  introduction: z.string(),
  thumbnail: z.enum(['keep', 'replace', 'remove']),
  imageUrl: z.string(),
});

/**
 * The rules of the form in the words of docs/wording.md. A number that is as stored is never complained about, even outside
 * the range: it goes back as it came.
 * @param record the record that the form was opened on; null for a new section
 */
export function sectionSchema(record: SectionRecord | null) {
  const initial = record && toFormValues(record);
  return shape.check((payload) => {
    for (const [field, message] of problems(payload.value, initial)) {
      payload.issues.push({ code: 'custom', input: payload.value[field], path: [field], message });
    }
  });
}

function problems(values: SectionFormValues, initial: SectionFormValues | null): [SectionField, string][] {
  const found: [SectionField, string][] = [];
  const number = (field: 'displayOrder' | 'unlockAfterDays', what: string, range: Range) => {
    const text = values[field];
    if (isBlank(text)) found.push([field, `Enter the ${what}`]);
    else if (text !== initial?.[field] && numberOf(text, range) === null) {
      found.push([field, `Enter the ${what} as a whole number from ${range.min} to ${range.max}`]);
    }
  };

  if (!initial && values.courseId === '') found.push(['courseId', 'Choose a course']);
  if (isBlank(values.title)) found.push(['title', 'Enter a title']);
  number('displayOrder', 'display order', orderRange);
  // A stored rule that the form does not know stays until another one is chosen.
  if (values.unlockType === '' && initial?.unlockType !== '')
    found.push(['unlockType', 'Choose an unlock type']);
  if (values.unlockType === 'timed') number('unlockAfterDays', 'number of days', daysRange);
  if (values.thumbnail === 'replace') {
    const checked = checkImageUrl(values.imageUrl);
    if (!checked.ok) found.push(['imageUrl', checked.error]);
  }
  return found;
}
