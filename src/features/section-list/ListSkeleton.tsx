import { useSearchParams } from 'react-router-dom';
import { Button } from '#/ui/Button';
import { Skeleton } from '#/ui/Skeleton';
import { readFilter } from './listFilter';
import { FilterBar, ListBar } from './ListToolbar';
import typography from '#/ui/typography.module.css';
import row from './rows/row.module.css';
import styles from './ListSkeleton.module.css';

const ignore = () => undefined;

/** The list before its rows are known, with the room of its tools: the first row stays where it appears. */
export function ListSkeleton() {
  const [params] = useSearchParams();
  return (
    <>
      <div className={styles.unready}>
        <FilterBar filter={readFilter(params)} onChange={ignore} />
      </div>
      <div className={styles.stacked}>
        <div className={styles.unready}>
          <ListBar
            listed={9}
            total={9}
            selected={0}
            isRefreshing={false}
            onSelectAll={ignore}
            onRefresh={ignore}
          >
            <Button variant="quiet">Earlier orders</Button>
          </ListBar>
        </div>
        <p role="status" className={`${typography.note} ${styles.loading}`}>
          Loading the sections…
        </p>
      </div>
      <SkeletonRows />
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
