import { useQuery } from '@tanstack/react-query';
import type { Warning } from '../../../core/contract/warning.ts';
import { ownOrganisationQuery } from '../live/administration-queries.ts';
import { ownWarningsQuery } from '../live/queries.ts';
import { may, useSignedIn } from '../session/signed-in.ts';
import { useForm } from './form-context.ts';

const none: readonly Warning[] = [];
const noProfile = { countries: [], languages: [] };

/** The organisation's own real warnings of late that the writer may read, newest first. A drill teaches nothing of what it usually says. */
export function usePast(): readonly Warning[] {
  const { call } = useSignedIn();
  const { fresh } = useForm();
  return useQuery({ ...ownWarningsQuery(call), enabled: fresh }).data ?? none;
}

/** Where the organisation says that it works: what is offered before it has warned of anything. */
export function useProfile(): { countries: readonly string[]; languages: readonly string[] } {
  const { me, call } = useSignedIn();
  const { fresh } = useForm();
  const found = useQuery({ ...ownOrganisationQuery(call), enabled: fresh && may(me, 'getOwnOrganisation') });
  return found.data ?? noProfile;
}
