-- Up Migration

-- What of a team's escalation policy tells nobody, as of the last look: its managers are mailed once of each. A digest, because a
-- target may be somebody's address.
CREATE TABLE policy_gap (
  team_id uuid NOT NULL REFERENCES team,
  gap text NOT NULL,
  found_at timestamptz NOT NULL,
  told_at timestamptz,
  PRIMARY KEY (team_id, gap)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON policy_gap TO tocsin_app;
