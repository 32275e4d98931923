import { Skeleton } from '#/ui/Skeleton';

interface HistoryStatusProps {
  what: 'version' | 'order';
  /** null until the browser's storage has answered: before that nothing is said. */
  isKept: boolean | null;
  /** How many earlier ones are listed. */
  count: number;
}

/** What there is to say of a list of things that this browser has seen, besides the list itself. */
export function HistoryStatus({ what, isKept, count }: HistoryStatusProps) {
  if (isKept === null) return <Skeleton width="min(100%, 20rem)" />;
  if (!isKept)
    return (
      <p>
        {count === 0
          ? `This browser keeps nothing for this page, so it can’t list earlier ${what}s.`
          : `This browser has no room left: newer ${what}s are not noted.`}
      </p>
    );
  return count === 0 ? <p>This browser has seen no other {what} yet.</p> : null;
}
