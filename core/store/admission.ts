import { covers, tlpOrder } from '../domain/tlp.ts';
import type { Reader } from '../domain/organisation.ts';

/** A condition on the table `warning`; `bind` takes a value and answers its parameter. */
export type Predicate = (bind: (value: unknown) => string) => string;

/**
 * The audience's decision (domain/audience `access` is not `none`) as a condition on the newest marking of a warning, so that lists
 * need not read what their reader may not see. A test holds the two to each other over random markings and readers.
 */
export function admitted(reader: Reader): Predicate {
  return (bind) => {
    if (reader.suspended) return 'false';
    const own = bind(reader.organisationId);
    const named = `issuer_id = ${own}::uuid OR COALESCE(${own}::uuid = ANY(audience_only), false)`;
    const red = reader.kind === 'coordinator' ? 'true' : reader.red ? named : 'false';
    const open =
      reader.kind === 'coordinator'
        ? 'true'
        : `issuer_id = ${own}::uuid OR (
            tlp = ANY(${bind(tlpOrder.filter((marking) => covers(reader.clearance, marking)))})
            AND (audience_only IS NULL OR ${own}::uuid = ANY(audience_only))
            AND NOT COALESCE(${own}::uuid = ANY(audience_except), false))`;
    return `CASE WHEN tlp = 'TLP:RED' THEN ${red} ELSE (${open}) END`;
  };
}

/** For a coordinator: the warnings that are more than `marked` to it. */
export function fullyReadable(reader: Reader): Predicate {
  return (bind) => {
    const own = bind(reader.organisationId);
    const named = `issuer_id = ${own}::uuid OR COALESCE(${own}::uuid = ANY(audience_only), false)`;
    return `tlp <> 'TLP:RED' OR (${reader.red ? named : 'false'})`;
  };
}
