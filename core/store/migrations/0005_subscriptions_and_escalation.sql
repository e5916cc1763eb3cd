-- Up Migration

CREATE TABLE subscription (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  team_id uuid NOT NULL REFERENCES team,
  name text NOT NULL,
  filter text NOT NULL,
  channels text NOT NULL,
  paused boolean NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX subscription_organisation ON subscription (organisation_id);

CREATE TABLE escalation_policy (
  team_id uuid PRIMARY KEY REFERENCES team,
  steps text NOT NULL,
  hours text,
  updated_at timestamptz NOT NULL
);

-- A raw address is confirmed by a link before its first use.
CREATE TABLE address (
  organisation_id uuid NOT NULL REFERENCES organisation,
  address text NOT NULL,
  language text,
  token_digest bytea,
  created_at timestamptz NOT NULL,
  confirmed_at timestamptz,
  PRIMARY KEY (organisation_id, address)
);
CREATE UNIQUE INDEX address_token ON address (token_digest) WHERE token_digest IS NOT NULL;

-- The run of a team's policy for one warning: steps and delays frozen, every firing a row with its own token.
CREATE TABLE escalation (
  id uuid PRIMARY KEY,
  warning_id uuid NOT NULL,
  team_id uuid NOT NULL,
  waiting_since timestamptz NOT NULL,
  steps integer NOT NULL,
  opened_at timestamptz NOT NULL,
  ended_at timestamptz,
  end_reason text,
  UNIQUE (warning_id, team_id, waiting_since),
  FOREIGN KEY (warning_id, team_id) REFERENCES acknowledgement
);
CREATE INDEX escalation_running ON escalation (warning_id, team_id) WHERE ended_at IS NULL;

CREATE TABLE escalation_firing (
  escalation_id uuid NOT NULL REFERENCES escalation,
  step integer NOT NULL,
  repeat integer NOT NULL,
  targets text NOT NULL,
  due_at timestamptz NOT NULL,
  fires_at timestamptz NOT NULL,
  held_since timestamptz,
  token uuid NOT NULL,
  state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'fired', 'dropped')),
  fired_at timestamptz,
  PRIMARY KEY (escalation_id, step, repeat)
);
CREATE INDEX escalation_firing_due ON escalation_firing (fires_at) WHERE state = 'pending';
