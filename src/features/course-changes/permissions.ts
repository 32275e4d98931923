/** Why an action is off, in words; null where it is on. */
export interface Limits {
  /** Switches and every other update of one section. */
  readonly edit: string | null;
  /** Moves and bulk changes. */
  readonly run: string | null;
  readonly create: string | null;
  readonly remove: string | null;
}

const missing = (lacking: ReadonlySet<string>, roles: readonly string[]) => {
  const role = roles.find((name) => lacking.has(name));
  return role === undefined ? null : `Your account lacks the role ${role}.`;
};

/**
 * What this account may do, as far as refusals have told (contract.md 1). Every update reads the full record first.
 * @param isUnfinished a run waits for “Finish”, “Put it back” or “Dismiss”
 */
export function limitsOf(lacking: ReadonlySet<string>, isUnfinished: boolean): Limits {
  const unfinished = isUnfinished
    ? 'First finish, put back or dismiss the change that was not finished.'
    : null;
  const edit = missing(lacking, ['CourseSection-Edit', 'CourseSection-Read']);
  return {
    edit,
    run: edit ?? unfinished,
    create: missing(lacking, ['CourseSection-Create', 'CourseSection-Read']) ?? unfinished,
    remove: missing(lacking, ['CourseSection-Delete']),
  };
}

/** What is off for each missing role, to be said once above the list. */
export function limitWords(lacking: ReadonlySet<string>): readonly string[] {
  return Object.entries(effects).flatMap(([role, effect]) =>
    lacking.has(role) ? [`${role}: ${effect}`] : [],
  );
}

const effects = {
  'CourseSection-Read': 'unlock rules can’t be read, and sections can’t be changed.',
  'CourseSection-Edit': 'sections can’t be moved, switched or changed.',
  'CourseSection-Create': 'sections can’t be duplicated.',
  'CourseSection-Delete': 'sections can’t be deleted.',
  'CourseLesson-List': 'lessons can’t be counted.',
};
