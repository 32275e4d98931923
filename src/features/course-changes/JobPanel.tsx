import { Button } from '#/ui/Button';
import { Notice } from '#/ui/Notice';
import { canFinish, canPutBack, firstTroubled, lostCopy } from './job/job';
import type { Job, JobProgress } from './job/jobTypes';
import { runCommand } from './dispatch';
import { counted, numeral } from '#/lib/format';
import typography from '#/ui/typography.module.css';
import styles from './JobPanel.module.css';
import { dismissAll } from './asked';
import type { Asked } from './askedTypes';
import { HeldText } from './HeldPanel';
import { type Activity, type CourseStore, dismissJob, stopJob } from './courseStore';

export interface JobPanelProps {
  store: CourseStore;
  activity: Activity;
  /** What has waited for it, and is not sent by itself. */
  held: readonly Asked[];
  /** Brings the row of a section to the screen; null where it has none now. */
  showing: (id: number) => (() => void) | null;
  /** Where there are no rows: what stands at them when something did not end well. */
  reasons?: readonly string[];
}

/** The change that is under way, or what is left of one that did not end well. */
export function JobPanel({ store, activity, held, showing, reasons }: JobPanelProps) {
  switch (activity.phase) {
    case 'waiting':
      return (
        <Notice role="status" title={activity.describe}>
          <p>{activity.reason}</p>
        </Notice>
      );
    case 'running':
      return <Running store={store} job={activity.job} progress={activity.progress} />;
    case 'message':
      return (
        <Notice
          tone={activity.tone}
          role="alert"
          title={activity.title}
          actions={<Button onClick={() => dismissJob(store)}>Dismiss</Button>}
        >
          <p dir="auto">{activity.text}</p>
        </Notice>
      );
    case 'ended':
      return <Ended {...{ store, held, showing, reasons }} activity={activity} />;
  }
}

function Running({ store, job, progress }: { store: CourseStore; job: Job; progress: JobProgress }) {
  const { done, total, secondsLeft, isKept } = progress;
  const text = `${numeral(done)} of ${numeral(total)}`;
  return (
    <div className={styles.running}>
      <div className={styles.text}>
        <p className={styles.title}>
          {job.direction === 'back' ? `Putting back: ${job.describe}` : job.describe}
        </p>
        <p className={typography.note}>
          {taskText(job, total)} · {text} · {secondsLeft > 0 ? timeLeftText(secondsLeft) : 'finishing'}
        </p>
        {!isKept && (
          <p className={typography.note}>
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
      <Button onClick={() => stopJob(store)}>Stop</Button>
    </div>
  );
}

function taskText({ task }: Job, total: number): string {
  if (task === 'delete') return `${counted(total, 'section')} to delete`;
  if (task === 'duplicate') return `${counted(total, 'section')} to duplicate`;
  return `${counted(total, 'section')} to write`;
}

const timeLeftText = (seconds: number) =>
  seconds < 90
    ? `about ${counted(seconds, 'second')} left`
    : `about ${counted(Math.round(seconds / 60), 'minute')} left`;

interface EndedProps extends Pick<JobPanelProps, 'store' | 'held' | 'showing'> {
  reasons: JobPanelProps['reasons'];
  activity: Extract<Activity, { phase: 'ended' }>;
}

function Ended({ store, activity, held, showing, reasons }: EndedProps) {
  const { job, end, isChecking = false } = activity;
  const isDone = end === 'completed';
  const title = isDone ? `${job.describe}: not everything was put back` : `Not finished: ${job.describe}`;
  const written = job.steps.filter(
    ({ outcome }) => outcome && ['written', 'unchanged', 'done'].includes(outcome.status),
  );
  const unclear = job.steps.filter(({ outcome }) => outcome?.status === 'unknown').length;
  const late = job.steps.filter((step) => step.outcome?.status === 'failed' && lostCopy(step)).length;
  const troubled = firstTroubled(job);
  const show = troubled ? showing(troubled.id) : null;
  const mayFinish = held.length > 0 || (!isDone && canFinish(job));
  return (
    <Notice
      tone={end === 'failed' ? 'danger' : 'warning'}
      role="alert"
      title={<span dir="auto">{title}</span>}
      actions={
        <>
          {mayFinish && (
            <Button
              variant="primary"
              onClick={() => runCommand(store, (commands) => commands.finish(store, job))}
            >
              Finish
            </Button>
          )}
          {!isDone && canPutBack(job) && (
            <Button onClick={() => runCommand(store, (commands) => commands.putBack(store, job))}>
              Put it back
            </Button>
          )}
          {show && (
            <Button variant={mayFinish ? 'quiet' : 'secondary'} onClick={show}>
              Show the section
            </Button>
          )}
          <Button variant={mayFinish || show ? 'quiet' : 'secondary'} onClick={() => dismissAll(store)}>
            Dismiss
          </Button>
        </>
      }
    >
      <p>
        {numeral(written.length)} of {counted(job.steps.length, 'section')} {verbOf(job)}
        {unclear > 0 && `, ${numeral(unclear)} ${unclear === 1 ? 'is' : 'are'} not confirmed`}.{' '}
        {late > 0 && `${lateText(late)} `}
        {isChecking && 'Checking…'}
        {!isChecking && !reasons && 'The list shows what Nexudus holds now'}
        {!isChecking && !reasons && (end === 'failed' ? '; the reason stands at the section.' : '.')}
      </p>
      {reasons?.map((reason) => (
        <p key={reason} dir="auto">
          {reason}
        </p>
      ))}
      <HeldText held={held} isBesideJob />
    </Notice>
  );
}

const lateText = (count: number) =>
  count === 1
    ? 'A copy that was sent was not found so far and can still arrive: “Finish” looks for it before it sends another.'
    : `${numeral(count)} copies that were sent were not found so far and can still arrive: “Finish” looks for them before it sends others.`;

function verbOf({ task, direction }: Job): string {
  if (task === 'delete') return 'deleted';
  if (task === 'duplicate') return 'duplicated';
  return direction === 'back' ? 'put back' : 'written';
}
