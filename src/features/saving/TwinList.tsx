import { Link } from 'react-router-dom';
import type { SectionListRow } from '#/api/sections/sections';
import { paths } from '#/paths';
import { Button } from '#/ui/Button';
import { sectionTitle } from '#/features/sections/model/sectionTitle';

interface TwinListProps {
  /** How many there were. */
  count: number;
  /** Those that are still there. */
  twins: readonly Pick<SectionListRow, 'Id' | 'Title'>[];
  isBusy?: boolean;
  /** Why nothing can be deleted. */
  disabledReason?: string | null;
  onDelete: (id: number) => void;
}

/** There are several of one: all are shown, and deleting is offered, never done by itself. */
export function TwinList({ count, twins, isBusy = false, disabledReason = null, onDelete }: TwinListProps) {
  return (
    <>
      <p>
        The section is there {count} times: the network delivered it again, or an earlier one late. Delete
        what you do not need.
      </p>
      <ul>
        {twins.map((twin) => (
          <li key={twin.Id}>
            <Link to={paths.editSection(twin.Id)} dir="auto">
              {sectionTitle(twin)}
            </Link>{' '}
            (number {twin.Id}){' '}
            {twins.length > 1 && (
              <Button
                variant="quiet"
                isBusy={isBusy}
                disabledReason={disabledReason}
                onClick={() => onDelete(twin.Id)}
              >
                Delete section {twin.Id}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
