import type { SectionListRow } from '#/api/sections/sections';
import { Button } from '#/ui/Button';
import { Notice } from '#/ui/Notice';
import { TwinList } from '#/features/saving/TwinList';

interface TwinsNoticeProps {
  ids: readonly number[];
  rows: readonly SectionListRow[];
  /** Why nothing can be deleted. */
  disabledReason: string | null;
  onDelete: (id: number) => void;
  onDismiss: () => void;
}

/** A copy that the network delivered more than once (docs/hostile-situations.md 2). */
export function TwinsNotice({ ids, rows, disabledReason, onDelete, onDismiss }: TwinsNoticeProps) {
  const twins = rows.filter(({ Id }) => ids.includes(Id));
  return (
    <Notice
      tone="warning"
      role="alert"
      title="Created twice"
      actions={<Button onClick={onDismiss}>Keep both</Button>}
    >
      <TwinList count={ids.length} twins={twins} disabledReason={disabledReason} onDelete={onDelete} />
    </Notice>
  );
}
