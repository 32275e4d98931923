import { Button } from '#/ui/Button';
import { Notice } from '#/ui/Notice';
import { canFinish, canPutBack } from './job/job';
import type { Run, RunProgress } from './job/jobTypes';
import { dismiss, stopWork, withEngine } from './dispatch';
import { counted, numeral } from '#/features/section-list/sectionView';
import styles from '#/features/section-list/tools.module.css';
import type { Activity, Work } from './courseStore';

export interface RunPanelProps {
  work: Work;
  activity: Activity;
  /** Brings the row of a section to the screen; null where it has none now. */
  showing: (id: number) => (() => void) | null;
}

/** The change that is under way, or what is left of one that did not end well. */
export function RunPanel({ work, activity, showing }: RunPanelProps) {
  switch (activity.phase) {
    case 'waiting':
      return (
        <Notice role="status" title={activity.describe}>
          <p>{activity.reason}</p>
        </Notice>
      );
    case 'running':
      return <Running work={work} run={activity.run} progress={activity.progress} />;
    case 'message':
      return (
        <Notice
          tone={activity.tone}
          role="alert"
          title={activity.title}
          actions={<Button onClick={() => dismiss(work)}>Dismiss</Button>}
        >
          <p dir="auto">{activity.text}</p>
        </Notice>
      );
    case 'ended':
      return <Ended {...{ work, showing }} run={activity.run} end={activity.end} />;
  }
}

function Running({ work, run, progress }: { work: Work; run: Run; progress: RunProgress }) {
  const { done, total, secondsLeft, isKept } = progress;
  const text = `${numeral(done)} of ${numeral(total)}`;
  return (
    <div className={styles.running}>
      <div className={styles.runWords}>
        <p className={styles.runTitle} dir="auto">
          {run.direction === 'back' ? `Putting back: ${run.describe}` : run.describe}
        </p>
        <p className={styles.hint}>
          {wordsOf(run, total)} · {text} · {secondsLeft > 0 ? leftWords(secondsLeft) : 'finishing'}
        </p>
        {!isKept && (
          <p className={styles.hint}>
            This browser keeps no record of it: leave the page open until it is done.
          </p>
        )}
      </div>
      <progress
        aria-label="Progress"
        aria-valuetext={text}
        value={done}
        max={total}
        className={styles.progress}
      />
      <Button onClick={() => stopWork(work)}>Stop</Button>
    </div>
  );
}

function wordsOf({ task }: Run, total: number): string {
  if (task === 'delete') return `${counted(total, 'section')} to delete`;
  if (task === 'duplicate') return `${counted(total, 'section')} to duplicate`;
  return `${counted(total, 'section')} to write`;
}

const leftWords = (seconds: number) =>
  seconds < 90
    ? `about ${counted(seconds, 'second')} left`
    : `about ${counted(Math.round(seconds / 60), 'minute')} left`;

interface EndedProps extends Pick<RunPanelProps, 'work' | 'showing'> {
  run: Run;
  end: 'completed' | 'stopped' | 'failed';
}

const troubles = ['failed', 'unknown', 'changedSince'];

function Ended({ work, run, end, showing }: EndedProps) {
  const isDone = end === 'completed';
  const title = isDone ? `${run.describe}: not everything was put back` : `Not finished: ${run.describe}`;
  const written = run.steps.filter(
    ({ outcome }) => outcome && ['written', 'unchanged', 'done'].includes(outcome.status),
  );
  const troubled = run.steps.find(({ outcome }) => outcome && troubles.includes(outcome.status));
  const show = troubled ? showing(troubled.id) : null;
  return (
    <Notice
      tone={end === 'failed' ? 'danger' : 'warning'}
      role="alert"
      title={<span dir="auto">{title}</span>}
      actions={
        <>
          {!isDone && canFinish(run) && (
            <Button variant="primary" onClick={() => withEngine(work, (engine) => engine.finish(work, run))}>
              Finish
            </Button>
          )}
          {!isDone && canPutBack(run) && (
            <Button onClick={() => withEngine(work, (engine) => engine.putBack(work, run))}>
              Put it back
            </Button>
          )}
          {show && (
            <Button variant="quiet" onClick={show}>
              Show the section
            </Button>
          )}
          <Button variant="quiet" onClick={() => dismiss(work)}>
            Dismiss
          </Button>
        </>
      }
    >
      <p>
        {numeral(written.length)} of {counted(run.steps.length, 'section')} {verbOf(run)}. The list shows what
        Nexudus holds now
        {end === 'failed' && '; the reason stands at the section'}.
      </p>
    </Notice>
  );
}

function verbOf({ task, direction }: Run): string {
  if (task === 'delete') return 'deleted';
  if (task === 'duplicate') return 'duplicated';
  return direction === 'back' ? 'put back' : 'written';
}
