import { HistoryPanel } from '#/features/history/HistoryPanel';
import type { SectionEditor } from '#/features/saving/sectionEditor';
import { Panel } from '#/ui/Panel';
import { SectionDetails } from './fields/SectionDetails';

/** What is known about a stored section besides its fields: beside them where there is room, else below. */
export function BesideFields({ editor }: { editor: SectionEditor }) {
  return (
    <aside aria-label="About this section">
      <Panel title="Details">
        <SectionDetails record={editor.base} />
      </Panel>
      <HistoryPanel editor={editor} />
    </aside>
  );
}
