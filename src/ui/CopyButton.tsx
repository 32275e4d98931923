import { useState } from 'react';
import { Button } from './Button';

/** Copies a text; where the browser refuses, it says so and the text stands on the page to be selected. */
export function CopyButton({ text, label = 'Copy details' }: { text: string; label?: string }) {
  const [status, setStatus] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setStatus('Copied');
    } catch {
      setStatus('The browser did not allow copying. Select the text under “Details” instead.');
    }
  };
  return (
    <>
      <Button variant="secondary" onClick={() => void copy()}>
        {label}
      </Button>
      <span role="status">{status}</span>
    </>
  );
}
