-- Up Migration

-- What each server says of itself every few seconds: who is connected to it, and how far it has read the log. It is true for as
-- long as its server says it anew, so no write-ahead log keeps it.
CREATE UNLOGGED TABLE node (
  id uuid PRIMARY KEY,
  sequence bigint NOT NULL,
  -- JSON: by organisation and team, counts and since when; of people nothing.
  connected text NOT NULL,
  told_at timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE, DELETE ON node TO tocsin_app;
