import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router-dom';

/** The text of the search box. The URL follows it after a pause; a change of the URL from elsewhere wins. */
export function useSearchText(): [text: string, setText: (text: string) => void] {
  const [params, setParams] = useSearchParams();
  const stored = params.get('search') ?? '';
  const [text, setText] = useState(stored);
  const written = useRef(stored);

  useEffect(() => {
    if (stored === written.current) return;
    written.current = stored;
    setText(stored);
  }, [stored]);

  useEffect(() => {
    if (text === written.current) return undefined;
    const timer = setTimeout(() => {
      written.current = text;
      setParams(text === '' ? {} : { search: text }, { replace: true, preventScrollReset: true });
    }, 300);
    return () => clearTimeout(timer);
  }, [text, setParams]);

  return [text, setText];
}
