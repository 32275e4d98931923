import { Skeleton } from '../../../ui/Skeleton';
import page from '../SectionsPage.module.css';

/** The list before its rows are known. */
export function ListSkeleton() {
  return (
    <div className={page.list}>
      <p role="status" className={page.loading}>
        Loading the sections…
      </p>
      {['14rem', '11rem', '17rem', '12rem', '15rem'].map((width) => (
        <div key={width} className={page.row}>
          <Skeleton width={width} />
          <Skeleton width="9rem" />
        </div>
      ))}
    </div>
  );
}
