import { useState } from 'react';
import { useSingleKeys } from '#/features/keys/useSingleKeys';
import { LazyPart } from '#/ui/LazyPart';

const loadKeysDialog = async () => (await import('#/features/keys/KeysDialog')).KeysDialog;

/** The keys that stand alone on every page, and the sheet of all of them. */
export function PageKeys() {
  const [isOpen, setIsOpen] = useState(false);
  useSingleKeys({
    '?': () => setIsOpen(true),
    '/': () => {
      const search = document.querySelector<HTMLElement>('main [type="search"]');
      return search ? search.focus() : false;
    },
  });
  if (!isOpen) return null;
  return (
    <LazyPart name="The sheet of keys" load={loadKeysDialog} props={{ onClose: () => setIsOpen(false) }} />
  );
}
