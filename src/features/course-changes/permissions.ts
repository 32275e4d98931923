/** Why an action is off, in words; null where it is on. */
export interface Permissions {
  /** Switches and every other update of one section. */
  readonly edit: string | null;
  /** Bulk changes. */
  readonly changeMany: string | null;
  /** What is planned by the whole list. */
  readonly reorder: string | null;
  /** The form of a new section; what its place takes is said there. */
  readonly create: string | null;
  readonly duplicate: string | null;
  readonly remove: string | null;
}

export const UNFINISHED_FIRST = 'First finish, put back or dismiss the change that was not finished.';
/** While a change of the course is waiting or under way. */
export const WAIT_FIRST = 'Wait until the change before it is done, or stop it.';

/** Why something is off that needs these roles; null when none of them is known to be missing. */
const reasonOfMissing = (missingRoles: ReadonlySet<string>, roles: readonly string[]): string | null => {
  const role = roles.find((name) => missingRoles.has(name));
  return role === undefined ? null : `Your account lacks the role ${role}.`;
};

/**
 * What this account may do, as far as refusals have told (docs/api-contract.md 1). Every update reads the full record first.
 * @param isUnfinished a job waits for “Finish”, “Put it back” or “Dismiss”
 * @param isIncomplete sections may be missing in the list
 */
export function permissionsOf(
  missingRoles: ReadonlySet<string>,
  isUnfinished: boolean,
  isIncomplete = false,
): Permissions {
  const incomplete = isIncomplete ? 'The list may be incomplete. Read it again first.' : null;
  const unfinished = isUnfinished ? UNFINISHED_FIRST : null;
  const edit = reasonOfMissing(missingRoles, ['CourseSection-Edit', 'CourseSection-Read']);
  return {
    edit,
    changeMany: edit ?? unfinished,
    reorder: edit ?? unfinished ?? incomplete,
    // The answer names the section; without the role to read it stays unread (docs/api-contract.md 4).
    create: reasonOfMissing(missingRoles, ['CourseSection-Create']),
    duplicate:
      reasonOfMissing(missingRoles, ['CourseSection-Create', 'CourseSection-Read']) ??
      unfinished ??
      incomplete,
    remove: reasonOfMissing(missingRoles, ['CourseSection-Delete']),
  };
}

/** Nothing of a thing can be done, for one reason. */
export const allOff = (reason: string): Permissions => ({
  edit: reason,
  changeMany: reason,
  reorder: reason,
  create: reason,
  duplicate: reason,
  remove: reason,
});

/** What is off for each missing role, to be said once above the list. */
export function missingRoleTexts(missingRoles: ReadonlySet<string>): readonly string[] {
  return Object.entries(effects).flatMap(([role, effect]) =>
    missingRoles.has(role) ? [`${role}: ${effect}`] : [],
  );
}

/** Those of the missing roles that matter here, in the order of what is said of them. */
export const rolesThatMatter = (missingRoles: ReadonlySet<string>): string[] =>
  Object.keys(effects).filter((role) => missingRoles.has(role));

const effects = {
  'CourseSection-Read':
    'you can see this course, but not how its sections open or whether they are active, and you can’t change them.',
  'CourseSection-Edit': 'sections can’t be moved, switched or changed.',
  'CourseSection-Create': 'sections can’t be created or duplicated.',
  'CourseSection-Delete': 'sections can’t be deleted.',
  'CourseLesson-List': 'lessons can’t be counted.',
};
