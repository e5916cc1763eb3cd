import { accessThenAndNow, type WarningHistory } from './audience.ts';
import type { NewEvent } from './log.ts';
import type { Reader } from './organisation.ts';

/** Why it stands on the log that somebody got a revision: its warning is TLP:RED, or they learned a withheld issuer. */
export type ReadingReason = 'red' | 'withheld';

/** A credential got a revision of a warning, in words or with its issuer's name. */
export interface Reading {
  readonly actor: NewEvent['actor'];
  readonly warningId: string;
  readonly revision: number;
  readonly why: ReadingReason;
}

/** What makes it worth a note that a reader gets a revision; nothing, for nearly all. */
export function readingReasons(history: WarningHistory, revision: number, reader: Reader): ReadingReason[] {
  const then = history.revisions[revision - 1]?.marking;
  const now = history.revisions.at(-1)?.marking;
  if (!then || !now) return [];
  const red = then.tlp === 'TLP:RED' || now.tlp === 'TLP:RED';
  const withheld =
    (then.withholdIssuer || now.withholdIssuer) &&
    reader.kind === 'coordinator' &&
    reader.organisationId !== history.issuerId;
  if (!red && !withheld) return [];
  const allowed = accessThenAndNow(history, revision, reader);
  // Of a TLP:RED warning that it is left out of a coordinator gets the marking alone, and in it the issuer.
  return [
    ...(red && allowed !== 'none' && allowed !== 'marked' ? (['red'] as const) : []),
    ...(withheld && allowed !== 'none' ? (['withheld'] as const) : []),
  ];
}

/**
 * What is talked about a warning, and what the network does by itself to have it answered, is on its timeline; all else on the log
 * is a decision about who may see or do what, or says who saw what. A type that nobody thought of is audited. As in 0012_audit.sql.
 */
export const unauditedTypes = '^(acknowledgement|escalation|comment)\\.|^warning\\.(corroborated|expired)$';

/** Whether somebody may have an entry as it was hashed: with all its ids, those of another organisation's people among them. */
export function mayVerify(
  entry: { readonly organisationId: string | null; readonly revision: number | null },
  history: WarningHistory | undefined,
  reader: Reader,
): boolean {
  const own = entry.organisationId === null || entry.organisationId === reader.organisationId;
  if (!own && reader.kind !== 'coordinator') return false;
  if (entry.revision === null) return true;
  return history !== undefined && !['none', 'marked'].includes(accessThenAndNow(history, entry.revision, reader));
}
