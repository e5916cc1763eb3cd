-- Up Migration

-- What statistics ask of every answer of a year, kept where they read the rest of it: when it was first final since it was last
-- asked for (null while it is not), and whether it was ever asked for anew, so that its history has to be looked at.
ALTER TABLE acknowledgement ADD COLUMN closed_at timestamptz, ADD COLUMN reopened boolean NOT NULL DEFAULT false;
UPDATE acknowledgement SET reopened = history.asked_at IS NOT NULL, closed_at = history.closed_at FROM (
  SELECT answer.warning_id, answer.team_id, last.asked_at,
    min(at) FILTER (WHERE state IN ('actioned', 'no_action', 'declined') AND (asked_at IS NULL OR at > asked_at)) AS closed_at
  FROM answer LEFT JOIN (
    SELECT warning_id, team_id, max(at) AS asked_at FROM answer WHERE state = 'pending' GROUP BY warning_id, team_id) last
    USING (warning_id, team_id)
  GROUP BY answer.warning_id, answer.team_id, last.asked_at) history
WHERE history.warning_id = acknowledgement.warning_id AND history.team_id = acknowledgement.team_id;
CREATE INDEX acknowledgement_reopened ON acknowledgement (warning_id) WHERE reopened;
DROP INDEX answer_reopened;

-- Most firings are dropped, because somebody answers: those that fired are counted.
CREATE INDEX escalation_firing_fired ON escalation_firing (escalation_id) WHERE state = 'fired';
