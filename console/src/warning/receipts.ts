import type { Acknowledgement } from '../../../core/contract/acknowledgement.ts';
import type { Warning } from '../../../core/contract/warning.ts';

type Standing = Pick<Acknowledgement, 'expected' | 'seenRevision'>;

/** Whether more may be learned about who has it and has seen it. */
export function waitsForReceipts(
  { state, revision }: Pick<Warning, 'state' | 'revision'>,
  all: readonly Standing[] | undefined,
): boolean {
  if (state !== 'active') return false;
  return all === undefined || all.some(({ expected, seenRevision }) => expected && (seenRevision ?? 0) < revision);
}

/** Milliseconds between two looks: short while whoever is connected gets it, longer once that is through. */
export function receiptPace({ updatedAt }: Pick<Warning, 'updatedAt'>, now: number): number {
  return now - Date.parse(updatedAt) < 30_000 ? 2_000 : 15_000;
}
