import { LazyPart } from '#/ui/LazyPart';
import type { PlaceFieldProps } from './PlaceField';

const loadPlaceField = async () => (await import('./PlaceField')).PlaceField;

/** “Place” has its own code: with the rest, its pieces would be lines in the loading table that each form begins with. */
export function LatePlace(props: PlaceFieldProps) {
  return <LazyPart isOptional load={loadPlaceField} props={props} placeholder={<div />} />;
}
