import { useSyncExternalStore } from 'react';
import { Button } from '#/ui/Button';
import { Notice } from '#/ui/Notice';
import { areAllCopied, canFinish, canPutBack, lostCopy, troubledSteps } from './job/job';
import type { Job, JobProgress, JobStep } from './job/jobTypes';
import { runCommand } from './dispatch';
import { counted, numeral } from '#/lib/format';
import typography from '#/ui/typography.module.css';
import styles from './JobPanel.module.css';
import { dismissAll } from './asked';
import type { Asked } from './askedTypes';
import { HeldText, namesOf } from './HeldPanel';
import { type Activity, type CourseStore, dismissJob, stopJob } from './courseStore';
import { useWait } from './useWait';

/** What a list beside the panel shows. */
export type ShownList = keyof typeof listTexts;

const listTexts = {
  now: 'The list shows what Nexudus holds now.',
  unread: 'The list could not be read again, so it may not show what Nexudus holds now.',
  incomplete: 'The list may be incomplete.',
  /** A notice offers the new one. */
  behind: '',
};

/** More reasons than these would fill a small screen. */
const MAX_REASONS = 3;

export interface JobPanelProps {
  store: CourseStore;
  activity: Activity;
  /** What has waited for it, and is not sent by itself. */
  held: readonly Asked[];
  /** Brings the row of a section to the screen; null where it has none now. */
  showing: (id: number) => (() => void) | null;
  /** Left out where no list is beside it. */
  list?: ShownList;
}

/** The change that is under way, or what is left of one that did not end well. */
export function JobPanel({ store, activity, held, showing, list }: JobPanelProps) {
  switch (activity.phase) {
    case 'waiting':
      return (
        <Notice role="status" title={activity.describe}>
          <p>{activity.reason}</p>
          <Waiting store={store} besides={activity.describe} />
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
      return <Ended {...{ store, held, showing, ...(list && { list }) }} activity={activity} />;
  }
}

function Running({ store, job, progress }: { store: CourseStore; job: Job; progress: JobProgress }) {
  const { done, total, secondsLeft, isKept } = progress;
  const text = `${numeral(done)} of ${numeral(total)}`;
  const whenOver = store.stop?.signal.aborted ? 'stopping' : timeLeftText(secondsLeft);
  return (
    <div className={styles.running}>
      <div className={styles.text}>
        <p className={styles.title}>
          {job.direction === 'back' ? `Putting back: ${job.describe}` : job.describe}
        </p>
        <p className={typography.note}>
          {taskText(job, total)} · {text} · {whenOver}
        </p>
        {!isKept && (
          <p className={typography.note}>This browser can’t keep it: leave the page open until it is done.</p>
        )}
        <Waiting store={store} />
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

/** What was asked for and has its turn later. */
function Waiting({ store, besides }: { store: CourseStore; besides?: string }) {
  const { asked } = useSyncExternalStore(store.state.subscribe, store.state.getSnapshot);
  const waiting = asked.filter(({ status, describe }) => status === 'queued' && describe !== besides);
  if (waiting.length === 0) return null;
  return (
    <p role="status" dir="auto" className={typography.note}>
      {counted(waiting.length, 'change')} {waiting.length === 1 ? 'is' : 'are'} waiting: {namesOf(waiting)}.
    </p>
  );
}

function taskText({ task, goal }: Job, total: number): string {
  if (task === 'delete') return `${counted(total, 'section')} to delete`;
  if (task === 'duplicate') return `${counted(total, 'section')} to ${goal?.across ? 'copy' : 'duplicate'}`;
  return `${counted(total, 'section')} to change`;
}

function timeLeftText(seconds: number): string {
  if (seconds <= 0) return 'finishing';
  return `about ${seconds < 90 ? counted(seconds, 'second') : counted(Math.round(seconds / 60), 'minute')} left`;
}

interface EndedProps extends Pick<JobPanelProps, 'store' | 'held' | 'showing' | 'list'> {
  activity: Extract<Activity, { phase: 'ended' }>;
}

function Ended({ store, activity, held, showing, list }: EndedProps) {
  const { job, end, isChecking = false, refusal } = activity;
  const wait = useWait(store);
  const isDone = end === 'completed';
  const title = isDone ? `${job.describe}: not everything was put back` : `Not finished: ${job.describe}`;
  const written = job.steps.filter(
    ({ outcome }) => outcome && ['written', 'unchanged', 'done'].includes(outcome.status),
  );
  const unclear = job.steps.filter(({ outcome }) => outcome?.status === 'unknown').length;
  const late = job.steps.filter((step) => step.outcome?.status === 'failed' && lostCopy(step)).length;
  const [troubled] = troubledSteps(job);
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
              disabledReason={wait}
              onClick={() => runCommand(store, (commands) => commands.finish(store, job))}
            >
              Finish
            </Button>
          )}
          {!isDone && canPutBack(job) && (
            <Button
              disabledReason={wait}
              onClick={() => runCommand(store, (commands) => commands.putBack(store, job))}
            >
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
      {refusal !== undefined && <p dir="auto">{refusal}</p>}
      <p>
        {numeral(written.length)} of {counted(job.steps.length, 'section')} {verbOf(job)}
        {unclear > 0 && `, ${numeral(unclear)} ${unclear === 1 ? 'is' : 'are'} not confirmed`}.{' '}
        {late > 0 && `${lateText(late)} `}
        {isChecking ? 'Checking…' : list && listTexts[list]}
      </p>
      {areAllCopied(job) && (
        <p>
          All copies are made. What is left is their places: “Finish” puts{' '}
          {job.goal ? 'them there' : 'each right after its original'}.
        </p>
      )}
      <Reasons {...{ store, job, showing }} />
      <HeldText held={held} isBesideJob />
    </Notice>
  );
}

const lateText = (count: number) =>
  count === 1
    ? 'A copy that was sent was not found so far and can still arrive: “Finish” looks for it before it sends another.'
    : `${numeral(count)} copies that were sent were not found so far and can still arrive: “Finish” looks for them before it sends others.`;

type ReasonsProps = Pick<JobPanelProps, 'store' | 'showing'> & { job: Job };

/** Leads to the row, where there is one on the screen. */
function Title({ title, show }: { title: string; show: (() => void) | null }) {
  const words = <bdi>“{title}”</bdi>;
  if (!show) return words;
  return (
    <button type="button" className={styles.show} onClick={show}>
      {words}
    </button>
  );
}

/** Why sections are not as they were asked for: what stands at their rows, which may be far away. */
function Reasons({ store, job, showing }: ReasonsProps) {
  const rows = useSyncExternalStore(store.state.subscribe, () => store.state.getSnapshot().rows);
  const noteOf = ({ id }: JobStep) => rows.get(id)?.note?.text;
  const explained = troubledSteps(job).filter((step) => noteOf(step) !== undefined);
  const more = explained.length - MAX_REASONS;
  return (
    <>
      {explained.slice(0, MAX_REASONS).map((step) => (
        <p key={step.id}>
          <Title title={step.describe} show={showing(step.id)} />: <bdi>{noteOf(step)}</bdi>
        </p>
      ))}
      {more > 0 && <p>And {numeral(more)} more.</p>}
    </>
  );
}

function verbOf({ task, direction, goal }: Job): string {
  if (task === 'delete') return 'deleted';
  if (task === 'duplicate') return goal?.across ? 'copied' : 'duplicated';
  return direction === 'back' ? 'put back' : 'changed';
}
