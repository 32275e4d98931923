import { Link } from 'react-router-dom';
import type { Rename } from '#/features/course-changes/courseStore';
import { loadListExtra } from '#/features/section-list/loadListExtra';
import { paths } from '#/paths';
import { LazyPart } from '#/ui/LazyPart';
import styles from './row.module.css';
import type { RowActions } from './rowTypes';
import { TitleText } from './TitleText';

interface RowTitleProps {
  id: number;
  title: string;
  rename: Rename | undefined;
  tabIndex: 0 | -1;
  actions: RowActions;
}

const loadBox = loadListExtra('RenameBox');

/** The title as a link to the form, or as a box while it is changed here. */
export function RowTitle({ id, title: stored, rename, tabIndex, actions }: RowTitleProps) {
  const title = (rename?.isSaving ? rename.text : rename?.saving?.text) ?? stored;
  const link = (
    <Link to={paths.editSection(id)} tabIndex={tabIndex} dir="auto" className={styles.title}>
      <TitleText>{title}</TitleText>
    </Link>
  );
  if (!rename || rename.isSaving) return link;
  return (
    <LazyPart
      isOptional
      load={loadBox}
      placeholder={link}
      props={{ store: actions.store, id, title, rename }}
    />
  );
}
