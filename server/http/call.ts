import type { z } from 'zod';
import type { operations, OperationId } from '../../core/contract/routes.ts';
import type { Caller } from '../../core/domain/organisation.ts';
import type { Answered, Claim } from '../../core/store/idempotency.ts';
import type { Seal } from '../../core/store/seal.ts';
import type { SignedIds } from '../../core/store/signed-ids.ts';
import type { SubscriberLinks } from '../../core/store/subscriber-links.ts';
import type { Store } from '../../core/store/store.ts';
import type { Afterwards } from '../afterwards.ts';
import type { HealthReader } from '../health.ts';
import type { Limiter } from '../limits.ts';
import type { Authenticate } from '../credentials/credentials.ts';
import type { Readings } from '../readings.ts';
import type { Showing } from '../showing.ts';
import type { IdentityProviders } from '../credentials/identity-providers.ts';
import type { Passkeys } from '../credentials/passkeys.ts';
import type { Used } from '../credentials/used.ts';
import type { SessionCookie } from '../credentials/session-cookie.ts';
import type { Cursors } from './cursor.ts';

/** What the calls are made of; opened once in the composition root. */
export interface Services {
  readonly store: Store;
  readonly limiter: Limiter;
  readonly readings: Readings;
  readonly afterwards: Afterwards;
  readonly cursors: Cursors;
  /** Which calendars were read. */
  readonly calendarsUsed: Used;
  readonly cookie: SessionCookie;
  readonly passkeys: Passkeys;
  readonly providers: IdentityProviders;
  /** Of their secrets. */
  readonly providerSeal: Seal;
  /** That are asked for domains' records; none: this machine's. */
  readonly dnsServers: readonly string[];
  /** Of what the link to a member's new address holds. */
  readonly addressSeal: Seal;
  /** Of escalation mails, by delivery. */
  readonly answerLinks: SignedIds;
  /** Of the warnings that members chose to get by mail, by member. */
  readonly unsubscribeLinks: SignedIds;
  /** Of one-time codes' secrets. */
  readonly totpSeal: Seal;
  readonly subscriberLinks: SubscriberLinks;
  readonly health: HealthReader;
  readonly authenticate: Authenticate;
  readonly now: () => Date;
  readonly version: string;
  /** Days that the log is kept. */
  readonly retentionDays: number;
  /** Where the network is reached from outside, without a trailing slash; known once the server listens. */
  readonly address: { readonly publicUrl: string };
}

/** What a request's context says of it for logs and metrics; no ids, no values. */
export interface RequestContext {
  readonly id: string;
  route: string;
  /** The key or the member that called. */
  caller?: string;
}

type Operations = typeof operations;
type Output<Id extends OperationId, Part extends 'query' | 'body'> =
  Operations[Id] extends Record<Part, infer Schema extends z.ZodType> ? z.output<Schema> : undefined;

/** One request, authenticated, authorised and validated. */
export interface Call<Id extends OperationId> {
  readonly caller: Operations[Id] extends { public: true } ? undefined : Caller;
  /** What the caller is shown of warnings goes through it. */
  readonly showing: Operations[Id] extends { public: true } ? undefined : Showing;
  /** Of the path; ids are UUIDs, lower case. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: Output<Id, 'query'>;
  readonly body: Output<Id, 'body'>;
  /** Under which Idempotency-Key it came, where the operation creates something. */
  readonly claim: Claim | undefined;
  /** The revisions that If-Match names; `*`: whichever. */
  readonly ifMatch: readonly number[] | '*';
  readonly requestId: string;
  readonly browser: Browser;
}

/** Where a call comes from, for those that sign in. */
export interface Browser {
  /** Its network address: for limits alone, kept nowhere. */
  readonly address: string;
  readonly device: string;
  /** The token of the session that it brings, valid or not. */
  readonly session: string | undefined;
  /** It shows a page of ours. */
  readonly isOwn: boolean;
}

/** What is answered; `body` undefined: nothing, 204. */
export interface Reply extends Omit<Answered, 'body'> {
  readonly body?: unknown;
  /** A Set-Cookie. */
  readonly cookie?: string;
  readonly replayed?: boolean;
}

export type Handler<Id extends OperationId> = (call: Call<Id>, services: Services) => Promise<Reply> | Reply;

export type Handlers<Id extends OperationId> = { readonly [One in Id]: Handler<One> };
