import { useState } from 'react';
import { Button } from '#/ui/Button';
import { Notice } from '#/ui/Notice';
import typography from '#/ui/typography.module.css';
import styles from './introduction.module.css';
import { PreviewFrame } from './PreviewFrame';
import { sizeText } from '#/lib/format';

/** Beyond this the sanitiser needs more than about a second. In UTF-16 units. */
const LARGE_CHARS = 500_000;

/** The preview of the introduction as it is now; large contents are shown only when asked for. */
export function IntroductionPreview({ html }: { html: string }) {
  const [isAsked, setIsAsked] = useState(false);
  if (html.trim() === '')
    return <p className={`${typography.note} ${styles.below}`}>There is nothing to preview yet.</p>;
  if (html.length <= LARGE_CHARS || isAsked) return <PreviewFrame html={html} />;
  return (
    <Notice
      title={`This introduction has ${sizeText(html.length)}`}
      actions={<Button onClick={() => setIsAsked(true)}>Show the preview</Button>}
    >
      Preparing the preview of so much can take ten seconds or more.
    </Notice>
  );
}
