import type { SectionRecord } from '#/api/sections/sections';
import { RadioGroupField } from '#/forms/RadioGroupField';
import type { EntityForm } from '#/forms/useEntityForm';
import { TextField } from '#/forms/TextField';
import { useFormValue } from '#/forms/useFormValue';
import { LazyPart } from '#/ui/LazyPart';
import { loadFormExtras } from '#/features/section-form/loadFormExtras';
import { type SectionFormValues, toFormValues } from '#/features/sections/model/sectionFormValues';

const loadUnknownRule = async () => (await loadFormExtras()).UnknownRule;

interface UnlockTypeFieldProps {
  form: EntityForm<SectionFormValues>;
  /** null for a new section. */
  record: SectionRecord | null;
}

/** When the section opens; the days belong to Timed. */
export function UnlockTypeField({ form, record }: UnlockTypeFieldProps) {
  const unlockType = useFormValue(form.rhf, 'unlockType');
  const isStoredUnknown = record !== null && toFormValues(record).unlockType === '';
  return (
    <>
      {isStoredUnknown && unlockType === '' && (
        <LazyPart name="What is known of the rule" load={loadUnknownRule} props={{ record }} />
      )}
      <RadioGroupField
        form={form}
        name="unlockType"
        isRequired
        options={[
          { value: 'immediate', title: 'Immediate', hint: 'Opens as soon as a member enrols in the course.' },
          {
            value: 'sequential',
            title: 'Sequential',
            hint: 'Opens once the member has completed the section before it.',
          },
          {
            value: 'timed',
            title: 'Timed',
            hint: 'Opens a number of days after the member enrolled.',
            after: unlockType === 'timed' && (
              <TextField
                isNumber
                form={form}
                name="unlockAfterDays"
                isRequired
                hint="Counted from the day of enrolment."
              />
            ),
          },
        ]}
      />
    </>
  );
}
