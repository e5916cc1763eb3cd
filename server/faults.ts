import type { z } from 'zod';
import type { FieldError } from '../core/contract/problem.ts';
import { sentenceOf } from '../core/contract/sentences.ts';
import { Refusal } from '../core/domain/refusal.ts';

const mostFaults = 50;
const longestName = 200;

/** 400 that names what is wrong with which part of the request. */
export function invalidRequest(faults: readonly FieldError[]): Refusal {
  const errors = faults.slice(0, mostFaults);
  const rest = faults.length - errors.length;
  const sentences = errors.slice(0, 5).map(({ pointer, message }) => `${pointer || 'The body'}: ${message}`);
  const more =
    faults.length > 5 ? ` And ${faults.length - 5} more${rest > 0 ? ` (${rest} of them not listed)` : ''}.` : '';
  return new Refusal('invalid-request', sentences.join(' ') + more, { errors });
}

/** What zod found, each with a JSON pointer; an unknown member is pointed at itself. */
export function bodyFaults(issues: readonly z.core.$ZodIssue[]): FieldError[] {
  return issues.slice(0, mostFaults + 1).flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [bodyFault(issue.path, sentenceOf(issue))];
    return issue.keys.slice(0, mostFaults + 1).map((key) => {
      return bodyFault([...issue.path, key], `There is no member \`${shortened(key)}\` here.`);
    });
  });
}

/** The same for parameters of the query: each is one, however often it is repeated. */
export function queryFaults(issues: readonly z.core.$ZodIssue[]): FieldError[] {
  return issues.slice(0, mostFaults + 1).flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [queryFault(String(issue.path[0] ?? ''), sentenceOf(issue))];
    return issue.keys
      .slice(0, mostFaults + 1)
      .map((key) => queryFault(key, `There is no parameter \`${shortened(key)}\` here.`));
  });
}

export function bodyFault(path: readonly PropertyKey[], message: string): FieldError {
  return { in: 'body', pointer: path.map((part) => `/${escaped(String(part))}`).join(''), message };
}

export function queryFault(name: string, message: string): FieldError {
  return { in: 'query', pointer: `/${escaped(name)}`, message };
}

export function headerFault(name: string, message: string): FieldError {
  return { in: 'header', pointer: `/${name}`, message };
}

/** RFC 6901. */
function escaped(part: string): string {
  return shortened(part).replaceAll('~', '~0').replaceAll('/', '~1');
}

function shortened(name: string): string {
  return name.length > longestName ? `${name.slice(0, longestName)}…` : name;
}
