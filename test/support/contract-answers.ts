import { isDeepStrictEqual } from 'node:util';
import { problem } from '../../core/contract/problem.ts';
import { operation } from '../../core/contract/routes.ts';
import { route } from '../../server/http/routing.ts';

/** Their data is one of many shapes, the first of which takes anything. */
const open = new Set(['listEvents', 'getTimeline']);

/**
 * Holds an answer of the API to the contract: its status is foreseen, and its body is what the schema says and nothing more.
 * @throws Error that says where it is not
 */
export function checkAnswer(method: string, path: string, status: number, body: unknown): void {
  if (status >= 400) {
    problem.parse(body);
    return;
  }
  if (method === 'HEAD' || method === 'OPTIONS') return;
  const { id } = route(method, path);
  const { answers } = operation(id);
  if (!(status in answers)) throw new Error(`${id} answered ${status}, which the contract does not foresee.`);
  const schema = answers[status];
  if (!schema) return;
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new Error(`${id} answered ${JSON.stringify(body)}: ${parsed.error.message}`);
  if (!open.has(id) && !isDeepStrictEqual(parsed.data, body)) {
    throw new Error(`${id} answered more than the contract names: ${JSON.stringify(body)}`);
  }
}
