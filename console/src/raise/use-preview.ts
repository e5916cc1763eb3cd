import { useEffect, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { raiseRequest } from '../../../core/contract/warning.ts';
import { useSignedIn } from '../session/signed-in.ts';
import { raiseBody, type Draft } from './draft.ts';

const pause = 1500;

/** What of a draft decides whom it reaches. The text is not among it: typing asks nothing of the network. */
export function reachOf(draft: Draft): string {
  const {
    status,
    language,
    trigger,
    countries,
    subdivisions,
    languages,
    grounds,
    severity,
    tlp,
    sharing,
    organisations,
    withholdIssuer,
  } = draft;
  return JSON.stringify({
    status,
    language,
    trigger,
    countries,
    subdivisions,
    languages,
    grounds,
    severity,
    tlp,
    sharing,
    organisations,
    withholdIssuer,
  });
}

/** The members of the draft that the contract takes as they are; a preview would refuse the others. */
export function previewBody(draft: Draft): Record<string, unknown> {
  const members: Record<string, { safeParse: (value: unknown) => { success: boolean } }> = raiseRequest.shape;
  return Object.fromEntries(
    Object.entries(raiseBody(draft)).filter(([name, value]) => members[name]?.safeParse(value).success),
  );
}

/**
 * Whom the draft would reach, asked when the choices that decide it have rested for a moment: previews are limited to 60 an hour.
 * A choice that was asked about already is answered from memory.
 */
export function usePreview(draft: Draft, revisionOf: string | undefined) {
  const { call } = useSignedIn();
  const reach = reachOf(draft);
  const [rested, setRested] = useState(reach);
  useEffect(() => {
    const timer = setTimeout(() => setRested(reach), pause);
    return () => clearTimeout(timer);
  }, [reach]);
  const body = revisionOf === undefined ? previewBody(draft) : { ...previewBody(draft), revisionOf };
  const preview = useQuery({
    // The text goes along for the sake of similar warnings, and is no reason to ask again.
    queryKey: ['preview', revisionOf ?? '', rested],
    queryFn: ({ signal }) => call('previewWarning', { body, signal }),
    staleTime: 10 * 60_000,
    refetchOnWindowFocus: false,
    placeholderData: (old) => old,
  });
  return { ...preview, resting: rested === reach };
}
