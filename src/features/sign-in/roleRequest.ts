import { listText } from '#/lib/format';

/** What to send to the one who can add these roles. @param roles at least one */
export function roleRequestText(roles: readonly string[]): string {
  const [what, them] = roles.length === 1 ? ['the role', 'it'] : ['the roles', 'them'];
  return `To work on course sections, my Nexudus account needs ${what} ${listText(roles)}. Could you please add ${them}?`;
}

/** What the button says that copies it. */
export const ROLE_REQUEST_LABEL = 'Copy a message to your administrator';
