import { useEffect, useEffectEvent, useState } from 'react';
import type { EntityForm } from '#/forms/useEntityForm';
import { Button } from '#/ui/Button';
import { Notice } from '#/ui/Notice';
import type { SectionFormValues } from '#/features/sections/model/sectionFormValues';
import styles from './introduction.module.css';
import { cleanWordMarkup, hasWordMarkup, leavesWordMarkup } from './wordMarkup';

/** How long the typing rests before the text is looked through, in milliseconds. */
const TYPING_PAUSE_MS = 500;

/** A state of the text that a button brings back. */
interface WayBack {
  readonly to: string;
  /** `cleaned`: to the text before the clean-up; `undone`: to what was typed after it. */
  readonly from: 'cleaned' | 'undone';
  /** What the clean-up made. */
  readonly cleaned: string;
  /** A save ends it. */
  readonly savedAt: Date | null;
}

/** Offers to take out what a paste from Word left in the source; never by itself, and with a way back until the save. */
export function WordCleanUp({ form }: { form: EntityForm<SectionFormValues> }) {
  const { rhf, savedAt, isDirty } = form;
  const read = () => rhf.getValues('introduction');
  const [isOffered, setIsOffered] = useState(() => hasWordMarkup(read()));
  const [wayBack, setWayBack] = useState<WayBack | null>(null);

  const look = useEffectEvent(() => setIsOffered(hasWordMarkup(read())));
  useEffect(() => {
    // The first look is at what was typed between the drawing and this.
    let timer = setTimeout(() => look(), TYPING_PAUSE_MS);
    const stop = rhf.subscribe({
      formState: { values: true },
      callback: () => {
        clearTimeout(timer);
        timer = setTimeout(() => look(), TYPING_PAUSE_MS);
      },
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [rhf]);

  const write = (html: string, next: WayBack | null) => {
    rhf.setValue('introduction', html);
    setWayBack(next);
    setIsOffered(hasWordMarkup(html));
  };
  const handleCleanUp = () => {
    const before = read();
    const cleaned = cleanWordMarkup(before);
    write(cleaned, { to: before, from: 'cleaned', cleaned, savedAt });
  };
  const handleUndo = ({ to, cleaned }: WayBack) => {
    const typed = read();
    // Nothing typed gets lost by going back.
    write(to, typed === cleaned ? null : { to: typed, from: 'undone', cleaned, savedAt });
  };
  const handlePutBack = ({ to, cleaned }: WayBack) =>
    write(to, { to: read(), from: 'cleaned', cleaned, savedAt });

  const saved = isDirty && ' It is not saved yet.';
  const back = wayBack?.savedAt === savedAt ? wayBack : null;
  if (back?.from === 'undone') {
    return (
      <Notice
        role="status"
        className={styles.offer}
        title="Clean-up undone"
        actions={<Button onClick={() => handlePutBack(back)}>Put it back</Button>}
      >
        <p>The introduction is as it was before. What you typed after the clean-up is not in it.</p>
      </Notice>
    );
  }
  if (isOffered) {
    return (
      <Notice
        role="status"
        className={styles.offer}
        title="This looks like a paste from Word"
        actions={<Button onClick={handleCleanUp}>Clean up</Button>}
      >
        <p>
          It holds formatting that only Word understands. “Clean up” removes that and leaves everything else.
        </p>
      </Notice>
    );
  }
  if (!back) return null;
  return (
    <Notice
      tone="success"
      role="status"
      className={styles.offer}
      title="Cleaned up"
      actions={<Button onClick={() => handleUndo(back)}>Undo</Button>}
    >
      <p>
        {leavesWordMarkup(back.cleaned)
          ? 'Some of what only Word understands is gone from the introduction. The rest can’t be told from the text for certain, and stays.'
          : 'What only Word understands is gone from the introduction.'}
        {saved}
      </p>
    </Notice>
  );
}
