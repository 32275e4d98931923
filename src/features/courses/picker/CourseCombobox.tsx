import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import type { CourseRecord } from '#/api/courses';
import input from '#/ui/input.module.css';
import styles from './coursePicker.module.css';
import { CourseOptions } from './CourseOptions';
import { isComposing } from '#/lib/isComposing';
import { courseTitle } from '#/features/courses/courseTitle';
import { nextIndex } from './nextIndex';

interface CourseComboboxProps {
  /** Id, hint and messages of the text box. */
  described: { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined };
  placeholder: string;
  courses: readonly CourseRecord[];
  chosen: CourseRecord | null;
  /** What was typed since the last choice; null when nothing was. */
  typed: string | null;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onType: (text: string) => void;
  onChoose: (course: CourseRecord) => void;
  onClear: () => void;
  /** What is typed is meant as it stands: Enter, or the box was left. */
  onMean: () => void;
}

/**
 * The ARIA combobox with list autocomplete and manual selection: Enter and a click choose; what is typed and meant may
 * be the title of one. What it lists and what is chosen come from outside.
 */
export function CourseCombobox(props: CourseComboboxProps) {
  const { courses, chosen, typed, isOpen, onOpenChange } = props;
  const listId = useId();
  const optionId = (course: CourseRecord) => `${listId}-${course.Id}`;
  const text = typed ?? (chosen ? courseTitle(chosen) : '');

  // By id: the list may change under the mark while the search goes on.
  const [activeId, setActiveId] = useState<number | null>(null);
  const activeIndex = isOpen ? courses.findIndex((course) => course.Id === activeId) : -1;
  const active = courses[activeIndex];
  const activeOption = active ? optionId(active) : undefined;
  useEffect(() => {
    if (activeOption) document.getElementById(activeOption)?.scrollIntoView({ block: 'nearest' });
  }, [activeOption]);

  const setOpen = (open: boolean) => {
    setActiveId(null);
    onOpenChange(open);
  };
  const choose = (course: CourseRecord) => {
    setOpen(false);
    props.onChoose(course);
  };
  /** @returns whether the key was for the list */
  const takeKey = (key: string): boolean => {
    if (key === 'Enter' && (isOpen || typed)) {
      if (active) choose(active);
      else props.onMean();
    } else if (key === 'Escape' && isOpen) setOpen(false);
    else if (key === 'Escape' && text !== '') props.onClear();
    else {
      const next = nextIndex(key, activeIndex, courses.length);
      if (next === null) return false;
      onOpenChange(true);
      setActiveId(courses[next]?.Id ?? null);
    }
    return true;
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!takeKey(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={styles.combobox}>
      <input
        {...props.described}
        type="text"
        role="combobox"
        aria-autocomplete="list"
        aria-controls={listId}
        // An empty list is not shown; a status says why.
        aria-expanded={isOpen && courses.length > 0}
        aria-activedescendant={activeOption}
        aria-required
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        className={`${input.input} ${input.opens}`}
        placeholder={props.placeholder}
        value={text}
        onChange={(change) => {
          props.onType(change.target.value);
          setOpen(true);
        }}
        onClick={() => onOpenChange(true)}
        onKeyDown={handleKeyDown}
        onBlur={() => {
          setOpen(false);
          props.onMean();
        }}
      />
      <CourseOptions
        id={listId}
        optionId={optionId}
        courses={isOpen ? courses : []}
        chosen={chosen}
        active={active}
        onMark={(course) => setActiveId(course.Id)}
        onChoose={choose}
      />
    </div>
  );
}
