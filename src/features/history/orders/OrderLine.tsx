import { dateTimeText, timeText } from '#/lib/format';
import type { HistoryEntry } from '#/lib/localHistory';
import { parseTimestamp } from '#/lib/timestamps';
import { accountKey } from '#/features/sign-in/useAccount';
import { orderChange } from './orderChange';
import type { OrderEntry } from './orderHistory';

export type Version = HistoryEntry<OrderEntry>;

interface OrderLineProps {
  version: Version;
  /** The order before it, as far as this browser has seen one. */
  before: OrderEntry | undefined;
  account: string;
}

/** “9:51 PM · Air conditioning 1 → 6 · you” */
export function OrderLine({ version, before, account }: OrderLineProps) {
  const { value, seenAt } = version;
  const at = timeOf(version);
  const change = before && orderChange(before, value);
  const who = whoText(value, account);
  return (
    <span>
      <time
        dateTime={new Date(at).toISOString()}
        title={at === seenAt ? `Seen here on ${dateTimeText(at)}` : dateTimeText(at)}
      >
        {timeText(at)}
      </time>
      {' · '}
      {change ? (
        <>
          <bdi>{change.title}</bdi> {change.where} {change.others}
        </>
      ) : (
        'the first order seen here'
      )}
      {who !== null && ` · ${who}`}
    </span>
  );
}

/** When it came about, else when it was first seen here, in milliseconds since 1970. */
export function timeOf({ value: { on }, seenAt }: Version): number {
  return parseTimestamp(on)?.getTime() ?? seenAt;
}

function whoText({ by, isHere }: OrderEntry, account: string): string | null {
  return isHere || (by !== null && accountKey(by) === accountKey(account)) ? 'you' : by;
}
