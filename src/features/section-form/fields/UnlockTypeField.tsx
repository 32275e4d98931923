import { useWatch } from 'react-hook-form';
import { RadioGroupField } from '#/forms/RadioGroupField';
import { SwitchField } from '#/forms/SwitchField';
import type { EntityForm } from '#/forms/useEntityForm';
import { WholeNumberField } from '#/forms/WholeNumberField';
import { Notice } from '#/ui/Notice';
import { CourseHint } from './CourseHint';
import { loadFormExtras } from '#/features/section-form/loadFormExtras';
import type { SectionFormValues } from '#/features/sections/model/sectionFormValues';

interface OpeningFieldsProps {
  form: EntityForm<SectionFormValues>;
  /** For the hint of the order; null while it is not known. */
  courseId: number | null;
  ownId?: number;
  /** The stored unlock type when it is none that we know. */
  unknownUnlockType?: string | null;
}

const loadOrderHint = async () => (await loadFormExtras()).OrderHint;

/** Where the section stands, when it opens, and whether members see it at all. */
export function UnlockFields({ form, courseId, ownId, unknownUnlockType }: OpeningFieldsProps) {
  const { control } = form.rhf;
  const unlockType = useWatch({ control, name: 'unlockType' });

  return (
    <>
      <WholeNumberField
        form={form}
        name="displayOrder"
        isRequired
        hint={
          <CourseHint
            load={loadOrderHint}
            control={control}
            courseId={courseId}
            ownId={ownId}
            plain="A whole number. Sections with lower numbers come first."
          />
        }
      />
      {unknownUnlockType && unlockType === '' && (
        <Notice tone="warning" title={`Unknown unlock rule (${unknownUnlockType})`}>
          <p>
            This section has a rule that this app does not know. Saving leaves it as it is unless you choose
            one.
          </p>
        </Notice>
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
              <WholeNumberField
                form={form}
                name="unlockAfterDays"
                isRequired
                hint="Counted from the day of enrolment."
              />
            ),
          },
        ]}
      />
      <SwitchField
        form={form}
        name="active"
        hint="Members who are enrolled see the section only while it is active."
      />
    </>
  );
}
