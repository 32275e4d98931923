import { useLayoutEffect } from 'react';
import { LazyPart } from '#/ui/LazyPart';
import typography from '#/ui/typography.module.css';
import type { DockPanelsProps } from './DockPanels';
import { measureDock } from './measureDock';
import styles from './StatusDock.module.css';

const loadPanels = async () => (await import('./DockPanels')).DockPanels;

/** Laid over the end of the window, so that what comes and goes here moves no row under the pointer. */
export function StatusDock(props: DockPanelsProps) {
  const { dockRef } = props;
  useRoom(dockRef);
  return (
    <div ref={dockRef} role="group" aria-label="Changes" tabIndex={-1} className={styles.dock}>
      <LazyPart
        {...(isEmpty(props) ? { isOptional: true } : { name: 'The bar below the list' })}
        load={loadPanels}
        props={props}
        placeholder={<div data-passing className={typography.hidden} />}
      />
    </div>
  );
}

/** As long as nothing stands there, nobody misses its code. */
function isEmpty({ state, bulk, hasUnshownChanges }: DockPanelsProps): boolean {
  const { activity, asked, twins, elsewhere, status } = state;
  const count = asked.length + twins.length + elsewhere.length;
  return !activity && !bulk && !hasUnshownChanges && !status.text && count === 0;
}

function useRoom(dockRef: DockPanelsProps['dockRef']) {
  useLayoutEffect(() => {
    const dock = dockRef.current;
    if (!dock) return undefined;
    const observer = new ResizeObserver(() => measureDock(dock));
    observer.observe(dock);
    return () => observer.disconnect();
  }, [dockRef]);
}
