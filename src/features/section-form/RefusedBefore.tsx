import { ROLE_REQUEST_LABEL, roleRequestText } from '#/features/sign-in/roleRequest';
import { useRolesRefusedBefore } from '#/features/sign-in/useRefusedRoles';
import { CopyButton } from '#/ui/CopyButton';
import { Details } from '#/ui/Details';
import { Notice } from '#/ui/Notice';

const ROLE = 'CourseSection-Create';

/** What an earlier refusal has told, before anything is filled in; that of this form stands in its summary. */
export function RefusedBefore() {
  if (!useRolesRefusedBefore().has(ROLE)) return null;
  const request = roleRequestText([ROLE]);
  return (
    <Notice
      tone="warning"
      title={`Your account lacks the role ${ROLE}`}
      actions={<CopyButton text={request} label={ROLE_REQUEST_LABEL} />}
    >
      <p>
        Nexudus refused to create a section, and is likely to refuse this one. Ask an administrator of your
        space to add the role: “Create section” asks again.
      </p>
      <Details summary="Details">{request}</Details>
    </Notice>
  );
}
