/** A choice between the usual and one other way, which this browser keeps. */
export interface KeptChoice {
  /** Whether the other way was chosen; no where the browser does not say. */
  readonly isChosen: () => boolean;
  /** @returns whether the browser keeps it; else it holds for this page */
  readonly choose: (isChosen: boolean) => boolean;
}

/** @param word what is kept for the other way; nothing is kept for the usual one */
export function keptChoice(name: string, word: string): KeptChoice {
  const key = `nexudus-sections.${name}`;
  return {
    isChosen() {
      try {
        return localStorage.getItem(key) === word;
      } catch {
        return false;
      }
    },
    choose(isChosen) {
      try {
        if (isChosen) localStorage.setItem(key, word);
        else localStorage.removeItem(key);
        return true;
      } catch {
        return false;
      }
    },
  };
}
