import type * as ListExtras from './ListExtras';

/** Something of what the list does beyond being shown, from the chunk that comes after it. */
export const loadListExtra =
  <Name extends keyof typeof ListExtras>(name: Name) =>
  async (): Promise<(typeof ListExtras)[Name]> =>
    (await import('./ListExtras'))[name];
