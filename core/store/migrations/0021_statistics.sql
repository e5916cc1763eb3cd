-- Up Migration

-- What a warning is about, beside the other columns that follow its newest revision: statistics count by it.
ALTER TABLE warning ADD COLUMN trigger text;
UPDATE warning SET trigger = content::json ->> 'trigger'
FROM warning_revision newest WHERE newest.warning_id = warning.id AND newest.revision = warning.revision;
-- An organisation's own, by when they were raised.
CREATE INDEX warning_issuer ON warning (issuer_id, created_at);

-- When the team was first expected to answer, kept when it answers: times are counted from then, not from a raise that it was no part of.
ALTER TABLE acknowledgement ADD COLUMN expected_since timestamptz;
UPDATE acknowledgement SET expected_since = COALESCE(
  (SELECT min(escalation.waiting_since) FROM escalation
   WHERE escalation.warning_id = acknowledgement.warning_id AND escalation.team_id = acknowledgement.team_id),
  warning.created_at)
FROM warning WHERE warning.id = acknowledgement.warning_id
  AND (expected OR waiting_since IS NOT NULL OR acknowledgement.state <> 'pending');

-- The few answers that were asked for anew.
CREATE INDEX answer_reopened ON answer (warning_id, team_id) WHERE state = 'pending';
