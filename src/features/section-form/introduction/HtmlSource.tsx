import { useCallback, useEffect, useRef, useState } from 'react';
import type { EntityForm } from '#/forms/useEntityForm';
import input from '#/ui/input.module.css';
import typography from '#/ui/typography.module.css';
import styles from './introduction.module.css';
import { sizeText } from '#/lib/format';
import type { SectionFormValues } from '#/features/sections/model/sectionFormValues';

/** `dir="auto"` on a text area of five megabytes costs Chromium 15 s. In UTF-16 units. */
const MAX_AUTO_DIRECTION_CHARS = 100_000;

interface HtmlSourceProps {
  id: string;
  form: EntityForm<SectionFormValues>;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

/** The source in a plain text area, which is not controlled: five megabytes must not pass through React at each key. */
export function HtmlSource({ form, ...described }: HtmlSourceProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [length, setLength] = useState<number | null>(null);
  const { ref: register, ...handlers } = form.register('introduction');
  const { rhf } = form;

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const measure = () => setLength(area.current?.textLength ?? 0);
    measure();
    // Also what a save, a draft or an earlier version puts in, which is no input.
    const stop = rhf.subscribe({
      formState: { values: true },
      callback: () => {
        clearTimeout(timer);
        timer = setTimeout(measure, 300);
      },
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [rhf]);

  const setArea = useCallback(
    (element: HTMLTextAreaElement | null) => {
      area.current = element;
      register(element);
    },
    [register],
  );

  return (
    <>
      <textarea
        {...handlers}
        {...described}
        ref={setArea}
        className={`${input.input} ${styles.source}`}
        dir={length !== null && length < MAX_AUTO_DIRECTION_CHARS ? 'auto' : 'ltr'}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        rows={14}
      />
      <p className={`${typography.note} ${styles.below}`}>{length === null ? '\u00a0' : sizeText(length)}</p>
    </>
  );
}
