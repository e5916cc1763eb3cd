import type { Filter } from '../contract/filter.ts';
import type { Preview } from '../contract/preview.ts';
import { raiseRequest } from '../contract/warning.ts';
import type { OrganisationKind, Scope, Status, Tlp } from '../contract/vocabularies.ts';
import {
  access,
  accessNow,
  heardBy,
  type Access,
  type MailReader,
  type Marking,
  type WarningHistory,
} from './audience.ts';
import { organisationReader, type Directory, type Subscription } from './directory.ts';
import { matches, type Facets } from './filter.ts';
import type { Organisation, Reader } from './organisation.ts';
import { party } from './presentation.ts';
import { isTighter } from './tlp.ts';
import { faultsBetween, isForCsosAlone, isUnreadable, unknownOrganisations, type WarningContent } from './warning.ts';

/** A warning as far as it is written. */
export type Draft = Partial<WarningContent> & { readonly status?: Status | undefined };

/** What is shown of who a draft would reach. */
type Told = Pick<Preview, 'reach' | 'leftOut' | 'reads'>;

/** Mail subscribers who ask for the same and may have the same. */
export interface MailAudience {
  readonly filter: Filter;
  readonly reader: MailReader;
  readonly count: number;
}

const mostPlatforms = 200;
/** Assumed while none is chosen: neither the whole world nor next to nobody. */
const assumedTlp: Tlp = 'TLP:AMBER';

const whoReads: Record<Tlp, string> = {
  'TLP:RED': 'Only the people and keys that the owners of the named organisations put on their RED lists.',
  'TLP:AMBER+STRICT': 'Members of the organisations that it reaches, and nobody else.',
  'TLP:AMBER': 'Members of the organisations that it reaches, and those of their clients who need to know.',
  'TLP:GREEN': 'Members of the network and those they vouch for; it is not to be published.',
  'TLP:CLEAR': 'Everybody: it may be passed on and published.',
};

/**
 * Whom a draft would reach, as far as its issuer may know: organisations and whether platforms follow, never people, channels or policies.
 * Unlisted organisations are counted, never named.
 * @param byMail who follows by mail without an account
 * @param before the history of the warning that the draft revises
 */
export function previewAudience(
  directory: Directory,
  issuerId: string,
  draft: Draft,
  byMail: readonly MailAudience[],
  before?: WarningHistory,
): Told {
  const marking = markingOf(draft);
  const others = [...directory.organisations.values()].filter(({ id, suspended }) => id !== issuerId && !suspended);
  const isReached = (organisation: Organisation): boolean =>
    !hasNoText(access(issuerId, marking, organisationReader(organisation)));
  const reached = others.filter(isReached);
  const following = reached.flatMap((organisation) => followers(directory, organisation, draft, before));
  const mailed = byMail
    .filter(({ reader }) => !hasNoText(access(issuerId, marking, reader)))
    .filter(({ filter, reader }) => follow(filter, reader, draft, before))
    .reduce((sum, { count }) => sum + count, 0);
  const follows = new Set(following.map(({ organisationId }) => organisationId));
  const platforms = named(reached.filter(({ kind }) => kind === 'platform'));
  return {
    reach: {
      organisations: reached.length,
      byKind: countByKind(reached),
      platforms: platforms.slice(0, mostPlatforms).map((one) => ({ ...one, follows: follows.has(one.id) })),
      subscribers: roughly(following.length + mailed),
    },
    leftOut: named(others.filter((organisation) => !isReached(organisation))),
    reads: {
      tlp: marking.tlp,
      who: whoReads[marking.tlp],
      issuerNamed: !marking.withholdIssuer,
      alreadyOut: before ? alreadyOut(directory, issuerId, before, marking) : [],
    },
  };
}

/** Pointers to what a raise would still refuse. */
export function missingToRaise(
  sent: object,
  draft: Draft,
  by: { kind: OrganisationKind; scopes: readonly Scope[] },
  now: Date,
  known: (id: string) => boolean,
): string[] {
  const parsed = raiseRequest.safeParse(sent);
  const issues = parsed.success ? [] : parsed.error.issues;
  const pointers = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => `/${key}`) : [`/${issue.path.join('/')}`],
  );
  const foreign = isForCsosAlone(by.kind, draft.status ?? 'actual') ? ['/status'] : [];
  return [...new Set([...pointers, ...foreign, ...missingBetween(draft, by.scopes, now, known)])];
}

/** Pointers to what does not fit together, or not its writer, in a draft whose members are each right. */
export function missingBetween(
  draft: Draft,
  scopes: readonly Scope[],
  now: Date,
  known: (id: string) => boolean,
): string[] {
  const faults = [...faultsBetween(draft, now), ...unknownOrganisations(draft.audience ?? {}, known)];
  return [...faults.map(({ pointer }) => pointer), ...(isUnreadable(draft.tlp, scopes) ? ['/tlp'] : [])];
}

function markingOf({ tlp = assumedTlp, withholdIssuer = false, audience = {} }: Draft): Marking {
  return { tlp, withholdIssuer, only: audience.only ?? null, except: audience.except ?? null };
}

/** An organisation's subscriptions that would hear of the draft, or have heard of what it revises. */
function followers(
  directory: Directory,
  organisation: Organisation,
  draft: Draft,
  before: WarningHistory | undefined,
): Subscription[] {
  const own = directory.subscriptionsByOrganisation.get(organisation.id) ?? [];
  const reader = organisationReader(organisation);
  return own.filter(({ paused, filter }) => !paused && follow(filter, reader, draft, before));
}

/** Whether who asks for this would hear of the draft, or has heard of what it revises. */
function follow(
  filter: Filter,
  reader: Reader | MailReader,
  draft: Draft,
  before: WarningHistory | undefined,
): boolean {
  if (matches(filter, facetsFor(filter, draft))) return true;
  return before !== undefined && heardBy(before, before.revisions.length, reader, filter);
}

/** What is not written yet rules nobody out. */
function facetsFor(filter: Filter, draft: Draft): Facets {
  return {
    countries: draft.countries ?? [],
    languages: draft.languages ?? filter.languages,
    grounds: draft.grounds ?? filter.grounds,
    severity: draft.severity ?? 'extreme',
    status: draft.status ?? 'actual',
  };
}

function countByKind(organisations: readonly Organisation[]): Record<OrganisationKind, number> {
  const counts = { cso: 0, platform: 0, coordinator: 0, observer: 0 };
  for (const { kind } of organisations) counts[kind] += 1;
  return counts;
}

/** Enough to know whether anybody listens, too little to tell who began to. */
function roughly(count: number): Preview['reach']['subscribers'] {
  if (count === 0) return '0';
  if (count < 10) return '1-9';
  if (count < 100) return '10-99';
  return count < 1_000 ? '100-999' : '1000+';
}

function named(organisations: readonly Organisation[]): { id: string; name: string }[] {
  return organisations
    .filter(({ listed }) => listed)
    .map(({ id, name }) => ({ id, name }))
    .toSorted((one, other) => one.name.localeCompare(other.name) || (one.id < other.id ? -1 : 1));
}

type Out = Preview['reads']['alreadyOut'][number];

/** Who has today what the draft would keep from them: what went out before is out. */
function alreadyOut(directory: Directory, issuerId: string, before: WarningHistory, marking: Marking): Out[] {
  return [...directory.organisations.values()]
    .filter(({ id }) => id !== issuerId)
    .flatMap((organisation): Out[] => {
      const has = keptFrom(organisationReader(organisation), before, marking);
      return has.length === 0 ? [] : [{ ...party(directory, organisation.id, !organisation.listed), has }];
    });
}

function keptFrom(reader: Reader, before: WarningHistory, marking: Marking): Out['has'] {
  const had = accessNow(before, reader);
  if (hasNoText(had)) return [];
  const still = access(before.issuerId, marking, reader);
  const former = before.revisions.at(-1)?.marking.tlp ?? marking.tlp;
  const knewIssuer = had === 'full' && marking.withholdIssuer;
  return [
    ...(hasNoText(still) ? (['text'] as const) : []),
    ...(knewIssuer ? (['issuer'] as const) : []),
    ...(isTighter(former, marking.tlp) ? (['marking'] as const) : []),
  ];
}

const hasNoText = (one: Access): boolean => one === 'none' || one === 'marked';
