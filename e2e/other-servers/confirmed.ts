/** What the tab was told is stored, as far as it goes: the server must hold it in the end. */
export interface Confirmed {
  /** By Id; null: deleted. */
  readonly sections: Map<number, Record<string, unknown> | null>;
  /** The sections in the order that was confirmed last; null before any was. */
  order: readonly number[] | null;
}

export const note = (confirmed: Confirmed, id: number, facts: Record<string, unknown>) =>
  void confirmed.sections.set(id, { ...confirmed.sections.get(id), ...facts });
