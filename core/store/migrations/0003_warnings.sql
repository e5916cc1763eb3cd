-- Up Migration

-- A warning as it stands: what lists are filtered by. What was written is in its revisions.
-- Usual texts stay whole in their rows: compressing them costs more than it saves.
CREATE TABLE warning (
  id uuid PRIMARY KEY,
  issuer_id uuid NOT NULL REFERENCES organisation,
  status text NOT NULL,
  revision integer NOT NULL,
  state text NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  onset timestamptz NOT NULL,
  expires timestamptz NOT NULL,
  cancelled_at timestamptz,
  cancellation_reason text,
  tlp text NOT NULL,
  withhold_issuer boolean NOT NULL,
  audience_only uuid[],
  audience_except uuid[],
  countries text[] NOT NULL,
  languages text[] NOT NULL,
  grounds text[] NOT NULL,
  severity smallint NOT NULL,
  seen integer NOT NULL DEFAULT 0,
  not_seen integer NOT NULL DEFAULT 0,
  search text NOT NULL
) WITH (toast_tuple_target = 8160);
CREATE INDEX warning_created ON warning (created_at, id);
CREATE INDEX warning_due ON warning (expires) WHERE state = 'active';

CREATE TABLE warning_revision (
  warning_id uuid NOT NULL REFERENCES warning,
  revision integer NOT NULL,
  -- Of the content what the audience and filters ask for: read for all revisions with each event, the content only to be shown.
  marked text NOT NULL,
  content text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (warning_id, revision)
) WITH (toast_tuple_target = 8160);

CREATE TABLE redaction (
  id uuid PRIMARY KEY,
  warning_id uuid NOT NULL REFERENCES warning,
  revision integer NOT NULL,
  members text[] NOT NULL,
  reason text NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX redaction_revision ON redaction (warning_id, revision);

-- One row a team and warning. Who escalates, answers or reopens locks this row first.
CREATE TABLE acknowledgement (
  warning_id uuid NOT NULL REFERENCES warning,
  team_id uuid NOT NULL REFERENCES team,
  -- The team's; what refers to it is checked through the team, once for each of many rows.
  organisation_id uuid NOT NULL,
  state text NOT NULL,
  expected boolean NOT NULL,
  revision integer NOT NULL,
  reason text,
  measures text[] NOT NULL DEFAULT '{}',
  usefulness text,
  note text,
  assignee text,
  since timestamptz NOT NULL,
  waiting_since timestamptz,
  acknowledged_at timestamptz,
  delivered_at timestamptz,
  seen_at timestamptz,
  delivered_revision integer,
  seen_revision integer,
  -- The waiting_since for which an escalation was opened, or judged needless: what the sweep looks for.
  opened_for timestamptz,
  PRIMARY KEY (warning_id, team_id)
);
CREATE INDEX acknowledgement_unopened ON acknowledgement (waiting_since)
  WHERE state = 'pending' AND expected AND opened_for IS DISTINCT FROM waiting_since;

CREATE TABLE answer (
  id uuid PRIMARY KEY,
  warning_id uuid NOT NULL,
  team_id uuid NOT NULL,
  organisation_id uuid,
  member_id uuid,
  state text NOT NULL,
  revision integer NOT NULL,
  reason text,
  measures text[] NOT NULL DEFAULT '{}',
  note text,
  assignee text,
  at timestamptz NOT NULL,
  FOREIGN KEY (warning_id, team_id) REFERENCES acknowledgement
);
CREATE INDEX answer_of ON answer (warning_id, team_id, id);
