import { z } from 'zod';
import { operation, operations, type OperationId } from '../../core/contract/routes.ts';
import { listedId } from '../../core/contract/scalars.ts';

/** What is named in a body or a query, and how a request looks that names it, about a warning where it is about one. */
export interface Named {
  readonly thing: 'team' | 'member' | 'subscription' | 'warning' | 'comment' | 'organisation' | 'owner';
  /** What is answered where it is one's own. */
  readonly own: number;
  readonly sent: (id: string, warning: string) => { readonly body?: object; readonly query?: string };
}

const team = { thing: 'team', own: 200 } as const;
const answer = { state: 'working' };
const mail = (target: object): object => ({ name: 'Named', channels: [{ type: 'email', to: [target] }] });
const policy = (target: object): object => ({ steps: [{ after: 60, to: [target] }], hours: null });
const night = { at: '2026-05-09T03:00', timeZone: 'Europe/Berlin', severity: 'severe' };
const person = (id: string): object => ({ type: 'member', id });
/** Webhooks are not offered yet: refused whosoever the subscription is. */
const webhook = (subscription: string): object => ({ type: 'webhook', subscription });

/** Every id that a body or a query may name, written by hand: of these each organisation may name its own alone. */
export const namedIds: Readonly<Record<string, Named>> = {
  'acknowledgeWarning /team': { ...team, sent: (id) => ({ body: { ...answer, team: id } }) },
  'acknowledgeWarnings /team': {
    ...team,
    sent: (id, warning) => ({ body: { ...answer, warnings: [warning], team: id } }),
  },
  'acknowledgeWarnings /warnings/0': {
    thing: 'warning',
    own: 200,
    sent: (id) => ({ body: { ...answer, warnings: [id] } }),
  },
  'escalateWarning /team': { thing: 'team', own: 409, sent: (id) => ({ body: { team: id } }) },
  'addComment /inReplyTo': {
    thing: 'comment',
    own: 201,
    sent: (id) => ({ body: { text: 'Yes.', audience: 'issuer', inReplyTo: id } }),
  },
  'previewWarning /revisionOf': { thing: 'warning', own: 200, sent: (id) => ({ body: { revisionOf: id } }) },
  'addSubscription /team': {
    thing: 'team',
    own: 201,
    sent: (id) => ({ body: { name: 'Named', channels: [{ type: 'live' }], team: id } }),
  },
  'addSubscription /channels/0/to/0/id': { thing: 'member', own: 201, sent: (id) => ({ body: mail(person(id)) }) },
  'addSubscription /channels/0/to/0/subscription': {
    thing: 'subscription',
    own: 400,
    sent: (id) => ({ body: mail(webhook(id)) }),
  },
  'changeSubscription /team': { ...team, sent: (id) => ({ body: { team: id } }) },
  'changeSubscription /channels/0/to/0/id': { thing: 'member', own: 200, sent: (id) => ({ body: mail(person(id)) }) },
  'changeSubscription /channels/0/to/0/subscription': {
    thing: 'subscription',
    own: 400,
    sent: (id) => ({ body: mail(webhook(id)) }),
  },
  'getEscalationPolicy ?team': { ...team, sent: (id) => ({ query: `?team=${id}` }) },
  'setEscalationPolicy ?team': {
    ...team,
    sent: (id) => ({ query: `?team=${id}`, body: policy({ type: 'role', role: 'owner' }) }),
  },
  'removeEscalationPolicy ?team': { thing: 'team', own: 204, sent: (id) => ({ query: `?team=${id}` }) },
  'setEscalationPolicy /steps/0/to/0/id': { thing: 'member', own: 200, sent: (id) => ({ body: policy(person(id)) }) },
  'setEscalationPolicy /steps/0/to/0/subscription': {
    thing: 'subscription',
    own: 400,
    sent: (id) => ({ body: policy(webhook(id)) }),
  },
  'rehearseEscalation /team': { ...team, sent: (id) => ({ body: { ...night, team: id } }) },
  'rehearseEscalation /policy/steps/0/to/0/id': {
    thing: 'member',
    own: 200,
    sent: (id) => ({ body: { ...night, policy: policy(person(id)) } }),
  },
  'rehearseEscalation /policy/steps/0/to/0/subscription': {
    thing: 'subscription',
    own: 400,
    sent: (id) => ({ body: { ...night, policy: policy(webhook(id)) } }),
  },
  'addKey /teams/0': {
    thing: 'team',
    own: 201,
    sent: (id) => ({ body: { name: 'Named', scopes: ['warnings:read'], teams: [id] } }),
  },
  'invite /teams/0': {
    thing: 'team',
    own: 201,
    sent: (id) => ({ body: { address: 'named@fresh.example', role: 'viewer', teams: [id] } }),
  },
  'changeMember /teams/0': { ...team, sent: (id) => ({ body: { teams: [id] } }) },
  'listAudit ?actor': { thing: 'owner', own: 200, sent: (id) => ({ query: `?actor=${id}` }) },
  'listAudit ?organisation': { thing: 'organisation', own: 200, sent: (id) => ({ query: `?organisation=${id}` }) },
  'getStatistics ?organisation': {
    thing: 'organisation',
    own: 200,
    sent: (id) => ({ query: `?organisation=${id}` }),
  },
  'listAudit ?warning': { thing: 'warning', own: 200, sent: (id) => ({ query: `?warning=${id}` }) },
};

/** Ids that may be anybody's: who is in the network is told to all; and whose link it is says the link. */
export const anybodys = [
  ...['raiseWarning', 'reviseWarning', 'previewWarning'].flatMap((id) => [
    `${id} /audience/only/0`,
    `${id} /audience/except/0`,
  ]),
  'useSignInLink /member',
];

/** Each place of the contract's bodies and queries where an id is sent, e.g. `addKey /teams/0`, `listAudit ?actor`. */
export function placesOfIds(): string[] {
  return (Object.keys(operations) as OperationId[]).flatMap((id) => {
    const { body, query } = operation(id);
    const inBody = body ? [...idsIn(body, '')].map((pointer) => `${id} ${pointer}`) : [];
    const inQuery = query ? [...idsIn(query, '')].map((pointer) => `${id} ?${pointer.slice(1)}`) : [];
    return [...new Set([...inBody, ...inQuery])];
  });
}

function* idsIn(schema: z.core.$ZodType, pointer: string): Generator<string> {
  if (schema === listedId || schema instanceof z.ZodGUID) yield pointer;
  else if (schema instanceof z.ZodObject) {
    for (const [name, member] of Object.entries(schema.shape)) yield* idsIn(member as z.ZodType, `${pointer}/${name}`);
  } else if (schema instanceof z.ZodArray) yield* idsIn(schema.element, `${pointer}/0`);
  else if (schema instanceof z.ZodUnion) for (const option of schema.options) yield* idsIn(option, pointer);
  else if (schema instanceof z.ZodPipe) yield* idsIn(schema.in, pointer);
  else if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    yield* idsIn(schema.unwrap(), pointer);
  }
}
