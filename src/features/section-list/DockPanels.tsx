import { type RefObject, useEffectEvent, useLayoutEffect } from 'react';
import { Button } from '#/ui/Button';
import { Notice } from '#/ui/Notice';
import { troubledSteps } from '#/features/course-changes/job/job';
import type { JobPanelProps, ShownList } from '#/features/course-changes/JobPanel';
import { type Activity, setState } from '#/features/course-changes/courseStore';
import { courseSectionsQuery } from '#/features/sections/queries/courseQueries';
import { BulkBar, type BulkBarProps } from './BulkBar';
import { Confirmation } from './Confirmation';
import { CoursePanels } from './CoursePanels';
import { Elsewhere } from './Elsewhere';
import { measureDock } from './measureDock';
import { isFocusNowhere } from './rows/useFocusRestore';
import { TwinsNotices, type TwinsNoticesProps } from './TwinsNotices';

export interface DockPanelsProps extends TwinsNoticesProps {
  /** The server has other rows, or another order, than the list shows. */
  hasUnshownChanges: boolean;
  /** How much of the list is known, apart from that. */
  list: Exclude<ShownList, 'behind'>;
  showing: JobPanelProps['showing'];
  dockRef: RefObject<HTMLDivElement | null>;
  /** null while no row is selected, and where a panel needs the room. */
  bulk: BulkBarProps | null;
}

/** What is said and offered below the list, in a chunk that comes after it. */
export function DockPanels({
  store,
  state,
  hasUnshownChanges,
  list,
  showing,
  dockRef,
  bulk,
  ...twins
}: DockPanelsProps) {
  const show = () => {
    const rows = store.client.getQueryData(courseSectionsQuery(store.courseId).queryKey)?.rows;
    setState(store, { displayedOrder: rows?.map(({ Id }) => Id) ?? null });
  };
  useTroubleShown(dockRef, state.activity, showing);
  return (
    <>
      <Confirmation {...{ store, state }} onShow={(id) => showing(id)?.()} />
      {hasUnshownChanges && (
        <Notice
          role="status"
          title="The list has changed meanwhile"
          actions={<Button onClick={show}>Show the new list</Button>}
        />
      )}
      <CoursePanels {...{ store, state, showing }} list={hasUnshownChanges ? 'behind' : list} />
      {state.elsewhere.map((courseId) => (
        <Elsewhere key={courseId} here={store} {...{ courseId, showing }} />
      ))}
      <TwinsNotices {...{ store, state, ...twins }} />
      {bulk && <BulkBar {...bulk} />}
    </>
  );
}

/** Scrolls to the row that says what went wrong, for whoever is at work in the dock: the panel may lie over it. */
function useTroubleShown(
  dockRef: DockPanelsProps['dockRef'],
  activity: Activity | null,
  showing: JobPanelProps['showing'],
) {
  const show = useEffectEvent((id: number) => showing(id)?.());
  useLayoutEffect(() => {
    const dock = dockRef.current;
    // The bar of the selected rows gives way to the panel, with the button that was pressed.
    const isAtWork = dock?.contains(document.activeElement) === true || isFocusNowhere();
    if (activity?.phase !== 'ended' || !dock || !isAtWork) return;
    const [troubled] = troubledSteps(activity.job);
    measureDock(dock);
    if (troubled) show(troubled.id);
  }, [activity, dockRef]);
}
