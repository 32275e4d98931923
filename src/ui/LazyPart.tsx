import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { reportMissingCode } from '#/lib/newVersion';
import { Button } from './Button';
import { Notice } from './Notice';

type LazyPartProps<Props extends object> = {
  load: () => Promise<ComponentType<Props>>;
  props: Props;
  /** Stands in its place meanwhile. */
  placeholder?: ReactNode;
} & (
  | {
      /** What a person calls the part: “Preview”. */
      name: string;
      isOptional?: false;
      /** Somebody has pressed for it: where it does not come, that is brought into sight. */
      isAsked?: boolean;
    }
  /** The placeholder does as well: it stays when the part does not come, and nothing is said. */
  | { isOptional: true; name?: never; isAsked?: never }
);

const bringIntoView = (element: HTMLElement | null) => element?.scrollIntoView({ block: 'center' });

/** What has come once is there at once the next time: a box that is opened by a key takes the next one. */
const partsBy = new WeakMap<() => Promise<unknown>, unknown>();

type Loaded<Props> = { Part: ComponentType<Props> } | 'failed' | null;

/**
 * A part of a page whose code comes when it is needed. When it does not come (the connection, an old tab after a
 * deployment) the page around it stays as it is, unlike with `React.lazy`, which throws to the boundary.
 */
export function LazyPart<Props extends object>({
  name,
  load,
  props,
  placeholder,
  isOptional,
  isAsked,
}: LazyPartProps<Props>) {
  const [loaded, setLoaded] = useState<Loaded<Props>>(() => {
    const Part = partsBy.get(load) as ComponentType<Props> | undefined;
    return Part ? { Part } : null;
  });
  useEffect(() => {
    if (loaded !== null) return;
    let isCurrent = true;
    const settle = (result: Loaded<Props>) => {
      if (isCurrent) setLoaded(result);
    };
    load().then(
      (Part) => {
        partsBy.set(load, Part);
        settle({ Part });
      },
      () => {
        reportMissingCode();
        settle('failed');
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [load, loaded]);

  if (loaded === null || (isOptional && loaded === 'failed')) return placeholder;
  if (loaded !== 'failed') return <loaded.Part {...props} />;
  return (
    <Notice
      tone="warning"
      role="alert"
      title={`${name} could not be loaded`}
      actions={<Button onClick={() => setLoaded(null)}>Try again</Button>}
    >
      <p ref={isAsked ? bringIntoView : undefined}>
        The connection failed, or a new version of this app is out. What you typed is still here.
      </p>
    </Notice>
  );
}
