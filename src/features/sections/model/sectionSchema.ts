import * as z from 'zod/mini';
import type { SectionRecord } from '#/api/sections/sections';
import { isBlank } from '#/lib/text';
import { isInEffect, sectionFields } from './fields';
import { checkImageUrl } from './imageUrl';
import { daysProblem, orderProblem } from './numberProblems';
import {
  type SectionField,
  type SectionFormValues,
  thumbnailChoices,
  toFormValues,
  unlockChoices,
} from './sectionFormValues';
import { titleProblem } from './sectionTitle';

const shape = z.object({
  courseId: z.string(),
  title: z.string(),
  displayOrder: z.string(),
  unlockType: z.enum(unlockChoices),
  unlockAfterDays: z.string(),
  active: z.boolean(),
  introduction: z.string(),
  thumbnail: z.enum(thumbnailChoices),
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
    for (const field of sectionFields) {
      const message = isInEffect(field, payload.value) && rules[field]?.(payload.value, initial);
      if (!message) continue;
      payload.issues.push({ code: 'custom', input: payload.value[field], path: [field], message });
    }
  });
}

/** What is wrong with a field that counts, null for nothing. `initial`: null in a new section. */
type Rule = (values: SectionFormValues, initial: SectionFormValues | null) => string | null;

/** One decision for each field: its rule, or that any value will do. */
const rules: Readonly<Record<SectionField, Rule | null>> = {
  courseId: ({ courseId }, initial) => (!initial && courseId === '' ? 'Choose a course' : null),
  title: ({ title }) => titleProblem(title),
  displayOrder: unlessStored('displayOrder', orderProblem),
  // A stored rule that the form does not know stays until another one is chosen.
  unlockType: ({ unlockType }, initial) =>
    unlockType === '' && initial?.unlockType !== '' ? 'Choose an unlock type' : null,
  unlockAfterDays: unlessStored('unlockAfterDays', daysProblem),
  active: null,
  introduction: null,
  thumbnail: null,
  imageUrl: ({ imageUrl }) => {
    const checked = checkImageUrl(imageUrl);
    return checked.ok ? null : checked.error;
  },
};

function unlessStored(
  field: 'displayOrder' | 'unlockAfterDays',
  problemOf: (text: string) => string | null,
): Rule {
  return (values, initial) => {
    const problem = problemOf(values[field]);
    // What stands there as it is stored goes back as it came; an empty box never does.
    return isBlank(values[field]) || values[field] !== initial?.[field] ? problem : null;
  };
}
