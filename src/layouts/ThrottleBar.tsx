import { useEffect, useState, useSyncExternalStore } from 'react';
import { throttleStore } from '#/api/http/throttle';
import { Button } from '#/ui/Button';
import styles from './bars.module.css';

/** The countdown while Nexudus lets us wait. */
export function ThrottleBar() {
  const wait = useSyncExternalStore(throttleStore.subscribe, throttleStore.getSnapshot);
  return (
    <div role="status" className={wait ? styles.bar : undefined}>
      {wait && (
        <>
          <p>
            Nexudus asked us to wait. <Countdown key={wait.until} until={wait.until} />
          </p>
          <Button onClick={() => wait.cancel()}>Cancel</Button>
        </>
      )}
    </div>
  );
}

const secondsLeft = (until: number) => Math.max(1, Math.ceil((until - performance.now()) / 1000));

/** Announced once with the bar, then counted in silence. */
function Countdown({ until }: { until: number }) {
  const [seconds, setSeconds] = useState(() => secondsLeft(until));
  useEffect(() => {
    const timer = setInterval(() => setSeconds(secondsLeft(until)), 250);
    return () => clearInterval(timer);
  }, [until]);
  return <span aria-live="off">Trying again in {seconds} s</span>;
}
