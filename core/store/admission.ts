import type { Reader } from '../domain/organisation.ts';
import { covers, tlpOrder } from '../domain/tlp.ts';

/** A condition on the table `warning`; `bind` takes a value and answers its parameter, each to be used. */
export type Predicate = (bind: (value: unknown) => string) => string;

/**
 * The audience's decision (domain/audience `access` is not `none`) as a condition on the newest marking of a warning, so that lists
 * need not read what their reader may not see. A test holds the two to each other over random markings and readers.
 */
export function admitted(reader: Reader): Predicate {
  return (bind) => {
    if (reader.suspended) return 'false';
    if (reader.kind === 'coordinator') return 'true';
    const own = bind(reader.organisationId);
    const covered = bind(tlpOrder.filter((marking) => covers(reader.clearance, marking)));
    return `(tlp <> 'TLP:RED' OR ${reader.red ? named(own) : 'false'})
      AND (issuer_id = ${own}::uuid OR (
        tlp = ANY(${covered}::text[])
        AND (audience_only IS NULL OR ${own}::uuid = ANY(audience_only))
        AND NOT COALESCE(${own}::uuid = ANY(audience_except), false)))`;
  };
}

/** For a coordinator: the warnings that are more than `marked` to it. */
export function fullyReadable(reader: Reader): Predicate {
  return (bind) => (reader.red ? `tlp <> 'TLP:RED' OR ${named(bind(reader.organisationId))}` : `tlp <> 'TLP:RED'`);
}

function named(own: string): string {
  return `(issuer_id = ${own}::uuid OR COALESCE(${own}::uuid = ANY(audience_only), false))`;
}
