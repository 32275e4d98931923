import { type CSSProperties, memo } from 'react';
import { Badge } from '#/ui/Badge';
import { disabledFor } from '#/ui/disabledFor';
import { Skeleton } from '#/ui/Skeleton';
import { Switch } from '#/ui/Switch';
import { VisuallyHidden } from '#/ui/VisuallyHidden';
import type { Created } from '#/features/saving/types';
import { ArrivalNote } from './ArrivalNote';
import { Icon } from './Icon';
import { Handle, MoveButton } from './MoveControls';
import type { Permissions } from '#/features/course-changes/permissions';
import styles from './row.module.css';
import { RowMenu } from './RowMenu';
import { rowPermissions } from './rowPermissions';
import { RowTitle } from './RowTitle';
import { Rule } from './Rule';
import type { RowActions } from './rowTypes';
import { counted } from '#/lib/format';
import { SelectBox } from './SelectBox';
import { type SectionView } from '#/features/section-list/sectionView';
import { TitleText } from './TitleText';
import type { Drag } from './useRowDrag';
import type { RemoteChange, Rename, RowState } from '#/features/course-changes/courseStore';

export interface SectionRowProps {
  view: SectionView;
  /** Of the rows that are listed, for those that are not rendered are not counted by the browser. */
  setSize: number;
  place: number;
  /** Of the whole course. */
  total: number;
  gap: number;
  state: RowState | undefined;
  /** Its title is being changed. */
  rename: Rename | undefined;
  mark: RemoteChange | undefined;
  permissions: Permissions;
  isSelected: boolean;
  /** 0 for the one row that Tab leads to. */
  tabIndex: 0 | -1;
  isFiltered: boolean;
  /** It is on its way to another place. */
  dragged: Drag['by'] | null;
  /** How far it stands from its place, in px; null where the pointer holds it, or for no distance. */
  shift: number | null;
  /** By how many places its number is another one for that. */
  steps: number;
  /** Who comes back, or has created it, arrives here. */
  isArrived: boolean;
  created: Created | undefined;
  /** Listed although the filter does not match it. */
  isUnfiltered: boolean;
  actions: RowActions;
}

/** One section: what it is, and everything that can be done with it. */
export const SectionRow = memo(function SectionRow(props: SectionRowProps) {
  const {
    view,
    setSize,
    place,
    total,
    gap,
    state,
    rename,
    mark,
    isSelected,
    tabIndex,
    isFiltered,
    dragged,
    shift,
    steps,
    isArrived,
    created,
    isUnfiltered,
    actions,
  } = props;
  const { id, title, position, isGone } = view;
  const permissions = rowPermissions(view, props.permissions);
  return (
    <li
      data-id={id}
      aria-setsize={setSize}
      aria-posinset={place}
      className={`${styles.row} ${isArrived ? styles.arrived : ''} ${dragged ? styles.dragged : ''} ${isSelected ? styles.selected : ''} ${view.isActive === false ? styles.inactive : ''}`}
      style={placing(gap, shift)}
    >
      <SelectBox {...{ id, title, isSelected, tabIndex, actions }} isOff={isGone} />
      <Handle
        {...{ id, title, tabIndex, actions }}
        disabledReason={permissions.reorder ?? (isFiltered ? 'Clear the filter to drag.' : null)}
      />
      <span className={styles.position}>{position + steps}</span>
      <div className={styles.words}>
        <div className={styles.heading}>
          <RowTitle {...{ id, title, rename, tabIndex, actions }} />
          {mark && (
            <span title={mark.by ? `By ${mark.by}` : undefined}>
              <Badge>{mark.kind === 'new' ? 'New' : 'Changed'}</Badge>
            </span>
          )}
          {view.isActive === false && <Badge tone="warning">Inactive</Badge>}
        </div>
        <Rule {...{ view, permissions, tabIndex, actions }} />
        {view.lessons !== null && <p className={styles.lessons}>{counted(view.lessons, 'lesson')}</p>}
        {view.ruleDoubt && (
          <p dir="auto" className={styles.doubt} title={view.ruleDoubt.text}>
            <span aria-hidden="true">
              <Icon name="doubt" size={14} /> {view.ruleDoubt.short}
            </span>
            <VisuallyHidden>{view.ruleDoubt.text}</VisuallyHidden>
          </p>
        )}
        {isArrived && <ArrivalNote {...{ title, created, isUnfiltered }} />}
        {state?.busy && <p className={styles.busy}>{state.busy}</p>}
        {state?.note && (
          <p
            role={state.note.tone === 'danger' ? 'alert' : undefined}
            dir="auto"
            className={styles[state.note.tone]}
          >
            {state.note.text}
          </p>
        )}
      </div>
      <ActiveSwitch {...{ view, state, tabIndex, actions }} disabledReason={permissions.edit} />
      <div className={styles.moves}>
        <MoveButton
          {...{ id, title, tabIndex, actions }}
          by={-1}
          disabledReason={permissions.reorder ?? (position === 1 ? 'It is the first.' : null)}
        />
        <MoveButton
          {...{ id, title, tabIndex, actions }}
          by={1}
          disabledReason={permissions.reorder ?? (position === total ? 'It is the last.' : null)}
        />
      </div>
      {dragged === 'keys' && (
        <p aria-hidden="true" className={styles.keys}>
          <kbd>↑</kbd> <kbd>↓</kbd> move “
          <bdi>
            <TitleText>{title}</TitleText>
          </bdi>
          ” · <kbd>Enter</kbd> drops it · <kbd>Esc</kbd> cancels
        </p>
      )}
      <RowMenu {...{ view, permissions, tabIndex, actions }} />
    </li>
  );
});

function placing(gap: number, shift: number | null): CSSProperties | undefined {
  if (gap === 0 && shift === null) return undefined;
  return { marginBlockStart: gap, ...(shift !== null && { translate: `0 ${shift}px` }) };
}

/** What its record says is known, or is known not to be readable. */
const isRead = ({ rule, failure }: SectionView) => rule !== null || failure !== null;

interface ActiveSwitchProps {
  view: SectionView;
  state: RowState | undefined;
  tabIndex: 0 | -1;
  disabledReason: string | null;
  actions: RowActions;
}

function ActiveSwitch({ view, state, tabIndex, disabledReason, actions }: ActiveSwitchProps) {
  const isBusy = state?.busy !== undefined;
  const isActive = state?.wished ?? view.isActive;
  // A switch has two states: drawn as one, what is not known would look like the other.
  if (isActive === null) {
    return isRead(view) ? (
      <span
        role="img"
        aria-label={`Active: ${view.title}, not known`}
        title="Whether it is active is not known."
        className={`${styles.switch} ${styles.unknown}`}
      >
        –
      </span>
    ) : (
      <span className={styles.switch}>
        <Skeleton width="2.25rem" height="1.25rem" />
      </span>
    );
  }
  return (
    <Switch
      label={`Active: ${view.title}`}
      isLabelHidden
      tabIndex={tabIndex}
      className={styles.switch ?? ''}
      checked={isActive}
      {...disabledFor(disabledReason)}
      aria-busy={isBusy || undefined}
      onChange={({ target }) => {
        if (disabledReason === null) actions.setActive(view, target.checked);
      }}
    />
  );
}
