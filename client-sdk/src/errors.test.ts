import { describe, expect, test } from '@jest/globals';
import { problems, type ProblemName } from '../../core/contract/problem.ts';
import * as errors from './errors.ts';
import { errorOf, TocsinError } from './errors.ts';

const names = Object.keys(problems) as ProblemName[];
const sent = (name: string, status: number, more: object = {}) => ({
  type: `https://tocsin.example.org/problems/${name}`,
  title: 'What happened',
  status,
  detail: 'Why it happened.',
  ...more,
});

describe('errors', () => {
  test.each(names)('%s says what, why and what to do, and carries the problem', (name) => {
    const problem = sent(name, problems[name].status);
    const error = errorOf(problem, 7);
    expect(error).toBeInstanceOf(TocsinError);
    expect(error.constructor).not.toBe(TocsinError);
    expect(error.message).toMatch(/^What happened: Why it happened\. [A-Z].+[.]$/);
    expect(error).toMatchObject({ code: name, problem, retryAfter: 7 });
  });

  test('each has a class of its kind, named as it is exported', () => {
    const classOf = (name: ProblemName) => errorOf(sent(name, problems[name].status)).name;
    expect(classOf('not-found')).toBe('NotFound');
    expect(classOf('state-conflict')).toBe('Conflict');
    expect(classOf('raise-limit')).toBe('RateLimited');
    expect(classOf('unauthorized')).toBe('Unauthorized');
    for (const name of names) expect(errors).toHaveProperty(classOf(name));
    expect(errorOf(sent('suspended', 403))).toBeInstanceOf(errors.Forbidden);
    expect(errorOf(sent('consumer-in-use', 409))).toBeInstanceOf(errors.Conflict);
  });

  test('a lost log carries the position to start over from', () => {
    const error = errorOf(sent('log-restored', 410, { position: 'p9' }));
    expect(error).toBeInstanceOf(errors.LogRestored);
    expect(error).toMatchObject({ position: 'p9' });
    expect(error.message).toContain("onLost: 'restart'");
  });

  test('a problem of a later version is what its status says', () => {
    expect(errorOf(sent('too-early', 425))).toBeInstanceOf(errors.InvalidRequest);
    expect(errorOf(sent('overloaded', 503))).toBeInstanceOf(errors.Unavailable);
    expect(errorOf(sent('constructor', 409))).toBeInstanceOf(errors.Conflict);
    expect(errorOf(sent('broken', 599))).toBeInstanceOf(errors.ServerFault);
  });
});
