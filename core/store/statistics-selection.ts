import type { Reader } from '../domain/organisation.ts';
import type { Period, Subject } from '../domain/statistics.ts';
import { admitted, fullyReadable, type Predicate } from './admission.ts';

/** Which warnings are counted, for whom. */
export interface Selection {
  readonly reader: Reader;
  readonly subject: Subject;
  readonly period: Period;
  readonly status: 'actual' | 'exercise';
}

/** A team was expected to answer a warning, or did: what merely reached it is no answer that anybody waited for. */
export const counted = `(acknowledgement.expected OR acknowledgement.waiting_since IS NOT NULL OR acknowledgement.state <> 'pending')`;

/** Conditions on `warning`: those that the audience gives whole, or (`red`) those of which a coordinator has the marking alone. */
export function chosen({ reader, subject, period, status }: Selection, red = false): Predicate {
  const only = [admitted(reader), raisedWithin(period, status), about(subject)];
  if (reader.kind === 'coordinator') only.push(red ? not(fullyReadable(reader)) : fullyReadable(reader));
  return (bind) => only.map((predicate) => `(${predicate(bind)})`).join(' AND ');
}

/** A condition on `acknowledgement`: whose answers are counted. */
export function answeredBy(subject: Subject): Predicate {
  return (bind) => {
    if (subject.scope !== 'received') return counted;
    const { organisationId, teams } = subject;
    const own = `acknowledgement.organisation_id = ${bind(organisationId)}::uuid`;
    return `${counted} AND ${own}${teams === null ? '' : ` AND acknowledgement.team_id = ANY(${bind(teams)}::uuid[])`}`;
  };
}

function raisedWithin({ since, until }: Period, status: string): Predicate {
  return (bind) =>
    `status = ${bind(status)} AND created_at >= ${bind(since)}::timestamptz AND created_at < ${bind(until)}::timestamptz`;
}

function about(subject: Subject): Predicate {
  return (bind) => {
    if (subject.scope === 'network') return 'true';
    if (subject.scope === 'raised') {
      return `issuer_id = ${bind(subject.organisationId)}::uuid${subject.withheld ? '' : ' AND NOT withhold_issuer'}`;
    }
    return `EXISTS (SELECT FROM acknowledgement
      WHERE acknowledgement.warning_id = warning.id AND ${answeredBy(subject)(bind)})`;
  };
}

const not =
  (predicate: Predicate): Predicate =>
  (bind) =>
    `NOT (${predicate(bind)})`;
