import type { WarningHistory } from './audience.ts';
import { expectedTeams, newlyAdmitted, teamsMatching, type Directory } from './directory.ts';
import { addedFacets, reopens, type Revised, type WarningSnapshot } from './warning.ts';

/**
 * The teams whose answers a revision reopens, as far as they gave one.
 * @param history with the revision as its newest
 */
export function reopenedTeams(
  directory: Directory,
  before: WarningSnapshot,
  history: WarningHistory,
  revised: Revised,
): 'every' | ReadonlySet<string> {
  const mode = reopens(before.content, revised);
  if (mode === 'every') return 'every';
  const facets = addedFacets(before.content, revised.content, before.status);
  const added = mode === 'added' ? teamsMatching(directory, history, facets) : [];
  const admitted = new Set(newlyAdmitted(directory, history).map(({ id }) => id));
  const welcomed = expectedTeams(directory, history).filter(({ organisationId }) => admitted.has(organisationId));
  return new Set([...added, ...welcomed].map(({ id }) => id));
}
