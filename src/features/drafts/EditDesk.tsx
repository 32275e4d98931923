import type { SectionRecord } from '#/api/sections/sections';
import type { EntityForm } from '#/forms/useEntityForm';
import { useSession } from '#/features/sign-in/queries';
import type { SectionFormValues } from '#/features/sections/model/sectionFormValues';
import type { EditSubmit } from '#/features/saving/useEditSubmit';
import { EditFormDrafts } from './EditFormDrafts';
import { accountKey } from '#/features/sections/model/storageKeys';

export interface EditDeskProps {
  form: EntityForm<SectionFormValues>;
  base: SectionRecord;
  setBase: (record: SectionRecord) => void;
  save: EditSubmit;
}

/** What stands behind an open edit form: its draft, earlier drafts, other tabs, newer versions. */
export function EditDesk(props: EditDeskProps) {
  const session = useSession();
  return 'username' in session ? <EditFormDrafts {...props} account={accountKey(session.username)} /> : null;
}
