import { type ReactNode, type RefObject, useId, useState } from 'react';
import type { CourseRecord } from '#/api/courses';
import { Choice, Filters, FiltersButton, SearchBox } from '#/ui/Filters';
import { choicesInUse, type CourseFilter, optionsOf } from './courseFilter';
import styles from './CoursesToolbar.module.css';

interface CoursesToolbarProps {
  /** All that there are: they say what can be chosen. Undefined until they are known. */
  courses: readonly CourseRecord[] | undefined;
  filter: CourseFilter;
  onFilter: (filter: CourseFilter) => void;
  searchBox: RefObject<HTMLInputElement | null>;
  /** How many are listed. */
  countText: ReactNode;
}

/** The line above the courses: search, filters, how many there are. */
export function CoursesToolbar({ courses, filter, onFilter, searchBox, countText }: CoursesToolbarProps) {
  const [isOpen, setIsOpen] = useState(false);
  const filterId = useId();
  const set = (changes: Partial<CourseFilter>) => onFilter({ ...filter, ...changes });
  const names = { className: styles.names, disabled: !courses };
  // The state first: names that are the same in all courses are no choice and go away.
  const choices = [
    {
      label: 'State',
      value: filter.active,
      options: [
        ['', 'Any'],
        ['yes', 'Active'],
        ['no', 'Inactive'],
      ] as const,
      onChange: (active: string) => set({ active }),
    },
    {
      label: 'Location',
      value: filter.location,
      options: optionsOf(
        courses?.map(({ BusinessName }) => BusinessName),
        filter.location,
        'No location',
      ),
      onChange: (location: string) => set({ location }),
      ...names,
    },
    {
      label: 'Group',
      value: filter.group,
      options: optionsOf(
        courses?.map(({ GroupName }) => GroupName),
        filter.group,
        'No group',
      ),
      onChange: (group: string) => set({ group }),
      ...names,
    },
  ];
  return (
    <div className={styles.bar}>
      <Filters id={filterId} isOpen={isOpen} keepsSearch>
        <SearchBox
          ref={searchBox}
          label="Search courses"
          value={filter.search}
          onChange={(search) => set({ search })}
        />
        {choices.map(
          (choice) => choice.options.length > 0 && <Choice key={choice.label} {...choice} areNames />,
        )}
      </Filters>
      <p role="status" className={styles.count}>
        {countText}
      </p>
      <FiltersButton
        controls={filterId}
        isOpen={isOpen}
        used={choicesInUse(filter)}
        onToggle={() => setIsOpen(!isOpen)}
      />
    </div>
  );
}
