/** Every role the sandbox knows: one per entity and operation, named as the vendor's pages name them (docs/api-contract.md 1). */
export const ROLES = [
  'CourseSection-List',
  'CourseSection-Read',
  'CourseSection-Create',
  'CourseSection-Edit',
  'CourseSection-Delete',
  'Course-List',
  'Course-Read',
  'CourseLesson-List',
  'CourseMember-List',
] as const;
export type Role = (typeof ROLES)[number];

export interface Account {
  /** The part of the user name before `+` or `@`. */
  readonly name: string;
  readonly userName: string;
  /** What the account is for, in words for whoever starts the sandbox. */
  readonly purpose: string;
  readonly lacks: readonly Role[];
  readonly needsCode: boolean;
  readonly mustResetPassword: boolean;
}

export const DOMAIN = 'sandbox.test';
/** The one password of every account. */
export const PASSWORD = 'coworking';
/** The authentication code of the two-factor account. */
export const TOTP_CODE = '123456';
export const DEFAULT_WORLD = 'default';

function account(name: string, purpose: string, more: Partial<Account> = {}): Account {
  const userName = `${name}@${DOMAIN}`;
  return { name, userName, purpose, lacks: [], needsCode: false, mustResetPassword: false, ...more };
}

export const ACCOUNTS: readonly Account[] = [
  account('admin', 'full administrator: may do everything'),
  account('colleague', 'a second full administrator, to edit the same records as somebody else'),
  account('two-factor', `full administrator who is asked for an authentication code (${TOTP_CODE})`, {
    needsCode: true,
  }),
  account('must-reset', 'cannot sign in: the password has to be reset on the vendor’s site first', {
    mustResetPassword: true,
  }),
  account('no-list', 'may not list sections', { lacks: ['CourseSection-List'] }),
  account('no-read', 'may list sections, but not open one', { lacks: ['CourseSection-Read'] }),
  account('no-create', 'may not create sections', { lacks: ['CourseSection-Create'] }),
  account('no-edit', 'may open sections, but not save them', { lacks: ['CourseSection-Edit'] }),
  account('no-delete', 'may not delete sections', { lacks: ['CourseSection-Delete'] }),
  account('no-course-list', 'may not list or search courses', { lacks: ['Course-List'] }),
  account('no-course-read', 'may list courses, but not open one', { lacks: ['Course-Read'] }),
  account('no-lesson-list', 'may not list lessons, so no lesson can be counted', {
    lacks: ['CourseLesson-List'],
  }),
  account('no-access', 'can sign in, but has no role at all', { lacks: ROLES }),
];

export interface UserName {
  readonly account: Account;
  readonly world: string;
  /** As it was typed, in lower case: what `UpdatedBy` shows. */
  readonly userName: string;
}

const WORLD_NAME = /^[a-z0-9][a-z0-9_-]{0,63}$/;

/** Whether a text may name a world: it becomes a file name. */
export function isWorldName(text: string): boolean {
  return WORLD_NAME.test(text);
}

/** `admin@sandbox.test` is the account in the default world, `admin+spring@sandbox.test` the same in the world `spring`. */
export function parseUserName(text: string): UserName | null {
  const userName = text.toLowerCase();
  const [local = '', domain, ...rest] = userName.split('@');
  if (domain !== DOMAIN || rest.length > 0) return null;
  const plus = local.indexOf('+');
  const name = plus < 0 ? local : local.slice(0, plus);
  const world = plus < 0 ? DEFAULT_WORLD : local.slice(plus + 1);
  const account = ACCOUNTS.find((candidate) => candidate.name === name);
  return account && isWorldName(world) ? { account, world, userName } : null;
}
