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
import { loadExtra } from './loadFormExtras';
import type { OrderQuestion } from './orderQuestion';
import { ThumbnailField } from './fields/ThumbnailField';
import { TitleField } from './fields/TitleField';
import { UnlockTypeField } from './fields/UnlockTypeField';
import { IntroductionField } from './introduction/IntroductionField';
import styles from './SectionFields.module.css';

const loadRoomProgress = loadExtra('RoomProgress');

const groups = ['', 'Availability', 'Introduction and image'] as const;

interface PlacedControl {
  /** Its heading; '' for what needs none. */
  readonly group: (typeof groups)[number];
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
  // Each field in its group, in the order of the screen; a dependent one comes with the field that brings it there.
  const controls: Readonly<Record<IndependentField, PlacedControl>> = {
    courseId: { group: '', control: course },
    title: { group: '', control: <TitleField form={form} {...place} /> },
    displayOrder: {
      group: '',
      control: <DisplayOrderField form={form} courseId={courseId} record={record} question={question} />,
    },
    unlockType: { group: 'Availability', control: <UnlockTypeField form={form} record={record} /> },
    active: {
      group: 'Availability',
      control: (
        <SwitchField
          form={form}
          name="active"
          hint="Members who are enrolled see the section only while it is active."
        />
      ),
    },
    introduction: { group: 'Introduction and image', control: <IntroductionField form={form} /> },
    thumbnail: {
      group: 'Introduction and image',
      control: <ThumbnailField form={form} imageFileName={record?.ImageFileName ?? null} />,
    },
  };
  return (
    <>
      <Panel>
        {groups.map((title) => (
          <div key={title} className={styles.group}>
            {title && <h2>{title}</h2>}
            {keysOf(controls).map((field) => {
              const { group, control } = controls[field];
              return group === title && <Fragment key={field}>{control}</Fragment>;
            })}
          </div>
        ))}
      </Panel>
      <LazyPart isOptional load={loadRoomProgress} props={{ question }} />
    </>
  );
}
