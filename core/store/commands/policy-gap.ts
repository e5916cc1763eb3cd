import { v7 } from 'uuid';
import { network } from '../../domain/log.ts';
import { gapsOf, isDue } from '../../domain/policy-gap.ts';
import { coordinators, managersOf } from '../../domain/recipients.ts';
import { gapKey } from '../policy-gaps.ts';
import type { Command, Unit } from '../unit.ts';
import { writeMails } from './mails.ts';

/**
 * Looks what of a team's own policy tells nobody, before a step meets it, and mails whoever can mend it: once for each gap that has
 * stood for a while, and again only where it was mended and came back.
 */
export function lookForGaps(teamId: string): Command<void> {
  return async (unit) => {
    const gaps = new Map(gapsOf(unit.directory, teamId, unit.now).map((gap) => [gapKey(gap), gap]));
    const keys = [...gaps.keys()];
    await unit.sql.query('DELETE FROM policy_gap WHERE team_id = $1 AND gap <> ALL ($2)', [teamId, keys]);
    await unit.sql.query(
      `INSERT INTO policy_gap (team_id, gap, found_at) SELECT $1, gap, $3 FROM unnest($2::text[]) gap ON CONFLICT DO NOTHING`,
      [teamId, keys, unit.at],
    );
    const { rows } = await unit.sql.query<{ gap: string; foundAt: Date }>(
      'SELECT gap, found_at AS "foundAt" FROM policy_gap WHERE team_id = $1 AND told_at IS NULL',
      [teamId],
    );
    const due = rows.flatMap(({ gap, foundAt }) => {
      const found = gaps.get(gap);
      return found && isDue(found, foundAt, unit.now) ? [gap] : [];
    });
    if (due.length > 0) await tell(unit, teamId, due);
  };
}

/** Where nobody can mend it, the coordinator hears of it. */
async function tell(unit: Unit, teamId: string, gaps: readonly string[]): Promise<void> {
  const organisation = unit.directory.teamById.get(teamId)?.organisationId ?? '';
  await unit.sql.query('UPDATE policy_gap SET told_at = $3 WHERE team_id = $1 AND gap = ANY ($2)', [
    teamId,
    gaps,
    unit.at,
  ]);
  const eventId = v7();
  unit.append({ id: eventId, type: 'escalation.gap-found', actor: network, data: { organisation, team: teamId } });
  const managers = managersOf(unit.directory, organisation);
  const told = managers.length > 0 ? managers : coordinators(unit.directory);
  await writeMails(
    unit,
    { kind: 'policy-gap', content: { team: teamId }, eventId, warning: { id: null, revision: null }, at: unit.at },
    told.map((one) => ({ ...one, teamId })),
  );
}
