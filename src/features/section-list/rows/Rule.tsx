import { describeError } from '#/api/http/describeError';
import { disabledFor } from '#/ui/disabledFor';
import { Skeleton } from '#/ui/Skeleton';
import type { Permissions } from '#/features/course-changes/permissions';
import type { SectionView } from '#/features/section-list/sectionView';
import { Icon } from './Icon';
import styles from './row.module.css';
import type { RowActions } from './rowTypes';

interface RuleProps {
  view: SectionView;
  permissions: Permissions;
  tabIndex: 0 | -1;
  actions: RowActions;
}

/**
 * When members get the section, and the way to change that. Where there is room, the short form stands in a column of
 * its own, and the sentence is there for the ears.
 */
export function Rule({ view, permissions, tabIndex, actions }: RuleProps) {
  const { id, title, rule, shortRule, failure, isGone } = view;
  const { edit: editOff, changeMany: ruleOff } = permissions;
  if (!isGone && rule !== null && shortRule !== null) {
    return (
      <button
        type="button"
        tabIndex={tabIndex}
        aria-label={`${shortRule.text}: ${rule}. Change the rule of ${title}`}
        {...disabledFor(ruleOff)}
        title={ruleOff === null ? rule : `${rule}. ${ruleOff}`}
        className={styles.rule}
        onClick={ruleOff === null ? () => actions.askRule(id) : undefined}
      >
        <span className={styles.short}>
          <Icon name={shortRule.icon} size={14} /> {shortRule.text}
        </span>
        <span dir="auto" className={styles.sentence}>
          {rule}
        </span>
      </button>
    );
  }
  if (!isGone && !failure) {
    return (
      <div className={styles.rule}>
        <Skeleton width="6.5rem" />
      </div>
    );
  }
  // The notice above the list names the role once.
  if (!isGone && failure?.role && editOff?.includes(failure.role)) {
    return (
      <p className={styles.rule} title={editOff}>
        Not readable
      </p>
    );
  }
  return (
    <p className={styles.failure}>
      <FailureText {...{ failure, isGone }} />
    </p>
  );
}

function FailureText({ failure, isGone }: Pick<SectionView, 'failure' | 'isGone'>) {
  if (isGone || !failure) return <>Deleted by somebody else</>;
  // Nothing is wrong with the section, and what stands in every row is no alarm.
  if (failure.kind === 'forbidden' && failure.role !== null) {
    return <>Not readable: your account lacks the role {failure.role}.</>;
  }
  return (
    <span className={styles.unread}>This section could not be read. {describeError(failure).title}.</span>
  );
}
