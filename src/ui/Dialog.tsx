import { type ReactNode, type SyntheticEvent, useId, useLayoutEffect, useRef } from 'react';
import styles from './Dialog.module.css';

interface DialogProps {
  isOpen: boolean;
  title: string;
  /** Esc, or the platform's own way to close. Left out, the dialog stays until its buttons are used. */
  onClose?: (() => void) | undefined;
  children: ReactNode;
  footer?: ReactNode;
}

/**
 * A native modal dialog: the page below is inert and focus returns to where it was.
 * Focus goes to the element that carries `data-autofocus`, else to the heading, so that the title is read first.
 */
export function Dialog({ isOpen, ...rest }: DialogProps) {
  return isOpen ? <OpenDialog {...rest} /> : null;
}

function OpenDialog({ title, onClose, children, footer }: Omit<DialogProps, 'isOpen'>) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useLayoutEffect(() => {
    const dialog = ref.current;
    const opener = document.activeElement;
    dialog?.showModal();
    const first = dialog?.querySelector<HTMLElement>('[data-autofocus]') ?? dialog?.querySelector('h2');
    first?.focus();
    return () => {
      dialog?.close();
      // Said again for browsers that return focus only when the dialog closes by itself.
      if (opener instanceof HTMLElement) opener.focus();
      // The opener may be gone, or have been nothing: the page's heading is better than the top of the document.
      const focused = document.activeElement;
      if (focused === document.body || dialog?.contains(focused)) {
        document.querySelector<HTMLElement>('main h1')?.focus();
      }
    };
  }, []);

  const handleCancel = (event: SyntheticEvent) => {
    // A file picker or an inner control may cancel too, and that event bubbles in React.
    if (event.target !== ref.current) return;
    event.preventDefault();
    onClose?.();
  };
  const handleClose = () => {
    // A second Esc closes in spite of preventDefault: the state above decides, not the browser.
    if (!ref.current || ref.current.open) return;
    if (onClose) onClose();
    else ref.current.showModal();
  };

  return (
    <dialog
      ref={ref}
      className={styles.dialog}
      aria-labelledby={titleId}
      onCancel={handleCancel}
      onClose={handleClose}
    >
      <h2 id={titleId} tabIndex={-1} className={styles.title}>
        {title}
      </h2>
      <div className={styles.body}>{children}</div>
      {footer && <div className={styles.footer}>{footer}</div>}
    </dialog>
  );
}
