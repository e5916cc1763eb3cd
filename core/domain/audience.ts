import type { Filter } from '../contract/filter.ts';
import type { Tlp } from '../contract/vocabularies.ts';
import { asksForStatusAlone, matches, type Facets } from './filter.ts';
import type { Reader } from './organisation.ts';
import { covers } from './tlp.ts';

/** Who may have one revision of a warning, and what filters see of it. */
export interface Marking {
  readonly tlp: Tlp;
  readonly withholdIssuer: boolean;
  readonly only: readonly string[] | null;
  readonly except: readonly string[] | null;
}

export interface MarkedRevision {
  readonly revision: number;
  readonly marking: Marking;
  readonly facets: Facets;
}

/** All that the audience asks of a warning: its issuer and its revisions, oldest first, the newest last; never empty. */
export interface WarningHistory {
  readonly id: string;
  readonly issuerId: string;
  readonly revisions: readonly MarkedRevision[];
}

/**
 * How much of a warning a reader may have, rising:
 * `none`, `marked` (the marking alone), `withheld` (all but the issuer), `full`, `whole` (with its audience).
 */
export type Access = 'none' | 'marked' | 'withheld' | 'full' | 'whole';

/** A mail subscriber: somebody outside the network, and the organisations of it that vouch for them. */
export interface MailReader {
  readonly vouchers: readonly Reader[];
}

/** What one marking gives one reader: the one place where TLP, audience, clearance and the issuer's wish are weighed. */
export function access(issuerId: string, marking: Marking, reader: Reader | MailReader): Access {
  if ('vouchers' in reader) return accessByMail(issuerId, marking, reader);
  if (reader.suspended) return 'none';
  const issuer = reader.organisationId === issuerId;
  const coordinator = reader.kind === 'coordinator';
  if (marking.tlp === 'TLP:RED') {
    const named = issuer || (marking.only ?? []).includes(reader.organisationId);
    if (!named || !reader.red) return coordinator ? 'marked' : 'none';
  }
  if (issuer || coordinator) return 'whole';
  if (!covers(reader.clearance, marking.tlp)) return 'none';
  if (marking.only && !marking.only.includes(reader.organisationId)) return 'none';
  if (marking.except?.includes(reader.organisationId)) return 'none';
  return marking.withholdIssuer ? 'withheld' : 'full';
}

/**
 * CLEAR goes to any subscriber, and GREEN to those whom an organisation vouches for that may have it itself; so does what has an
 * audience of its own, which is nobody's outside. Nobody outside learns a withheld issuer, whoever vouches for them.
 */
function accessByMail(issuerId: string, marking: Marking, { vouchers }: MailReader): Access {
  if (!covers('TLP:GREEN', marking.tlp)) return 'none';
  const forEverybody = marking.tlp === 'TLP:CLEAR' && marking.only === null && marking.except === null;
  const admitted = forEverybody || vouchers.some((voucher) => mayPassOn(access(issuerId, marking, voucher)));
  if (!admitted) return 'none';
  return marking.withholdIssuer ? 'withheld' : 'full';
}

const mayPassOn = (held: Access): boolean => held !== 'none' && held !== 'marked';

const rising: readonly Access[] = ['none', 'marked', 'withheld', 'full', 'whole'];

/** Then and now: the lesser of what two markings give. */
export function lesser(one: Access, other: Access): Access {
  return rising.indexOf(one) <= rising.indexOf(other) ? one : other;
}

/** What a reader may have of a revision today: by its own marking and by the newest's. */
export function accessThenAndNow(history: WarningHistory, revision: number, reader: Reader | MailReader): Access {
  const then = history.revisions[revision - 1];
  const now = history.revisions.at(-1);
  if (!then || !now) return 'none';
  return lesser(access(history.issuerId, then.marking, reader), access(history.issuerId, now.marking, reader));
}

/** The revisions whose text a reader may have today. */
export function readableRevisions(history: WarningHistory, reader: Reader): number[] {
  return admittedRevisions(history, reader).filter(
    (revision) => accessThenAndNow(history, revision, reader) !== 'marked',
  );
}

/** The revisions of which a reader may have anything today. */
export function admittedRevisions(history: WarningHistory, reader: Reader): number[] {
  return history.revisions
    .map(({ revision }) => revision)
    .filter((revision) => accessThenAndNow(history, revision, reader) !== 'none');
}

/** What a reader may have of the warning as it is now. */
export function accessNow(history: WarningHistory, reader: Reader | MailReader): Access {
  return accessThenAndNow(history, history.revisions.length, reader);
}

/** Who was admitted by the revision before and is no longer by this one: to be told once to remove it. */
export function isWithdrawnFrom(history: WarningHistory, revision: number, reader: Reader): boolean {
  const before = history.revisions[revision - 2];
  const after = history.revisions[revision - 1];
  if (!before || !after || reader.suspended) return false;
  return (
    access(history.issuerId, before.marking, reader) !== 'none' &&
    access(history.issuerId, after.marking, reader) === 'none'
  );
}

/** Whether a revision gives a reader less of the warning than the one before it. */
export function isLessenedFor(history: WarningHistory, revision: number, reader: Reader): boolean {
  const before = history.revisions[revision - 2];
  const after = history.revisions[revision - 1];
  if (!before || !after) return false;
  const had = access(history.issuerId, before.marking, reader);
  return lesser(had, access(history.issuerId, after.marking, reader)) !== had;
}

/**
 * Sticky: matched now or in any earlier revision that the reader was admitted to, up to `revision`. Who has the marking alone
 * finds nothing by what only the text says.
 */
export function heardBy(
  history: WarningHistory,
  revision: number,
  reader: Reader | MailReader,
  filter: Filter,
): boolean {
  return history.revisions.slice(0, revision).some(({ marking, facets }) => {
    if (!matches(filter, facets)) return false;
    const allowed = access(history.issuerId, marking, reader);
    return allowed === 'marked' ? asksForStatusAlone(filter) : allowed !== 'none';
  });
}
