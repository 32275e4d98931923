import styles from './row.module.css';

const kinds = [
  `.${styles.check}`,
  `.${styles.handle}`,
  `button.${styles.rule}`,
  '[role="switch"]',
  `.${styles.moves} > :first-child`,
  `.${styles.moves} > :last-child`,
  '[aria-haspopup]',
];

/** In another row, what a control is in its own; the title, where that one has none or it can't be used. */
export function sameControl(control: Element, row: HTMLElement): HTMLElement | null {
  const kind = kinds.find((selector) => control.matches(selector));
  const same = kind ? row.querySelector<HTMLElement>(`${kind}:not(:disabled)`) : null;
  return same?.checkVisibility() ? same : row.querySelector<HTMLElement>('a, [data-rename]');
}
