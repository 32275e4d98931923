import { type UrlCodec, useUrlState } from '#/forms/useUrlState';
import { type ListFilter, readFilter, writeFilter } from './listFilter';

const codec: UrlCodec<ListFilter> = {
  read: readFilter,
  write: writeFilter,
  isSame: (a, b) => a.search === b.search && a.unlock === b.unlock && a.active === b.active,
  isTyping: (before, after) => before.search !== after.search,
};

/** The filter of the list, in the URL. */
export const useListFilter = () => useUrlState(codec);
