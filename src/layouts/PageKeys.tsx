import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useSingleKeys } from '#/features/keys/useSingleKeys';
import { LazyPart } from '#/ui/LazyPart';

const loadKeysDialog = async () => (await import('#/features/keys/KeysDialog')).KeysDialog;

const openerOf = (part: Element | null) =>
  document.querySelector<HTMLElement>(`[aria-controls="${part?.id}"]`);

/** The keys that stand alone on every page, and the sheet of all of them. */
export function PageKeys() {
  const [isOpen, setIsOpen] = useState(false);
  useSingleKeys({
    '?': () => setIsOpen(true),
    '/': () => {
      const search = document.querySelector<HTMLElement>('main [type="search"]');
      if (!search) return false;
      // Behind “Filter”, where there is no room for it all the time.
      const opener = search.checkVisibility() ? null : openerOf(search.closest('search'));
      flushSync(() => opener?.click());
      return search.focus();
    },
  });
  if (!isOpen) return null;
  return (
    <LazyPart name="The sheet of keys" load={loadKeysDialog} props={{ onClose: () => setIsOpen(false) }} />
  );
}
