import { useMemo, useState } from 'react';
import { numeral } from '#/lib/format';
import { Combobox } from '#/ui/Combobox';
import typography from '#/ui/typography.module.css';
import type { PlaceWish } from '#/features/course-changes/plan/placePlan';
import {
  findPlaces,
  foundText,
  meantPlace,
  type PlaceOption,
  placeOptions,
  type PlaceSection,
} from './placeOptions';
import styles from './PlacePicker.module.css';

interface PlacePickerProps {
  /** Of the text box, with what it is described by. */
  described: {
    id: string;
    'aria-describedby': string | undefined;
    'aria-invalid'?: true | undefined;
    'data-autofocus'?: true;
  };
  /** Those that the section, or the sections, can be put behind, in the order that the app shows. */
  sections: readonly PlaceSection[];
  /** null: none is chosen yet. */
  chosen: PlaceWish | null;
  onChoose: (wish: PlaceWish) => void;
  /** What holds while none is chosen; left out: one has to be. */
  none?: string;
  /** Back to that. */
  onNone?: () => void;
}

/** A place in a course, as a combobox: at an end, or after a section, found by its title or its position. */
export function PlacePicker({ described, sections, chosen, onChoose, none, onNone }: PlacePickerProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const options = useMemo(() => placeOptions(sections), [sections]);
  const found = useMemo(() => findPlaces(options, typed ?? '', chosen), [options, typed, chosen]);
  const choose = ({ wish }: PlaceOption) => {
    setTyped(null);
    setOpen(false);
    onChoose(wish);
  };
  return (
    <div className={styles.picker}>
      <Combobox
        described={{ 'aria-invalid': undefined, ...described }}
        listLabel="Places"
        placeholder={none ?? 'Type to search'}
        options={found}
        keyOf={({ wish }) => wish}
        render={(option) => <OptionWords {...option} />}
        chosenKey={chosen}
        chosenText={options.find(({ wish }) => wish === chosen)?.text ?? ''}
        typed={typed}
        isOpen={isOpen}
        onOpenChange={setOpen}
        onType={setTyped}
        onChoose={choose}
        onClear={typed === null ? (chosen !== null && onNone) || null : () => setTyped(null)}
        onMean={() => {
          const meant = typed === null ? null : meantPlace(options, typed);
          if (meant) choose(meant);
          else setTyped(null);
        }}
      />
      <output className={typography.hidden}>{isOpen && foundText(found.length, typed ?? '')}</output>
    </div>
  );
}

function OptionWords({ text, section }: PlaceOption) {
  if (!section) return text;
  return (
    <>
      After “<bdi>{section.title}</bdi>”{' '}
      <span className={`${typography.note} ${styles.position}`}>position {numeral(section.position)}</span>
    </>
  );
}
