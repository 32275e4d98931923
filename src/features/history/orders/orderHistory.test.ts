import { describe, expect, it } from 'vitest';
import { readSectionListRow, type SectionListRow } from '#/api/sections/sectionRow';
import { memoryDrafts } from '#/lib/drafts/memoryDrafts';
import { createLocalHistory } from '#/lib/localHistory';
import { idsOf, nothingDone, orderOf, type OrderEntry, orderHistory } from './orderHistory';

function row(properties: Partial<SectionListRow> & { readonly Id: number }): SectionListRow {
  const read = readSectionListRow({ Title: 'Basics', UpdatedOn: '2026-03-01T10:00:00Z', ...properties });
  if (!read) throw new Error('The row has no Id.');
  return read;
}

const me = 'me@example.com';
const before = orderOf(
  [row({ Id: 1, DisplayOrder: 1 }), row({ Id: 2, DisplayOrder: 2 })],
  null,
  nothingDone,
  me,
);
const mover = ({ by, on, isHere }: OrderEntry) => ({ by, on, isHere });

describe('who brought a course into an order', () => {
  it('is unknown for the first order that is seen, whoever saved the sections', () => {
    expect(mover(before)).toEqual({ by: null, on: null, isHere: false });
    expect(idsOf(before)).toEqual([1, 2]);
  });

  it('is who has changed last what has another number or is new, whoever has only written texts since', () => {
    const rows = [
      row({ Id: 2, DisplayOrder: 0, UpdatedOn: '2026-03-02T10:00:00Z', UpdatedBy: 'ann@example.com' }),
      row({ Id: 3, DisplayOrder: 1, UpdatedOn: '2026-03-02T10:00:01', UpdatedBy: 'bob@example.com' }),
      row({ Id: 1, DisplayOrder: 1, UpdatedOn: '2026-03-02T12:00:00Z', UpdatedBy: 'eve@example.com' }),
    ];
    expect(mover(orderOf(rows, before, nothingDone, me))).toEqual({
      by: 'bob@example.com',
      on: '2026-03-02T10:00:01',
      isHere: false,
    });
  });

  it('is the account itself where this browser wrote the number that stands there', () => {
    const rows = [row({ Id: 2, DisplayOrder: 0, UpdatedBy: 'service' }), row({ Id: 1, DisplayOrder: 1 })];
    expect(orderOf(rows, before, { written: new Map([[2, 0]]), moved: [1] }, me)).toMatchObject({
      by: me,
      isHere: true,
      moved: [1],
    });
    expect(mover(orderOf(rows, before, { written: new Map([[2, 7]]), moved: [1] }, me))).toMatchObject({
      by: 'service',
      isHere: false,
    });
    expect(orderOf(rows, before, { written: new Map(), moved: [1] }, me)).not.toHaveProperty('moved');
  });

  it('is nobody when sections are only gone, or when the times do not tell which change was the last', () => {
    expect(mover(orderOf([row({ Id: 2, DisplayOrder: 2 })], before, nothingDone, me)).by).toBeNull();
    const rows = [
      row({ Id: 2, DisplayOrder: 0, UpdatedBy: 'ann@example.com' }),
      row({ Id: 1, DisplayOrder: 5, UpdatedOn: '0001-01-01T00:00:00', UpdatedBy: 'bob@example.com' }),
    ];
    expect(mover(orderOf(rows, before, nothingDone, me)).by).toBeNull();
  });
});

describe('an order that this browser has seen', () => {
  it('is the same with other numbers or titles, which are kept with it', async () => {
    const history = createLocalHistory(memoryDrafts(), orderHistory, () => 'id');
    const note = (rows: SectionListRow[]) =>
      history.note('me', 'order:7', (known) => orderOf(rows, known, nothingDone, me));
    await note([row({ Id: 1, DisplayOrder: 0 }), row({ Id: 2, DisplayOrder: 0 })]);
    await note([row({ Id: 1, DisplayOrder: 0 }), row({ Id: 2, DisplayOrder: 10, Title: 'Renamed' })]);
    const { versions } = await history.list('me', 'order:7');
    expect(versions).toHaveLength(1);
    expect(versions[0]?.value.sections[1]).toEqual({ id: 2, title: 'Renamed', displayOrder: 10 });
  });

  it('is read only as this app writes it', () => {
    expect(orderHistory.read(orderHistory.pack(before))).toEqual(before);
    for (const order of [
      null,
      {},
      { ...before, by: 7 },
      { ...before, moved: ['x'] },
      { ...before, sections: [{ id: 'x' }] },
    ])
      expect(orderHistory.read({ order })).toBeNull();
  });
});
