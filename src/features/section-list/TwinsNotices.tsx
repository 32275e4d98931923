import type { SectionListRow } from '#/api/sections/sections';
import { Button } from '#/ui/Button';
import { Notice } from '#/ui/Notice';
import { type CourseState, type CourseStore, setState } from '#/features/course-changes/courseStore';
import { TwinList } from '#/features/saving/TwinList';

export interface TwinsNoticesProps {
  store: CourseStore;
  state: CourseState;
  rows: readonly SectionListRow[];
  /** Why nothing can be deleted. */
  disabledReason: string | null;
  onDelete: (id: number) => void;
}

/** Copies that the network delivered more than once (docs/hostile-situations.md 2). */
export function TwinsNotices({ store, state, rows, disabledReason, onDelete }: TwinsNoticesProps) {
  return state.twins.map((ids) => {
    const twins = rows.filter(({ Id }) => ids.includes(Id));
    // One twin alone is an ordinary section.
    if (twins.length < 2) return null;
    const keep = () => setState(store, { twins: state.twins.filter((other) => other !== ids) });
    return (
      <Notice
        key={ids.join()}
        tone="warning"
        role="alert"
        title="Created twice"
        actions={<Button onClick={keep}>Keep both</Button>}
      >
        <TwinList count={ids.length} twins={twins} disabledReason={disabledReason} onDelete={onDelete} />
      </Notice>
    );
  });
}
