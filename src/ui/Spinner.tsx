import styles from './Spinner.module.css';

/** A decorative ring that appears after 0.3 s; what is being waited for is said in words beside it. */
export function Spinner({ className }: { className?: string | undefined }) {
  return (
    <span aria-hidden="true" className={className ? `${styles.spinner} ${className}` : styles.spinner} />
  );
}
