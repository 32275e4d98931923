import type { ReactNode } from 'react';
import type { SectionRecord } from '#/api/sections/sections';
import { SwitchField } from '#/forms/SwitchField';
import type { EntityForm } from '#/forms/useEntityForm';
import { Panel } from '#/ui/Panel';
import type { IndependentField } from '#/features/sections/model/fields';
import type { SectionFormValues } from '#/features/sections/model/sectionFormValues';
import { DisplayOrderField } from './fields/DisplayOrderField';
import { ThumbnailField } from './fields/ThumbnailField';
import { TitleField } from './fields/TitleField';
import { UnlockTypeField } from './fields/UnlockTypeField';
import { IntroductionField } from './introduction/IntroductionField';

interface SectionFieldsProps {
  form: EntityForm<SectionFormValues>;
  /** The course: chosen for a new section, fixed for a stored one. */
  course: ReactNode;
  courseId: number | null;
  /** null for a new section. */
  record: SectionRecord | null;
}

/** All fields of a section, the same for a new and for a stored one. */
export function SectionFields({ form, course, courseId, record }: SectionFieldsProps) {
  const place = { courseId, ownId: record?.Id };
  // A control for each field; a dependent one comes with the field that brings it to the screen.
  const controls: Readonly<Record<IndependentField, ReactNode>> = {
    courseId: course,
    title: <TitleField form={form} {...place} />,
    displayOrder: <DisplayOrderField form={form} {...place} />,
    unlockType: <UnlockTypeField form={form} record={record} />,
    active: (
      <SwitchField
        form={form}
        name="active"
        hint="Members who are enrolled see the section only while it is active."
      />
    ),
    introduction: <IntroductionField form={form} />,
    thumbnail: <ThumbnailField form={form} imageFileName={record?.ImageFileName ?? null} />,
  };
  return (
    <>
      <Panel title="About the section">
        {controls.courseId}
        {controls.title}
      </Panel>
      <Panel title="When members get it">
        {controls.displayOrder}
        {controls.unlockType}
        {controls.active}
      </Panel>
      <Panel title="What introduces it">
        {controls.introduction}
        {controls.thumbnail}
      </Panel>
    </>
  );
}
