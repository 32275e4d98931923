/**
 * By role, whether the last call that needs it was refused for want of it, since somebody signed in here. No endpoint tells an
 * account its roles (docs/api-contract.md 1).
 */
export const roleRefusals = new Map<string, boolean>();

/** The roles that this account lacks, as far as refusals have told until now. */
export function refusedRoles(): ReadonlySet<string> {
  return new Set([...roleRefusals].flatMap(([role, isRefused]) => (isRefused ? [role] : [])));
}
