import type { SectionRecord } from '../../../api/sections';
import type { EntityForm } from '../../../forms/useEntityForm';
import { useSession } from '../../sign-in/queries';
import type { SectionFormValues } from '../sectionForm';
import type { SectionSave } from '../useSectionSave';
import { EditDrafts } from './EditDrafts';
import { accountKey } from '../recordKeys';

export interface EditDeskProps {
  form: EntityForm<SectionFormValues>;
  base: SectionRecord;
  setBase: (record: SectionRecord) => void;
  save: SectionSave;
}

/** What stands behind an open edit form: its draft, earlier drafts, other tabs, newer versions. */
export function EditDesk(props: EditDeskProps) {
  const session = useSession();
  return 'username' in session ? <EditDrafts {...props} account={accountKey(session.username)} /> : null;
}
