import { useEffect, useEffectEvent, useState } from 'react';
import type { EntityForm } from '#/forms/useEntityForm';
import { Button } from '#/ui/Button';
import { Notice } from '#/ui/Notice';
import type { SectionFormValues } from '#/features/sections/model/sectionFormValues';
import styles from './introduction.module.css';
import { cleanWordMarkup, hasWordMarkup } from './wordMarkup';

/** How long the typing rests before the text is looked through, in milliseconds. */
const TYPING_PAUSE_MS = 500;

interface Cleaned {
  readonly before: string;
  readonly after: string;
}

/** Offers to take out what a paste from Word left in the source; never by itself, and with a way back. */
export function WordCleanUp({ form }: { form: EntityForm<SectionFormValues> }) {
  const { rhf, ids } = form;
  const read = () => rhf.getValues('introduction');
  const [isOffered, setIsOffered] = useState(() => hasWordMarkup(read()));
  const [cleaned, setCleaned] = useState<Cleaned | null>(null);

  const look = useEffectEvent(() => {
    const html = read();
    setIsOffered(hasWordMarkup(html));
    // Whoever goes on typing has accepted it: going back would lose that.
    setCleaned((last) => (last && last.after === html ? last : null));
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
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

  const write = (html: string, next: Cleaned | null) => {
    rhf.setValue('introduction', html);
    // The size below the source is measured when something is put in.
    document.getElementById(ids.introduction)?.dispatchEvent(new Event('input', { bubbles: true }));
    setCleaned(next);
    setIsOffered(hasWordMarkup(html));
  };

  if (cleaned) {
    return (
      <Notice
        tone="success"
        role="status"
        className={styles.offer}
        title="Cleaned up"
        actions={<Button onClick={() => write(cleaned.before, null)}>Undo</Button>}
      >
        <p>What only Word understands is gone from the introduction. It is not saved yet.</p>
      </Notice>
    );
  }
  if (!isOffered) return null;
  const handleCleanUp = () => {
    const before = read();
    const after = cleanWordMarkup(before);
    write(after, { before, after });
  };
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
