-- Up Migration

-- What lies ahead, by when it begins.
CREATE INDEX warning_onset ON warning (onset, id);

-- Addresses that members' calendars read, which cannot sign in; a row goes with its member, and when its address is ended.
CREATE TABLE calendar (
  id uuid PRIMARY KEY,
  member_id uuid NOT NULL REFERENCES member,
  name text NOT NULL,
  -- Of the token in its address.
  digest bytea NOT NULL UNIQUE,
  -- Canonical (JSON), as of a subscription.
  filter text NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  last_used_at timestamptz
);
CREATE INDEX calendar_member ON calendar (member_id);

GRANT SELECT, INSERT, UPDATE, DELETE ON calendar TO tocsin_app;
