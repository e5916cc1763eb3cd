-- Up Migration

-- What a member's device answers challenges with (WebAuthn). Of a removed one the row stays, its key does not.
CREATE TABLE passkey (
  id uuid PRIMARY KEY,
  member_id uuid NOT NULL REFERENCES member,
  -- base64url, as browsers tell it.
  credential text NOT NULL UNIQUE,
  public_key bytea NOT NULL,
  counter bigint NOT NULL,
  transports text[] NOT NULL,
  name text NOT NULL,
  created_at timestamptz NOT NULL,
  last_used_at timestamptz
);
CREATE INDEX passkey_member ON passkey (member_id);

-- One-time codes (RFC 6238). The secret is sealed under the network's own.
CREATE TABLE totp (
  member_id uuid PRIMARY KEY REFERENCES member,
  secret bytea NOT NULL,
  created_at timestamptz NOT NULL,
  confirmed_at timestamptz,
  -- The newest time step that a code was taken for: none counts twice.
  last_step bigint NOT NULL DEFAULT 0
);

CREATE TABLE recovery_code (
  digest bytea PRIMARY KEY,
  member_id uuid NOT NULL REFERENCES member,
  created_at timestamptz NOT NULL,
  spent_at timestamptz
);
CREATE INDEX recovery_code_member ON recovery_code (member_id);

-- Challenges that were given out, each to be answered once.
CREATE TABLE challenge (
  challenge text PRIMARY KEY,
  -- Whose answer is awaited; NULL: whoever's passkey it is.
  member_id uuid REFERENCES member,
  purpose text NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX challenge_expires ON challenge (expires_at);

-- How often a member's codes were guessed at, since when.
CREATE TABLE factor_guess (
  member_id uuid PRIMARY KEY REFERENCES member,
  wrong integer NOT NULL,
  since timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE, DELETE ON passkey, totp, recovery_code, challenge, factor_guess TO tocsin_app;
