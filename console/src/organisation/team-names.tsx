import { useQuery } from '@tanstack/react-query';
import { teamsQuery } from '../live/administration-queries.ts';
import { useSignedIn } from '../session/signed-in.ts';

/** Teams by their names. */
export function TeamNames({ ids }: { ids: readonly string[] }) {
  const { call } = useSignedIn();
  const { data = [] } = useQuery(teamsQuery(call));
  return <bdi>{ids.map((id) => data.find((team) => team.id === id)?.name ?? id).join(', ')}</bdi>;
}
