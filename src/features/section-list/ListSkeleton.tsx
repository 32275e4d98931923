import { useSearchParams } from 'react-router-dom';
import { Button } from '#/ui/Button';
import { Skeleton } from '#/ui/Skeleton';
import { readFilter } from './listFilter';
import { ListToolbar } from './ListToolbar';
import { useListView, viewAttributes } from './useListView';
import typography from '#/ui/typography.module.css';
import row from './rows/row.module.css';
import styles from './ListSkeleton.module.css';

const ignore = () => undefined;

/** The list before its rows are known, with the room of its tools: the first row stays where it appears. */
export function ListSkeleton() {
  const [params] = useSearchParams();
  const view = useListView();
  return (
    <>
      <div className={styles.stacked}>
        <div className={styles.unready}>
          <ListToolbar
            {...{ view }}
            filter={readFilter(params)}
            listed={9}
            total={9}
            selected={0}
            isRefreshing={false}
            onFilter={ignore}
            onSelectAll={ignore}
            onRefresh={ignore}
            onKeys={ignore}
          >
            <Button variant="quiet">Earlier orders</Button>
          </ListToolbar>
        </div>
        <p role="status" className={`${typography.note} ${styles.loading}`}>
          Loading the sections…
        </p>
      </div>
      <div {...viewAttributes(view)}>
        <SkeletonRows />
      </div>
    </>
  );
}

/** Rows that are being read. */
export function SkeletonRows() {
  return (
    <div className={row.list}>
      {['14rem', '11rem', '17rem', '12rem', '15rem'].map((width) => (
        <div key={width} className={row.skeleton}>
          <Skeleton width={width} />
          <Skeleton width="9rem" />
        </div>
      ))}
    </div>
  );
}
