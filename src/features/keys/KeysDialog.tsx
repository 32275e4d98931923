import { useState } from 'react';
import { Button } from '#/ui/Button';
import { Checkbox } from '#/ui/Checkbox';
import { Dialog } from '#/ui/Dialog';
import typography from '#/ui/typography.module.css';
import styles from './KeysDialog.module.css';
import { singleKeysOff } from './singleKeys';

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);
const control = isApple ? '⌘' : 'Ctrl';
const alt = isApple ? '⌥' : 'Alt';

/** What a key does, and the keys: one after the other, or at the same time. */
type Line = readonly [does: string, ...keys: (readonly string[])[]];

const everywhere: readonly Line[] = [['Save, in a form', [control, 'S']]];

const everywhereSingle: readonly Line[] = [
  ['Search', ['/']],
  ['This sheet', ['?']],
];

const list: readonly Line[] = [
  ['Another row', ['↑'], ['↓']],
  ['First or last row', ['Home'], ['End']],
  ['Rename', ['F2']],
  ['Move the section', [alt, '↑'], [alt, '↓']],
  ['Pick up at the handle; drop; cancel', ['Enter'], ['Enter'], ['Esc']],
  ['Select all up to a box', ['Shift', 'Space']],
  ['Undo', [control, 'Z']],
  ['Redo', [control, 'Shift', 'Z']],
];

const listSingle: readonly Line[] = [
  ['New section', ['N']],
  ['Edit the section of the row', ['E']],
  ['Next or previous row', ['J'], ['K']],
];

/** All keys, and the switch for those that stand alone: speech input says them by accident. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const [isOn, setIsOn] = useState(() => !singleKeysOff.isChosen());
  const [isKept, setIsKept] = useState(true);
  return (
    <Dialog
      isOpen
      title="Keyboard shortcuts"
      onClose={onClose}
      footer={<Button onClick={onClose}>Close</Button>}
    >
      <h3 className={styles.heading}>Everywhere</h3>
      <Lines lines={[...everywhere, ...(isOn ? everywhereSingle : [])]} />
      <h3 className={styles.heading}>List of sections</h3>
      <Lines lines={[...list, ...(isOn ? listSingle : [])]} />
      <Checkbox
        label="Single-key shortcuts"
        checked={isOn}
        onChange={({ target }) => {
          setIsKept(singleKeysOff.choose(!target.checked));
          setIsOn(target.checked);
        }}
      />
      {!isKept && (
        <p role="status" className={typography.note}>
          This browser can’t keep that.
        </p>
      )}
    </Dialog>
  );
}

function Lines({ lines }: { lines: readonly Line[] }) {
  return (
    <dl className={styles.lines}>
      {lines.map(([does, ...keys]) => (
        <div key={does}>
          <dt>{does}</dt>
          <dd>
            {keys.map((together, index) => (
              // Fixed lists: the place is the key's name.
              // oxlint-disable-next-line react/no-array-index-key
              <span key={index}>
                {together.map((name) => (
                  <kbd key={name}>{name}</kbd>
                ))}
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
