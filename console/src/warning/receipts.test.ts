import { expect, test } from '@jest/globals';
import { receiptPace, waitsForReceipts } from './receipts.ts';

const team = (seenRevision: number | null, expected = true) => ({ expected, seenRevision });

test('receipts are looked for until every expected team has seen this revision', () => {
  const active = { state: 'active', revision: 2 } as const;
  expect(waitsForReceipts(active, undefined)).toBe(true);
  expect(waitsForReceipts(active, [team(2), team(1)])).toBe(true);
  expect(waitsForReceipts(active, [team(2), team(null, false)])).toBe(false);
  expect(waitsForReceipts({ ...active, state: 'expired' }, [team(null)])).toBe(false);
});

test('often at first, then now and then', () => {
  const updatedAt = '2026-11-24T10:00:00.000Z';
  const at = Date.parse(updatedAt);
  expect(receiptPace({ updatedAt }, at + 1_000)).toBe(2_000);
  expect(receiptPace({ updatedAt }, at + 60_000)).toBe(15_000);
});
