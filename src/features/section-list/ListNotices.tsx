import { Fragment, useMemo } from 'react';
import type { SectionListRow } from '#/api/sections/sections';
import { Button } from '#/ui/Button';
import { CopyButton } from '#/ui/CopyButton';
import { Details } from '#/ui/Details';
import { Notice } from '#/ui/Notice';
import { ROLE_REQUEST_LABEL, roleRequestText } from '#/features/sign-in/roleRequest';
import { sectionTitle } from '#/features/sections/model/sectionTitle';
import { request } from '#/features/course-changes/dispatch';
import { missingRoleTexts, rolesThatMatter, WAIT_FIRST } from '#/features/course-changes/permissions';
import { writesOfRenumber, writesText } from '#/features/course-changes/plan/plannedWrites';
import { numeral } from '#/lib/format';
import { findSharedOrders, sharedOrderText } from './sharedOrders';
import { TitleText } from './rows/TitleText';
import styles from './ListNotices.module.css';
import type { CourseStore } from '#/features/course-changes/courseStore';

interface MissingRolesNoticeProps {
  missingRoles: ReadonlySet<string>;
  /** A role may have been given meanwhile. */
  onRetry: () => void;
}

/** What this account may not do, in words; the controls themselves are off and name the role too. */
export function MissingRolesNotice({ missingRoles, onRetry }: MissingRolesNoticeProps) {
  const words = missingRoleTexts(missingRoles);
  if (words.length === 0) return null;
  const request = roleRequestText(rolesThatMatter(missingRoles));
  return (
    <Notice
      tone="warning"
      title="Your account lacks a role"
      className={`${styles.notice} ${styles.roles}`}
      actions={
        <>
          <CopyButton text={request} label={ROLE_REQUEST_LABEL} />
          <Button variant="quiet" onClick={onRetry}>
            Try again
          </Button>
        </>
      }
    >
      {words.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <Details summary="Details">{request}</Details>
    </Notice>
  );
}

/** Each reading of a long list met a change of it: what is shown may lack sections, and nothing is planned by it. */
export function IncompleteListNotice({ isReading, onRead }: { isReading: boolean; onRead: () => void }) {
  return (
    <Notice
      tone="warning"
      role="status"
      className={styles.notice}
      title="The list changed while it was read; it may be incomplete."
      actions={
        <Button isBusy={isReading} onClick={onRead}>
          Read again
        </Button>
      }
    >
      <p>Until it is read as a whole, sections can’t be moved or duplicated.</p>
    </Notice>
  );
}

interface SharedOrderNoticeProps {
  store: CourseStore;
  rows: readonly SectionListRow[];
  disabledReason: string | null;
  isBusy: boolean;
}

/** Sections with one and the same number stand in the order in which they were created; members may see another one. */
export function SharedOrderNotice({ store, rows, disabledReason, isBusy }: SharedOrderNoticeProps) {
  const ties = useMemo(() => findSharedOrders(rows), [rows]);
  const writes = useMemo(() => (ties.length > 0 && writesOfRenumber(rows)) || 0, [rows, ties]);
  if (ties.length === 0) return null;
  return (
    <Notice
      className={`${styles.notice} ${styles.tie}`}
      title={sharedOrderText(ties)}
      actions={
        <Button
          disabledReason={disabledReason ?? (isBusy ? WAIT_FIRST : null)}
          onClick={() => request(store, 'Tidy up', { kind: 'tidyUp', writes })}
        >
          Tidy up
        </Button>
      }
    >
      <Details summary="Why?">
        {ties.slice(0, 3).map(({ position, ids }) => (
          <SharedNumber key={position} sharing={rows.slice(position - 1, position - 1 + ids.length)} />
        ))}
        This list has the one first that was created first; in which order members see them is not known.
        “Tidy up” gives each section a number of its own and keeps the order of this list.{' '}
        {writes > 0 && writesText(writes)}
      </Details>
    </Notice>
  );
}

/** Names some of those that have one number. */
function SharedNumber({ sharing }: { sharing: readonly SectionListRow[] }) {
  const named = sharing.slice(0, 3);
  const more = sharing.length - named.length;
  return (
    <>
      {named.map((row, index) => (
        <Fragment key={row.Id}>
          {index > 0 && (index === named.length - 1 && more === 0 ? ' and ' : ', ')}
          <bdi>
            “<TitleText>{sectionTitle(row)}</TitleText>”
          </bdi>
        </Fragment>
      ))}
      {more > 0 && ` and ${numeral(more)} more`} have the number {numeral(sharing[0]?.DisplayOrder ?? 0)}.{' '}
    </>
  );
}
