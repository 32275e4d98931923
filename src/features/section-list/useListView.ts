import { useState } from 'react';
import { keptChoice } from '#/lib/keptChoice';

export interface ListView {
  readonly isCompact: boolean;
  /** Where a row has no room for everything, it shows what moves it instead of the rest. */
  readonly isReordering: boolean;
  readonly toggleCompact: () => void;
  readonly toggleReordering: () => void;
}

const compact = keptChoice('density', 'compact');

/** How the rows look. The density is kept in this browser, where it lets us. */
export function useListView(): ListView {
  const [isCompact, setIsCompact] = useState(compact.isChosen);
  const [isReordering, setIsReordering] = useState(false);
  return {
    isCompact,
    isReordering,
    toggleCompact: () => {
      compact.choose(!isCompact);
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
