import { useRolesRefusedBefore } from '#/features/sign-in/useRefusedRoles';
import { Notice } from '#/ui/Notice';

/** What an earlier refusal has told, before anything is filled in; that of this form stands in its summary. */
export function RefusedBefore() {
  if (!useRolesRefusedBefore().has('CourseSection-Create')) return null;
  return (
    <Notice tone="warning" title="Your account lacks the role CourseSection-Create">
      <p>
        Nexudus refused to create a section, and is likely to refuse this one. Ask an administrator of your
        space to add the role: “Create section” asks again.
      </p>
    </Notice>
  );
}
