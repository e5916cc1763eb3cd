import { useQuery } from '@tanstack/react-query';
import { raiseRequest, revisionRequest } from '../../../core/contract/warning.ts';
import { useRested } from '../live/rested.ts';
import { useSignedIn } from '../session/signed-in.ts';
import { raiseBody, type Draft } from './draft.ts';
import { revisionBody } from './revision.ts';

const pause = 1500;

/** That a draft revises a warning: which, as it stands in which revision, and how. */
export interface Revision {
  readonly of: string;
  readonly number: number;
  readonly before: Draft;
  readonly correction: boolean;
}

/** What of a draft decides whom it reaches and asks anew. The text is not among it: typing asks nothing of the network. */
export function reachOf(draft: Draft, revision?: Revision): string {
  const { status, language, trigger, countries, subdivisions, languages, grounds, severity } = draft;
  const { tlp, sharing, organisations, withholdIssuer, asks, instruction } = draft;
  const anew = revision && {
    of: revision.of,
    number: revision.number,
    correction: revision.correction,
    asks,
    instructed: instruction !== revision.before.instruction,
  };
  return JSON.stringify([
    { status, language, trigger, countries, subdivisions, languages, grounds, severity },
    { tlp, sharing, organisations, withholdIssuer },
    anew,
  ]);
}

/**
 * The members that the contract takes as they are; a preview would refuse the others. Of a revision those that it would send:
 * what it leaves out keeps its value, so that a member that was emptied has to be named.
 */
export function previewBody(draft: Draft, revision?: Revision): Record<string, unknown> {
  if (revision === undefined) return valid(raiseRequest.shape, raiseBody(draft));
  const { of, before, correction } = revision;
  const changes = { ...revisionBody(before, draft), ...(correction && { correction }) };
  return { ...valid(revisionRequest.shape, changes), revisionOf: of };
}

type Members = Readonly<Record<string, { safeParse: (value: unknown) => { success: boolean } }>>;

function valid(members: Members, body: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).filter(([name, value]) => members[name]?.safeParse(value).success));
}

/** Whether an audience is named: before that there is nobody to count, and no audience would mean everybody. */
export function hasAudience({ sharing, organisations }: Draft): boolean {
  return sharing !== 'only' || organisations.length > 0;
}

/**
 * Whom the draft would reach, asked when the choices that decide it have rested for a moment: previews are limited to 60 an hour.
 * A choice that was asked about already is answered from memory.
 */
export function usePreview(draft: Draft, revision: Revision | undefined) {
  const { call } = useSignedIn();
  const reach = reachOf(draft, revision);
  const rested = useRested(reach, pause);
  const body = previewBody(draft, revision);
  const preview = useQuery({
    // The text goes along for the sake of similar warnings, and is no reason to ask again.
    queryKey: ['preview', rested],
    queryFn: ({ signal }) => call('previewWarning', { body, signal }),
    enabled: rested === reach && hasAudience(draft),
    staleTime: 10 * 60_000,
    refetchOnWindowFocus: false,
    refetchInterval: false,
    placeholderData: (old) => old,
  });
  return { ...preview, resting: rested === reach };
}
