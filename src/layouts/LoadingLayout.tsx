import { ShellHeader } from '#/ui/ShellHeader';

/** What index.html shows before any script, once more: the frame while the first page is on its way. */
export function LoadingLayout() {
  return (
    <div className="shell">
      <ShellHeader />
      <main className="shell-main">
        <div className="shell-waiting">
          <h1>Loading…</h1>
          <div className="shell-bar" />
          <div className="shell-bar" />
        </div>
      </main>
    </div>
  );
}
