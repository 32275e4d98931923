import { type UrlCodec, useUrlState } from '#/forms/useUrlState';

const codec: UrlCodec<string> = {
  read: (params) => params.get('search') ?? '',
  write(params, text) {
    const next = new URLSearchParams(params);
    if (text === '') next.delete('search');
    else next.set('search', text);
    return next;
  },
  isSame: (a, b) => a === b,
  isTyping: () => true,
};

/** The text of the search box, in the URL. */
export const useSearchText = () => useUrlState(codec);
