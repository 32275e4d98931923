import { BrandMark } from './BrandMark';

/** The header of a page without a session, as index.html shows it before any script. With `href` the brand is a link. */
export function ShellHeader({ href }: { href?: string }) {
  const Brand = href === undefined ? 'span' : 'a';
  return (
    <header className="shell-header">
      <Brand className="shell-brand" href={href}>
        <BrandMark />
        Course sections
      </Brand>
    </header>
  );
}
