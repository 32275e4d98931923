import { type ReactNode, type RefObject, useEffectEvent, useLayoutEffect } from 'react';
import { Button } from '#/ui/Button';
import { Notice } from '#/ui/Notice';
import { isWorking } from '#/features/course-changes/askedTypes';
import { HeldPanel } from '#/features/course-changes/HeldPanel';
import { troubledSteps } from '#/features/course-changes/job/job';
import { JobPanel, type JobPanelProps, type ShownList } from '#/features/course-changes/JobPanel';
import { isFocusNowhere } from './rows/useFocusRestore';
import { Confirmation } from './Confirmation';
import styles from './StatusDock.module.css';
import {
  type Activity,
  setState,
  type CourseStore,
  type CourseState,
} from '#/features/course-changes/courseStore';
import { courseSectionsQuery } from '#/features/sections/queries/courseQueries';

interface StatusDockProps {
  store: CourseStore;
  state: CourseState;
  /** The server has other rows, or another order, than the list shows. */
  hasUnshownChanges: boolean;
  /** How much of the list is known, apart from that. */
  list: Exclude<ShownList, 'behind'>;
  showing: JobPanelProps['showing'];
  dockRef: RefObject<HTMLDivElement | null>;
  children: ReactNode;
}

/** Laid over the end of the window, so that what comes and goes here moves no row under the pointer. */
export function StatusDock({
  store,
  state,
  hasUnshownChanges,
  list,
  showing,
  dockRef,
  children,
}: StatusDockProps) {
  const { activity, asked, isSaving } = state;
  const held = asked.filter((one) => !isWorking(one));
  const isAlone = activity === null || activity.phase === 'message';
  const show = () => {
    const rows = store.client.getQueryData(courseSectionsQuery(store.courseId).queryKey)?.rows;
    setState(store, { displayedOrder: rows?.map(({ Id }) => Id) ?? null });
  };
  useRoom(dockRef);
  useTroubleShown(dockRef, activity, showing);
  return (
    <div ref={dockRef} role="group" aria-label="Changes" tabIndex={-1} className={styles.dock}>
      <Confirmation {...{ store, state }} onShow={(id) => showing(id)?.()} />
      {hasUnshownChanges && (
        <Notice
          role="status"
          title="The list has changed meanwhile"
          actions={<Button onClick={show}>Show the new list</Button>}
        />
      )}
      {isSaving && !activity && <p className={styles.saving}>Saving the change…</p>}
      {activity && (
        <JobPanel {...{ store, activity, held, showing }} list={hasUnshownChanges ? 'behind' : list} />
      )}
      {isAlone && held.length > 0 && <HeldPanel {...{ store, held }} />}
      {children}
    </div>
  );
}

const measure = (dock: HTMLElement) =>
  document.documentElement.style.setProperty('--dock', `${dock.offsetHeight}px`);

/** Tells the style sheet how much of the window the dock takes: nothing that is scrolled to lies under it. */
function useRoom(dockRef: StatusDockProps['dockRef']) {
  useLayoutEffect(() => {
    const dock = dockRef.current;
    if (!dock) return undefined;
    const observer = new ResizeObserver(() => measure(dock));
    observer.observe(dock);
    return () => observer.disconnect();
  }, [dockRef]);
}

/** Scrolls to the row that says what went wrong, for whoever is at work in the dock: the panel may lie over it. */
function useTroubleShown(
  dockRef: StatusDockProps['dockRef'],
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
    measure(dock);
    if (troubled) show(troubled.id);
  }, [activity, dockRef]);
}
