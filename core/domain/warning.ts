import type { Audience, RaiseRequest, RevisionRequest } from '../contract/warning.ts';
import { countryOfSubdivision } from '../contract/codes.ts';
import { limits } from '../contract/limits.ts';
import { faultSentences as said, filled } from '../contract/sentences.ts';
import type { OrganisationKind, Scope, Status, Tlp, WarningState } from '../contract/vocabularies.ts';
import { reasons } from '../contract/reasons.ts';
import type { MarkedRevision } from './audience.ts';
import { severityRank } from './filter.ts';
import { Refusal, invalidBody } from './refusal.ts';
import { same } from './same.ts';

/** What an issuer wrote, every member present. */
export type WarningContent = {
  readonly [Name in Exclude<keyof RaiseRequest, 'status'>]-?: Exclude<RaiseRequest[Name], undefined>;
};

/** A warning as it stood right after an event. */
export interface WarningSnapshot {
  readonly id: string;
  readonly issuerId: string;
  readonly status: Status;
  readonly revision: number;
  readonly state: WarningState;
  readonly content: WarningContent;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly cancellation: {
    readonly reason: string;
    readonly at: string;
    /** The coordinator called it off: whoever raised it was not who they should be. */
    readonly retracted?: boolean;
  } | null;
  readonly corroborations: { readonly seen: number; readonly notSeen: number };
  readonly redactions: readonly { readonly members: readonly string[]; readonly reason: string; readonly at: string }[];
}

type Fault = { pointer: string; message: string };
const day = 86_400_000;

/** The content of a raise, with its defaults. */
export function contentOf(sent: RaiseRequest, now: Date): WarningContent {
  return {
    language: sent.language,
    headline: sent.headline,
    description: sent.description,
    instruction: sent.instruction ?? '',
    asks: sent.asks ?? [],
    trigger: sent.trigger,
    countries: sent.countries ?? [],
    subdivisions: sent.subdivisions ?? [],
    languages: sent.languages,
    grounds: sent.grounds,
    severity: sent.severity,
    urgency: sent.urgency,
    certainty: sent.certainty,
    onset: sent.onset ?? now.toISOString(),
    expires: sent.expires,
    terms: sent.terms ?? [],
    references: sent.references ?? [],
    translations: sent.translations ?? [],
    audience: sent.audience ?? {},
    withholdIssuer: sent.withholdIssuer ?? false,
    tlp: sent.tlp,
  };
}

/** What is wrong between the members of a warning, each by itself being right. Every member may be absent, as in a preview. */
export function faultsBetween(content: Partial<WarningContent>, now: Date): Fault[] {
  return [
    ...expiryFaults(content, now),
    ...placeFaults(content),
    ...translationFaults(content),
    ...audienceFaults(content),
  ];
}

function expiryFaults({ onset, expires }: Partial<WarningContent>, now: Date): Fault[] {
  if (expires === undefined) return [];
  const fault = (message: string): Fault[] => [{ pointer: '/expires', message }];
  const end = Date.parse(expires);
  if (end <= now.getTime()) return fault(said.expiresPast);
  if (end > now.getTime() + limits.expiresDays * day)
    return fault(filled(said.expiresFar, { days: limits.expiresDays }));
  return onset !== undefined && end <= Date.parse(onset) ? fault(said.expiresEarly) : [];
}

function placeFaults({ countries = [], subdivisions = [] }: Partial<WarningContent>): Fault[] {
  return subdivisions.flatMap((code, index) =>
    countries.includes(countryOfSubdivision(code))
      ? []
      : [{ pointer: `/subdivisions/${index}`, message: filled(said.elsewhere, { code }) }],
  );
}

function translationFaults({ language, translations = [] }: Partial<WarningContent>): Fault[] {
  const seen = new Set(language === undefined ? [] : [language]);
  return translations.flatMap((translation, index) => {
    const repeated = seen.has(translation.language);
    seen.add(translation.language);
    const message = filled(said.textAlready, { language: translation.language });
    return repeated ? [{ pointer: `/translations/${index}/language`, message }] : [];
  });
}

function audienceFaults({ audience = {}, tlp }: Partial<WarningContent>): Fault[] {
  const both = (audience.except ?? []).flatMap((id, index) =>
    audience.only?.includes(id)
      ? [{ pointer: `/audience/except/${index}`, message: `${id} is named in \`only\` as well.` }]
      : [],
  );
  const red = tlp === 'TLP:RED' && audience.only === undefined;
  return red ? [...both, { pointer: '/audience/only', message: said.redOpen }] : both;
}

/** Refuses what may not be raised. `known` says which organisation ids exist. */
export function checkRaise(
  content: WarningContent,
  status: Status,
  by: { kind: OrganisationKind; scopes: readonly Scope[] },
  now: Date,
  known: (organisationId: string) => boolean,
): void {
  if (isForCsosAlone(by.kind, status)) {
    throw new Refusal(
      'kind-not-allowed',
      'A coordinator raises exercises and tests; actual warnings come from civil society organisations.',
    );
  }
  checkContent(content, by.scopes, now, known);
}

/** Coordinators raise exercises and tests. */
export function isForCsosAlone(kind: OrganisationKind, status: Status): boolean {
  return kind === 'coordinator' && status === 'actual';
}

/** Nobody writes what its own key may not read. */
export function isUnreadable(tlp: Tlp | undefined, scopes: readonly Scope[]): boolean {
  return tlp === 'TLP:RED' && !scopes.includes('warnings:red');
}

function checkContent(
  content: WarningContent,
  scopes: readonly Scope[],
  now: Date,
  known: (organisationId: string) => boolean,
): void {
  const faults = [...faultsBetween(content, now), ...unknownOrganisations(content.audience, known)];
  if (faults.length > 0) throw invalidBody(faults);
  if (isUnreadable(content.tlp, scopes)) {
    throw new Refusal(
      'scope-missing',
      'To write TLP:RED a key needs the scope warnings:red, or it could not read its own warning.',
    );
  }
}

/** The organisation ids of an audience that nobody has. */
export function unknownOrganisations(audience: Audience, known: (organisationId: string) => boolean): Fault[] {
  return (['only', 'except'] as const).flatMap((list) =>
    (audience[list] ?? []).flatMap((id, index) =>
      known(id) ? [] : [{ pointer: `/audience/${list}/${index}`, message: filled(said.noOrganisation, { id }) }],
    ),
  );
}

export interface Revised {
  readonly content: WarningContent;
  /** Names of the members that changed, in the contract's order. */
  readonly changed: readonly string[];
  readonly correction: boolean;
}

/** Applies a revision to an active warning's content. */
export function revise(
  warning: { state: WarningState; status: Status; revision: number; content: WarningContent },
  sent: RevisionRequest,
  scopes: readonly Scope[],
  now: Date,
  known: (organisationId: string) => boolean,
): Revised {
  const { status, correction = false, ...changes } = sent;
  if (warning.state !== 'active') throw notActive(warning.state);
  if (status !== undefined && status !== warning.status) {
    throw invalidBody([
      { pointer: '/status', message: `The status of a warning never changes; this one is ${warning.status}.` },
    ]);
  }
  if (warning.revision >= limits.revisions) {
    throw new Refusal('state-conflict', `A warning has at most ${limits.revisions} revisions; raise a new one.`);
  }
  const content = merged(warning.content, changes, now);
  const changed = changedMembers(warning.content, content);
  if (changed.length === 0) throw new Refusal('nothing-changed', 'Every named member has this value already.');
  checkContent(content, scopes, now, known);
  checkSize(content, warning.status);
  return { content, changed, correction };
}

/** A warning grows by revisions, each a body by itself, and stays no larger than one body: whoever hears of it gets it whole. */
export function checkSize(content: WarningContent, status: Status): void {
  const size = Buffer.byteLength(JSON.stringify({ status, ...content }));
  if (size <= limits.body) return;
  throw new Refusal(
    'body-too-large',
    `The whole warning would have ${size} bytes; at most ${limits.body} are taken. Shorten its texts or leave translations out.`,
    { limit: limits.body },
  );
}

/** 409 saying that the warning is over. */
export function notActive(state: WarningState): Refusal {
  return new Refusal('warning-not-active', filled(reasons.warningOver, { state }), { state });
}

/** A revision merged into what stands; null returns an optional member to its default. */
export function merged(
  content: WarningContent,
  changes: Omit<RevisionRequest, 'status' | 'correction'>,
  now: Date,
): WarningContent {
  const defaults: Record<string, unknown> = { ...contentOf({} as RaiseRequest, now) };
  const named = Object.entries(changes).filter(([, value]) => value !== undefined);
  return { ...content, ...Object.fromEntries(named.map(([name, value]) => [name, value ?? defaults[name]])) };
}

/** Names of the members that differ, in the contract's order. */
export function changedMembers(before: WarningContent, after: WarningContent): (keyof WarningContent)[] {
  return (Object.keys(after) as (keyof WarningContent)[]).filter((name) => !same(after[name], before[name]));
}

/** What was blanked and not written anew stays blank in the next revision, which therefore says so as well. */
export function redactionsCarried(
  redactions: WarningSnapshot['redactions'],
  changed: readonly string[],
): WarningSnapshot['redactions'] {
  return redactions
    .map((one) => ({ ...one, members: one.members.filter((name) => !changed.includes(name)) }))
    .filter(({ members }) => members.length > 0);
}

/** What filters and the audience see of a revision. */
export function markedRevision(revision: number, status: Status, content: WarningContent): MarkedRevision {
  return {
    revision,
    marking: {
      tlp: content.tlp,
      withholdIssuer: content.withholdIssuer,
      only: content.audience.only ?? null,
      except: content.audience.except ?? null,
    },
    facets: {
      countries: content.countries,
      languages: content.languages,
      grounds: content.grounds,
      severity: content.severity,
      status,
    },
  };
}

/**
 * Whom a revision reopens: `every` team that had answered; those whose subscriptions match what was `added`;
 * or nobody. Newly admitted teams are found by comparing audiences, whatever this says.
 */
export function reopens(before: WarningContent, { content, changed, correction }: Revised): 'every' | 'added' | 'none' {
  if (severityRank(content.severity) > severityRank(before.severity)) return 'every';
  if (!correction && (changed.includes('asks') || changed.includes('instruction'))) return 'every';
  const wider = before.countries.length > 0 && content.countries.length === 0;
  const addedCountry =
    before.countries.length > 0 && content.countries.some((code) => !before.countries.includes(code));
  return wider || addedCountry || addedLanguages(before, content).length > 0 ? 'added' : 'none';
}

/** Languages that the revision before did not name. */
export function addedLanguages(before: WarningContent, after: WarningContent): string[] {
  return after.languages.filter((tag) => !before.languages.includes(tag));
}

/** What was added, as a filter sees it: matched by the subscriptions that a widening newly concerns. */
export function addedFacets(before: WarningContent, after: WarningContent, status: Status): MarkedRevision['facets'][] {
  const common = { grounds: after.grounds, severity: after.severity, status };
  const countries = after.countries.filter((code) => !before.countries.includes(code));
  const languages = addedLanguages(before, after);
  const emptied = after.countries.length === 0 && before.countries.length > 0;
  return [
    ...(before.countries.length > 0 && (emptied || countries.length > 0)
      ? [{ ...common, countries, languages: after.languages }]
      : []),
    ...(languages.length > 0 ? [{ ...common, countries: after.countries, languages }] : []),
  ];
}
