import { useEffect, useRef, useState } from 'react';
import { getSection, type SectionRecord } from '#/api/sections/sections';
import { isSameRecord } from '#/features/sections/model/serialization';
import { useLatest } from './useLatest';

/** Between two looks, in milliseconds: coming back to a window fires several events. */
const MIN_GAP_MS = 1000;

interface Watched {
  readonly base: SectionRecord;
  /** Nothing is typed and nothing under way: a newer version may simply take the place of the old one. */
  readonly isIdle: boolean;
  readonly isSaving: boolean;
  readonly onNewer: (record: SectionRecord) => void;
}

/**
 * Looks for a newer version whenever the page comes back to the front, and when it is asked to. A form without changes
 * takes it over; one with changes is left alone and told.
 */
export function useNewerVersion({ base, isIdle, isSaving, onNewer }: Watched) {
  const [newer, setNewer] = useState<{ readonly record: SectionRecord; readonly over: SectionRecord } | null>(
    null,
  );
  const lastCheck = useRef(Number.NEGATIVE_INFINITY);

  const latest = useLatest({ base, isIdle, isSaving, onNewer });

  const [check] = useState(() => async (isAsked: boolean) => {
    const over = latest.current.base;
    const isEarly = !isAsked && performance.now() - lastCheck.current < MIN_GAP_MS;
    if (latest.current.isSaving || isEarly) return;
    lastCheck.current = performance.now();
    try {
      const record = await getSection(over.Id);
      const now = latest.current;
      if (now.isSaving || over !== now.base || isSameRecord(record, over)) return;
      if (now.isIdle) now.onNewer(record);
      else setNewer({ record, over });
    } catch {
      // Nobody waits for this look: the next save reads again, and tells what is wrong.
    }
  });

  useEffect(() => {
    const handleReturn = () => {
      if (document.visibilityState === 'visible') void check(false);
    };
    addEventListener('focus', handleReturn);
    addEventListener('pageshow', handleReturn);
    addEventListener('online', handleReturn);
    document.addEventListener('visibilitychange', handleReturn);
    return () => {
      removeEventListener('focus', handleReturn);
      removeEventListener('pageshow', handleReturn);
      removeEventListener('online', handleReturn);
      document.removeEventListener('visibilitychange', handleReturn);
    };
  }, [check]);

  return {
    /** What is stored now, where that is not what the form was opened on. */
    newer: newer && newer.over === base ? newer.record : null,
    lookNow: () => void check(true),
  };
}
