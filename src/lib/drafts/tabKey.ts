interface PageEvents {
  addEventListener(type: 'pagehide' | 'pageshow', listener: () => void): void;
}

const name = 'draft-tab';

/**
 * A name for this tab that survives its reload. While the page lives the name is not in the storage, because a duplicated
 * tab starts with a copy of it and would write over this tab's drafts.
 * @param storage gives the tab's sessionStorage; where that throws, the name lasts as long as the page
 */
export function takeTabKey(storage: () => Storage, page: PageEvents, newKey: () => string): string {
  const attempt = <T>(work: (storage: Storage) => T): T | null => {
    try {
      return work(storage());
    } catch {
      return null;
    }
  };
  const key = attempt((tab) => tab.getItem(name)) || newKey();
  const take = () => attempt((tab) => tab.removeItem(name));
  take();
  page.addEventListener('pagehide', () => attempt((tab) => tab.setItem(name, key)));
  // Back from the back/forward cache, the page lives again.
  page.addEventListener('pageshow', take);
  return key;
}
