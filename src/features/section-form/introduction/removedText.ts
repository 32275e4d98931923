import { type RemovedCounts, type RemovedKind, removedKinds } from '#/preview/messages';
import { counted } from '#/lib/format';

const words: Readonly<Record<RemovedKind, readonly [one: string, other: string]>> = {
  script: ['script', 'scripts'],
  handler: ['scripted attribute', 'scripted attributes'],
  embed: ['embed', 'embeds'],
  form: ['form control', 'form controls'],
  styleSheet: ['style sheet', 'style sheets'],
  image: ['image', 'images'],
  link: ['unsafe link', 'unsafe links'],
  drawing: ['drawing', 'drawings'],
};

/** “Not shown in the preview: 1 script, 2 embeds”; null when nothing was left out. */
export function removedText(removed: RemovedCounts): string | null {
  const parts = removedKinds.flatMap((kind) => {
    const count = removed[kind] ?? 0;
    const [one, other] = words[kind];
    return count > 0 ? [counted(count, one, other)] : [];
  });
  return parts.length > 0 ? `Not shown in the preview: ${parts.join(', ')}` : null;
}
