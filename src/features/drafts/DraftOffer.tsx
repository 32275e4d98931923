import { type ReactNode, useId, useState } from 'react';
import { ageText } from '#/lib/age';
import { dateTimeText } from '#/lib/format';
import type { StoredDraft } from '#/lib/drafts/draft';
import { Button } from '#/ui/Button';
import { CopyButton } from '#/ui/CopyButton';
import { Details } from '#/ui/Details';
import { Notice } from '#/ui/Notice';
import type { SectionDraft } from './sectionDrafts';
import styles from './drafts.module.css';

interface DraftOfferProps {
  draft: SectionDraft;
  title: string;
  onRestore: () => void;
  restoreLabel?: string;
  onDiscard: () => void;
  /** What differs, and what else there is to know before the choice. */
  children: ReactNode;
}

/** A draft that was found: it is never applied by itself. */
export function DraftOffer({
  draft,
  title,
  onRestore,
  restoreLabel = 'Restore',
  onDiscard,
  children,
}: DraftOfferProps) {
  const id = useId();
  const [now] = useState(() => Date.now());
  return (
    <Notice
      title={<span id={id}>{title}</span>}
      actions={
        <>
          <Button aria-describedby={id} onClick={onRestore}>
            {restoreLabel}
          </Button>
          <Button variant="quiet" aria-describedby={id} onClick={onDiscard}>
            Discard
          </Button>
        </>
      }
    >
      <p>
        Last changed{' '}
        <time dateTime={new Date(draft.savedAt).toISOString()}>{ageText(now - draft.savedAt)}</time>, at{' '}
        {dateTimeText(draft.savedAt)}.
      </p>
      {children}
    </Notice>
  );
}

/** What was saved, and changed by somebody else just after: it is offered back. */
export function OvertakenNotice({
  title,
  isKept,
  children,
  onUse,
  onDismiss,
}: {
  title: string;
  isKept: boolean;
  children: ReactNode;
  onUse: () => void;
  onDismiss: () => void;
}) {
  const id = useId();
  return (
    <Notice
      tone="warning"
      role="status"
      title={
        <span id={id} dir="auto">
          {title}
        </span>
      }
      actions={
        <>
          <Button aria-describedby={id} onClick={onUse}>
            Use mine
          </Button>
          <Button variant="quiet" aria-describedby={id} onClick={onDismiss}>
            Keep what is stored
          </Button>
        </>
      }
    >
      <p>
        Your save arrived. The form shows what is stored now; yours{' '}
        {isKept ? 'is kept as a draft' : 'could not be kept as a draft, and is lost when you leave this page'}
        .
      </p>
      {children}
    </Notice>
  );
}

/** What an app of another version left: its text can be copied, nothing more. */
export function UnreadableDraftNotice({ found, onDiscard }: { found: StoredDraft; onDiscard: () => void }) {
  const text =
    found.kind === 'unreadable' ? found.unreadable.text : JSON.stringify(found.draft.values, null, 2);
  return (
    <Notice
      tone="warning"
      title="A draft that this version of the app cannot read"
      actions={
        <>
          <CopyButton text={text} />
          <Button variant="quiet" onClick={onDiscard}>
            Discard
          </Button>
        </>
      }
    >
      <Details summary="Its text">
        <pre className={styles.plain} dir="auto">
          {text}
        </pre>
      </Details>
    </Notice>
  );
}

/** Says that the button above has done its work, takes the focus over from it, and offers the way back. */
export function Undoable({
  title,
  children,
  onUndo,
}: {
  title: string;
  children?: ReactNode;
  onUndo: () => void;
}) {
  return (
    <Notice
      role="status"
      title={title}
      actions={
        // The button that had the focus is gone.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        <Button autoFocus onClick={onUndo}>
          Undo
        </Button>
      }
    >
      {children}
    </Notice>
  );
}
