import { type ComponentType, useEffect, useState } from 'react';
import { Button } from '../../../ui/Button';
import { Notice } from '../../../ui/Notice';
import { Skeleton } from '../../../ui/Skeleton';
import type { IntroductionMode } from './modes';

type Loaded = { Panel: ComponentType<{ html: string }> } | 'failed' | null;

/** A mode whose code comes late. When it does not come (an old tab after a deployment), the form stays as it is. */
export function ModePanel({ mode, html }: { mode: IntroductionMode; html: string }) {
  const [loaded, setLoaded] = useState<Loaded>(null);
  useEffect(() => {
    if (loaded !== null) return undefined;
    let isCurrent = true;
    const settle = (result: Loaded) => {
      if (isCurrent) setLoaded(result);
    };
    mode.load().then(
      (Panel) => settle({ Panel }),
      () => settle('failed'),
    );
    return () => {
      isCurrent = false;
    };
  }, [mode, loaded]);

  if (loaded === null) return <Skeleton height="20rem" />;
  if (loaded !== 'failed') return <loaded.Panel html={html} />;
  return (
    <Notice
      tone="warning"
      role="alert"
      title={`${mode.label} could not be loaded`}
      actions={<Button onClick={() => setLoaded(null)}>Try again</Button>}
    >
      The connection failed, or a new version of this app is out. What you typed is still here, and saving
      works.
    </Notice>
  );
}
