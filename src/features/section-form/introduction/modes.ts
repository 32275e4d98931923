import type { ComponentType } from 'react';

/** A way to see the introduction beside its HTML source. Its code is loaded when it is first chosen. */
export interface IntroductionMode {
  readonly id: string;
  readonly label: string;
  readonly load: () => Promise<ComponentType<{ html: string }>>;
}

/** In the order of their tabs, after “HTML”. */
export const modes: readonly IntroductionMode[] = [
  {
    id: 'preview',
    label: 'Preview',
    load: async () => (await import('./IntroductionPreview')).IntroductionPreview,
  },
];
