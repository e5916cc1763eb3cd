-- Up Migration

-- Who got a revision of a TLP:RED warning, or the issuer of a withheld one: each once, so that the log says it once.
CREATE TABLE warning_read (
  -- A member or a key.
  credential_id uuid NOT NULL,
  warning_id uuid NOT NULL,
  revision integer NOT NULL,
  why text NOT NULL CHECK (why IN ('red', 'withheld')),
  at timestamptz NOT NULL,
  PRIMARY KEY (credential_id, warning_id, revision, why)
);
CREATE INDEX warning_read_at ON warning_read (at);
GRANT SELECT, INSERT, DELETE ON warning_read TO tocsin_app;

-- The audit trail of an organisation: what it did, and what others did about it. Not what is talked about warnings.
CREATE INDEX event_audited ON event (organisation_id, sequence)
  WHERE type !~ '^(acknowledgement|escalation|comment)\.|^warning\.(corroborated|expired)$';
CREATE INDEX event_about ON event ((content::jsonb -> 'data' ->> 'organisation'), sequence)
  WHERE type !~ '^(warning|acknowledgement|escalation|comment|subscription|team)\.';
CREATE INDEX event_actor ON event (actor_id, sequence)
  WHERE actor_id IS NOT NULL AND type !~ '^(acknowledgement|escalation|comment)\.|^warning\.(corroborated|expired)$';

-- What is kept for a time is deleted when that is over: see core/store/retention.ts.
GRANT DELETE ON delivery, session, sign_in_link TO tocsin_app;
