import { useState } from 'react';

export interface ListView {
  readonly isCompact: boolean;
  /** Where a row has no room for everything, it shows what moves it instead of the rest. */
  readonly isReordering: boolean;
  readonly toggleCompact: () => void;
  readonly toggleReordering: () => void;
}

const KEY = 'nexudus-sections.density';

/** How the rows look. The density is kept in this browser, where it lets us. */
export function useListView(): ListView {
  const [isCompact, setIsCompact] = useState(wasCompact);
  const [isReordering, setIsReordering] = useState(false);
  return {
    isCompact,
    isReordering,
    toggleCompact: () => {
      keep(!isCompact);
      setIsCompact(!isCompact);
    },
    toggleReordering: () => setIsReordering(!isReordering),
  };
}

/** For the element around the list, by which the style sheet of the rows goes. */
export const viewAttributes = ({ isCompact, isReordering }: ListView) => ({
  'data-density': isCompact ? 'compact' : undefined,
  'data-reordering': isReordering || undefined,
});

function wasCompact(): boolean {
  try {
    return localStorage.getItem(KEY) === 'compact';
  } catch {
    return false;
  }
}

function keep(isCompact: boolean) {
  try {
    if (isCompact) localStorage.setItem(KEY, 'compact');
    else localStorage.removeItem(KEY);
  } catch {
    // It holds for this page, then.
  }
}
