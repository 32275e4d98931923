import { useEffect } from 'react';

const prefix = 'Error: ';

/** Puts “Error: ” before the document's title while `hasProblems`, so that it is heard and seen in the tab first. */
export function useErrorTitle(hasProblems: boolean): void {
  useEffect(() => {
    if (!hasProblems) return undefined;
    if (!document.title.startsWith(prefix)) document.title = prefix + document.title;
    return () => {
      if (document.title.startsWith(prefix)) document.title = document.title.slice(prefix.length);
    };
  }, [hasProblems]);
}
