import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { type CourseRecord, matchesTitle } from '#/api/courses';
import { describeError } from '#/api/http/describeError';
import { ApiError } from '#/api/http/errors';
import { Button } from '#/ui/Button';
import { describedBy, Labelled } from '#/ui/Labelled';
import typography from '#/ui/typography.module.css';
import { Combobox } from '#/ui/Combobox';
import { courseTitle, isTitleOf } from '#/features/courses/courseTitle';
import { type CourseBoxProps, CourseNumberBox } from './CourseNumberBox';
import styles from './coursePicker.module.css';
import { courseNoteText, searchStatusText } from './courseOptionText';
import { courseSearchQuery } from './queries';
import { useGivenCourse } from './useGivenCourse';
import { useDebounced } from './useDebounced';

/** More than anyone scrolls through; typing narrows it down. */
const MAX_OPTIONS = 100;

/** A course that is known by its number alone. */
const numbered = (id: string): CourseRecord => ({
  Id: Number(id),
  Title: `Course ${id}`,
  BusinessName: null,
  GroupName: null,
  Visibility: null,
  Active: null,
});

/** A course: searched on the server as one types, or a number where the account may not list courses. */
export function CourseBox(props: CourseBoxProps) {
  const { error } = useQuery(courseSearchQuery(''));
  const isForbidden = error instanceof ApiError && error.kind === 'forbidden';
  return isForbidden ? <CourseNumberBox {...props} /> : <CourseSearchBox {...props} />;
}

function CourseSearchBox({ value, onChange, ...field }: CourseBoxProps) {
  const [firstValue] = useState(value);
  const [picked, setPicked] = useState<CourseRecord | null>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  /** No more is typed into the box: if that is the title of one course, this one is meant. */
  const [isMeant, setIsMeant] = useState(false);

  const wanted = (typed ?? '').trim().replaceAll(/\s+/g, ' ');
  const searched = useDebounced(wanted);
  const search = useQuery(courseSearchQuery(searched));
  const found = search.data ?? [];
  // What was found for an earlier text is shown only as far as it fits the present one.
  const courses = found.filter((course) => matchesTitle(course, wanted)).slice(0, MAX_OPTIONS);

  const given = useGivenCourse(firstValue, () => onChange(''));
  const known = [picked, given.course, ...found].find((course) => String(course?.Id) === value);
  const chosen = value === '' || given.isLoading ? null : (known ?? numbered(value));

  const choose = (course: CourseRecord | null) => {
    setPicked(course);
    setTyped(null);
    setIsOpen(false);
    if (course === null) onChange('');
    else onChange(String(course.Id), course);
  };
  const handleType = (text: string) => {
    setTyped(text);
    setIsMeant(false);
    // The text names no chosen course any more.
    if (value !== '') onChange('');
  };

  const isSearching = search.isFetching || searched !== wanted;
  const called = isSearching || wanted === '' ? [] : found.filter((course) => isTitleOf(course, wanted));
  const meant = isMeant && called.length === 1 ? called[0] : undefined;
  const take = useEffectEvent(choose);
  useEffect(() => {
    // No event to do it in: the search may end after the box was left.
    // oxlint-disable-next-line react/set-state-in-effect
    if (meant) take(meant);
  }, [meant]);

  const isMissing = given.isMissing && value === '' && typed === null;
  const hint = isMissing
    ? `There is no course with the number ${firstValue}. Choose another.`
    : 'Type to search by title.';
  const labelled = { ...field, hint };
  return (
    <Labelled {...labelled}>
      <Combobox
        described={describedBy(labelled)}
        listLabel="Courses"
        placeholder={given.isLoading ? 'Loading…' : ''}
        options={courses}
        keyOf={(course) => course.Id}
        render={(course) => <CourseOption course={course} />}
        chosenKey={chosen?.Id ?? null}
        chosenText={chosen ? courseTitle(chosen) : ''}
        typed={typed}
        onType={handleType}
        onChoose={choose}
        onClear={typed || chosen ? () => choose(null) : null}
        onMean={() => setIsMeant(true)}
        isOpen={isOpen}
        onOpenChange={setIsOpen}
      />
      {search.error && !isSearching ? (
        <SearchFailure error={search.error} onRetry={() => void search.refetch()} />
      ) : (
        <output className={`${typography.note} ${styles.status}`}>
          {searchStatusText({ isOpen, isSearching, text: wanted, count: courses.length })}
        </output>
      )}
    </Labelled>
  );
}

function CourseOption({ course }: { course: CourseRecord }) {
  const note = courseNoteText(course);
  return (
    <>
      <span dir="auto">{courseTitle(course)}</span>{' '}
      {note !== '' && (
        <span className={`${typography.note} ${styles.aside}`} dir="auto">
          {note}
        </span>
      )}
    </>
  );
}

function SearchFailure({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const { title, text } = describeError(error);
  return (
    <div role="alert" className={styles.failure}>
      <p>
        The courses can’t be searched. {title}. {text}
      </p>
      <Button onClick={onRetry}>Search again</Button>
    </div>
  );
}
