-- Up Migration

-- Of an erased member nothing is left but the id that the log names.
ALTER TABLE member ADD COLUMN erased_at timestamptz;
-- Left for good; suspended as well, since when.
ALTER TABLE organisation ADD COLUMN left_at timestamptz;

-- Somebody is asked to join an organisation: once, by a link whose token is kept as a digest.
CREATE TABLE invitation (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  address text NOT NULL,
  role text NOT NULL CHECK (role IN ('owner', 'manager', 'responder', 'viewer')),
  teams uuid[] NOT NULL DEFAULT '{}',
  language text,
  -- A member; NULL: the operator, or the coordinator that admitted the organisation.
  invited_by uuid REFERENCES member,
  digest bytea NOT NULL UNIQUE,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  -- accepted | withdrawn | replaced
  ended_at timestamptz,
  end_reason text,
  member_id uuid REFERENCES member
);
CREATE UNIQUE INDEX invitation_standing ON invitation (organisation_id, lower(address)) WHERE ended_at IS NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON invitation TO tocsin_app;
