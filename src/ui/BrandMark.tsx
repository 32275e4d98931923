/** The section sign, drawn as two hooks that hold each other. The same drawing is in index.html and favicon.svg. */
export function BrandMark() {
  return (
    <svg className="shell-mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" />
      <path d="M20.7 9.7C20 7.6 18.3 6.5 16 6.5c-2.7 0-4.6 1.4-4.6 3.5 0 4.7 9.7 4.7 9.7 9.5 0 1.7-1.3 2.9-3.2 3.3" />
      <path d="M11.3 22.3c.7 2.1 2.4 3.2 4.7 3.2 2.7 0 4.6-1.4 4.6-3.5 0-4.7-9.7-4.7-9.7-9.5 0-1.7 1.3-2.9 3.2-3.3" />
    </svg>
  );
}
