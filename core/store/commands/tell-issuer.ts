import { raisersOf } from '../../domain/recipients.ts';
import type { Unit } from '../unit.ts';
import type { LoadedWarning } from '../warnings.ts';
import { writeMails } from './mails.ts';

/**
 * Writes to whoever raises for the issuer what became of a warning: when the first platform answers it, and when it ends.
 * A test is nobody's news.
 */
export async function tellIssuer(
  unit: Unit,
  { snapshot, history }: LoadedWarning,
  kind: 'first-answer' | 'outcomes',
  eventId: string,
): Promise<void> {
  if (snapshot.status === 'test') return;
  const { id, revision } = snapshot;
  const raisers = raisersOf(unit.directory, history).map((raiser) => ({ ...raiser, teamId: null }));
  await writeMails(unit, { kind, content: {}, eventId, warning: { id, revision }, at: unit.at }, raisers);
}
