import type { HistoryEntry } from '#/lib/localHistory';
import { accountKey } from '#/features/sign-in/useAccount';
import { HistoryTime, momentOf, whoText } from '#/features/history/HistoryTime';
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
  const change = before && orderChange(before, value);
  const who = value.isHere ? 'you' : whoText(value.by, accountKey(account));
  return (
    <span>
      <HistoryTime at={timeOf(version)} seenAt={seenAt} />
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
export const timeOf = ({ value: { on }, seenAt }: Version): number => momentOf(on, seenAt);
