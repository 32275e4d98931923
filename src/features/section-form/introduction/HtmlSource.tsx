import { useCallback, useEffect, useRef, useState } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import input from '#/ui/input.module.css';
import typography from '#/ui/typography.module.css';
import styles from './introduction.module.css';
import { sizeText } from '#/lib/format';

/** `dir="auto"` on a text area of five megabytes costs Chromium 15 s. In UTF-16 units. */
const MAX_AUTO_DIRECTION_CHARS = 100_000;

interface HtmlSourceProps {
  id: string;
  registration: UseFormRegisterReturn;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

/** The source in a plain text area, which is not controlled: five megabytes must not pass through React at each key. */
export function HtmlSource({ registration, ...described }: HtmlSourceProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [length, setLength] = useState<number | null>(null);
  const { ref: register, ...handlers } = registration;

  const measure = () => setLength(area.current?.textLength ?? 0);
  // After every render too: a save can put other text in without an input event.
  useEffect(measure);
  useEffect(() => () => clearTimeout(timer.current), []);

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
        onInput={() => {
          clearTimeout(timer.current);
          timer.current = setTimeout(measure, 300);
        }}
      />
      <p className={`${typography.note} ${styles.below}`}>{length === null ? '\u00a0' : sizeText(length)}</p>
    </>
  );
}
