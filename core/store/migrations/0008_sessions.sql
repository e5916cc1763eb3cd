-- Up Migration

-- The teams that a member is limited to; empty: all of the organisation's, later ones too.
ALTER TABLE member ADD COLUMN teams uuid[] NOT NULL DEFAULT '{}';
CREATE INDEX member_address ON member (lower(address)) WHERE removed_at IS NULL;

-- Somebody signed in on a device. Of the token only its digest is kept, of the place nothing.
CREATE TABLE session (
  id uuid PRIMARY KEY,
  member_id uuid NOT NULL REFERENCES member,
  digest bytea NOT NULL UNIQUE,
  -- link | invitation | passkey | single-sign-on
  method text NOT NULL,
  -- What people recognise it by, e.g. "Firefox on Linux".
  device text NOT NULL,
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  -- When a passkey or a code was last shown in it.
  strong_at timestamptz,
  ended_at timestamptz,
  end_reason text
);
CREATE INDEX session_member ON session (member_id) WHERE ended_at IS NULL;

-- A link that signs in, once. Where nobody has the address there is a row all the same, so that asking tells nothing.
CREATE TABLE sign_in_link (
  digest bytea PRIMARY KEY,
  address text NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  spent_at timestamptz
);
CREATE INDEX sign_in_link_address ON sign_in_link (address, created_at);

GRANT SELECT, INSERT, UPDATE ON session, sign_in_link TO tocsin_app;
