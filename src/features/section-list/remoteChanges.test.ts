import { describe, expect, it } from 'vitest';
import { remoteChangesOf } from './remoteChanges';

const row = (Id: number, UpdatedOn: string | null, UpdatedBy = 'colleague@example.com') => ({
  Id,
  UpdatedOn,
  UpdatedBy,
});

describe('the marks of a refreshed list', () => {
  it('are none at the first look', () => {
    expect(remoteChangesOf([row(1, 'a')], new Map())).toEqual(new Map());
  });

  it('name what is new and what was changed, and by whom', () => {
    const knownVersions = new Map([
      [1, 'a'],
      [2, 'b'],
      [3, null],
    ]);
    const remoteChanges = remoteChangesOf(
      [row(1, 'a'), row(2, 'c'), row(3, null), row(4, 'd')],
      knownVersions,
    );
    expect([...remoteChanges]).toEqual([
      [2, { kind: 'changed', by: 'colleague@example.com' }],
      [4, { kind: 'new', by: 'colleague@example.com' }],
    ]);
  });
});
