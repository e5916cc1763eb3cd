import { type Operation } from '../../core/contract/operation.ts';
import { operation, operations, type OperationId } from '../../core/contract/routes.ts';
import { notFound, Refusal } from '../../core/domain/refusal.ts';

export interface Route {
  readonly id: OperationId;
  readonly operation: Operation;
  /** As sent, lower case. */
  readonly params: Readonly<Record<string, string>>;
}

interface Path {
  readonly segments: readonly string[];
  /** By method; HEAD is GET. */
  readonly operations: Map<string, OperationId>;
}

const paths = pathsOf();
const uuidForm = /^[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$/;
const numberForm = /^[1-9]\d{0,3}$/;
/** What an id is of, by the path's first segment. */
const things: Readonly<Record<string, string>> = {
  warnings: 'warning',
  subscriptions: 'subscription',
  teams: 'team',
  sessions: 'session',
  members: 'member',
  invitations: 'invitation',
  applications: 'application',
  network: 'organisation',
  keys: 'key',
};

function pathsOf(): Path[] {
  const byPath = new Map<string, Path>();
  for (const id of Object.keys(operations) as OperationId[]) {
    const { method, path } = operation(id);
    const known = byPath.get(path) ?? { segments: path.slice(1).split('/'), operations: new Map() };
    known.operations.set(method, id);
    byPath.set(path, known);
  }
  // Literal segments win over parameters: /warnings/preview is no id.
  return [...byPath.values()].toSorted((one, other) => parameterCount(one) - parameterCount(other));
}

function parameterCount({ segments }: Path): number {
  return segments.filter((segment) => segment.startsWith('{')).length;
}

/**
 * The operation that a request calls.
 * @param path below the API's root, percent-encoded, without the query
 * @throws Refusal not-found, method-not-allowed
 */
export function route(method: string, path: string): Route {
  const { operations: offered, params } = pathFor(path);
  const id = offered.get(method === 'HEAD' ? 'GET' : method);
  if (!id) throw new Refusal('method-not-allowed', `${method} is not offered here; ${allowed(offered)} are.`);
  return { id, operation: operation(id), params };
}

/** @throws Refusal not-found for ids that nobody can have, as for those that nobody has */
export function checkParams({ operation: { path }, params: { id, n } }: Route): void {
  if (id !== undefined && !uuidForm.test(id)) throw notFound(things[path.split('/')[1] ?? ''] ?? 'thing');
  if (n !== undefined && !numberForm.test(n)) throw notFound('revision');
}

/** The methods that a path offers, as Allow says them; undefined: there is no such path. */
export function allow(path: string): string | undefined {
  try {
    return allowed(pathFor(path).operations);
  } catch {
    return undefined;
  }
}

function pathFor(path: string): { operations: Path['operations']; params: Record<string, string> } {
  const segments = path.slice(1).split('/');
  for (const one of paths) {
    const params = match(one.segments, segments);
    if (params) return { operations: one.operations, params };
  }
  throw new Refusal('not-found', 'There is no such call; see /api/v1/docs for all there are.');
}

function match(wanted: readonly string[], sent: readonly string[]): Record<string, string> | undefined {
  if (wanted.length !== sent.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const value = sent[index] as string;
    if (segment.startsWith('{')) params[segment.slice(1, -1)] = value.toLowerCase();
    else if (segment !== value) return undefined;
  }
  return params;
}

function allowed(offered: ReadonlyMap<string, OperationId>): string {
  const methods = [...offered.keys()];
  return [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
}
