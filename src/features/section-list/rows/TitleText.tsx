import styles from './row.module.css';

/** Characters that turn the direction of all that follows. */
const turning = /([\u202A-\u202E\u2066-\u2069])/;

/** A title whose direction controls are seen instead of obeyed: they can make one name look like another. */
export function TitleText({ children }: { children: string }) {
  const parts = children.split(turning);
  if (parts.length === 1) return children;
  return parts.map((part, index) =>
    turning.test(part) ? (
      // oxlint-disable-next-line react/no-array-index-key -- the parts of one text have no other identity
      <span key={index} className={styles.control}>
        U+{part.charCodeAt(0).toString(16).toUpperCase()}
      </span>
    ) : (
      part
    ),
  );
}
