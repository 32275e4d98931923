import { QueryClient } from '@tanstack/react-query';
import { beforeEach, describe, expect, it } from 'vitest';
import { keepListedCounts, knownCounts } from './countQuery';
import { sectionKeys } from './sectionQueries';

let client: QueryClient;
beforeEach(() => {
  client = new QueryClient();
});

const answered = (courseId: number, total: number | null, isForeign = false, updatedAt = Date.now()) =>
  client.setQueryData([...sectionKeys.course(courseId), 'count'], { total, isForeign }, { updatedAt });
const listed = (courseId: number, length: number, updatedAt = Date.now(), isComplete = true) =>
  client.setQueryData(
    [...sectionKeys.course(courseId), 'list'],
    { rows: Array.from({ length }, () => ({})), isComplete, isBehind: false },
    { updatedAt },
  );
const counts = () => Object.fromEntries(knownCounts(client).counts);

describe('the numbers of sections that are known', () => {
  it('are those of one-row answers once two courses have one, or one has none', () => {
    answered(1, 40);
    expect(counts()).toEqual({});
    expect(knownCounts(client).isProven).toBe(false);
    answered(2, 6);
    expect(counts()).toEqual({ 1: 40, 2: 6 });
    client.clear();
    answered(3, 0);
    expect(counts()).toEqual({ 3: 0 });
  });

  it('are none of these where the server answered with a section of another course', () => {
    answered(1, 300);
    answered(2, null, true);
    answered(3, 300);
    expect(knownCounts(client)).toMatchObject({ isFilterIgnored: true, isProven: false });
    expect(counts()).toEqual({ 1: null, 2: null, 3: null });
  });

  it('are those of whole lists too, whichever is newer', () => {
    answered(1, 5, false, 1000);
    answered(2, 6, false, 3000);
    answered(3, null, false, 3000);
    listed(1, 7, 2000);
    listed(2, 8, 2000);
    listed(3, 9, 2000);
    expect(counts()).toEqual({ 1: 7, 2: 6, 3: 9 });
  });

  it('are not those of a list that may be incomplete', () => {
    listed(1, 7, 2000, false);
    expect(counts()).toEqual({});
  });

  it('stay those of a list that was read later when that is forgotten', () => {
    answered(1, 5, false, 1000);
    answered(2, 6, false, 3000);
    listed(1, 7, 2000);
    listed(2, 8, 2000);
    keepListedCounts(client);
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[3] === 'list' });
    expect(counts()).toEqual({ 1: 7, 2: 6 });
  });

  it('need not be asked for again for five minutes, or until something was changed', async () => {
    const now = Date.now();
    answered(1, 4);
    listed(2, 5);
    answered(3, null);
    answered(4, 1, false, now - 300_001);
    expect(knownCounts(client, now).fresh).toEqual(new Set([1, 2, 3]));
    await client.invalidateQueries({ queryKey: sectionKeys.course(2) });
    expect(knownCounts(client, now).fresh).toEqual(new Set([1, 3]));
  });
});
