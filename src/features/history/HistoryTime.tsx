import { dateTimeText, timeText } from '#/lib/format';
import { parseTimestamp } from '#/lib/timestamps';
import { accountKey } from '#/features/sign-in/useAccount';

/** When something came about, else when it was first seen here, in milliseconds since 1970. @param on as the service says it */
export const momentOf = (on: string | null, seenAt: number): number =>
  parseTimestamp(on)?.getTime() ?? seenAt;

/** The time of the day that it stands under; the whole moment on hover. */
export function HistoryTime({ at, seenAt }: { at: number; seenAt: number }) {
  const text = dateTimeText(at);
  return (
    <time dateTime={new Date(at).toISOString()} title={at === seenAt ? `Seen here on ${text}` : text}>
      {timeText(at)}
    </time>
  );
}

/** Who it was, for the person of this account. @param by null where the service names nobody */
export const whoText = (by: string | null, account: string | null): string | null =>
  by !== null && account !== null && accountKey(by) === account ? 'you' : by;
