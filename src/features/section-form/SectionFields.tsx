import { Fragment, type ReactNode } from 'react';
import type { SectionRecord } from '#/api/sections/sections';
import { SwitchField } from '#/forms/SwitchField';
import type { EntityForm } from '#/forms/useEntityForm';
import { keysOf } from '#/lib/objects';
import { LazyPart } from '#/ui/LazyPart';
import { Panel } from '#/ui/Panel';
import type { IndependentField } from '#/features/sections/model/fields';
import type { SectionFormValues } from '#/features/sections/model/sectionFormValues';
import { DisplayOrderField } from './fields/DisplayOrderField';
import { loadFormExtras } from './loadFormExtras';
import type { OrderQuestion } from './orderQuestion';
import { ThumbnailField } from './fields/ThumbnailField';
import { TitleField } from './fields/TitleField';
import { UnlockTypeField } from './fields/UnlockTypeField';
import { IntroductionField } from './introduction/IntroductionField';

const loadRoomProgress = async () => (await loadFormExtras()).RoomProgress;

const panelTitles = ['About the section', 'When members get it', 'What introduces it'] as const;

interface PlacedControl {
  readonly panel: (typeof panelTitles)[number];
  readonly control: ReactNode;
}

interface SectionFieldsProps {
  form: EntityForm<SectionFormValues>;
  /** The course: chosen for a new section, fixed for a stored one. */
  course: ReactNode;
  courseId: number | null;
  /** null for a new section. */
  record: SectionRecord | null;
  question: OrderQuestion;
}

/** All fields of a section, the same for a new and for a stored one. */
export function SectionFields({ form, course, courseId, record, question }: SectionFieldsProps) {
  const place = { courseId, ownId: record?.Id };
  // Each field in its panel, in the order of the screen; a dependent one comes with the field that brings it there.
  const controls: Readonly<Record<IndependentField, PlacedControl>> = {
    courseId: { panel: 'About the section', control: course },
    title: { panel: 'About the section', control: <TitleField form={form} {...place} /> },
    displayOrder: {
      panel: 'When members get it',
      control: <DisplayOrderField form={form} courseId={courseId} record={record} question={question} />,
    },
    unlockType: { panel: 'When members get it', control: <UnlockTypeField form={form} record={record} /> },
    active: {
      panel: 'When members get it',
      control: (
        <SwitchField
          form={form}
          name="active"
          hint="Members who are enrolled see the section only while it is active."
        />
      ),
    },
    introduction: { panel: 'What introduces it', control: <IntroductionField form={form} /> },
    thumbnail: {
      panel: 'What introduces it',
      control: <ThumbnailField form={form} imageFileName={record?.ImageFileName ?? null} />,
    },
  };
  const panels = panelTitles.map((title) => (
    <Panel key={title} title={title}>
      {keysOf(controls).map((field) => {
        const { panel, control } = controls[field];
        return panel === title && <Fragment key={field}>{control}</Fragment>;
      })}
    </Panel>
  ));
  return (
    <>
      {panels}
      <LazyPart isOptional load={loadRoomProgress} props={{ question }} />
    </>
  );
}
