-- Up Migration

-- Who gets warnings by mail without an account. What is kept of them stands here alone, and goes with the row.
CREATE TABLE mail_subscriber (
  id uuid PRIMARY KEY,
  -- Lower case.
  address text NOT NULL UNIQUE,
  -- Of the link that confirms the address.
  token_digest bytea NOT NULL UNIQUE,
  -- Filter and rhythm, canonical (JSON): equal ones are equal texts.
  filter text NOT NULL,
  rhythm text NOT NULL,
  time_zone text NOT NULL,
  language text NOT NULL,
  paused_until timestamptz,
  confirmed_at timestamptz,
  -- When a link to what stands here was last mailed on demand.
  link_sent_at timestamptz,
  -- All up to this place in the log was told, or happened before; and when that was.
  told_sequence bigint NOT NULL DEFAULT 0,
  told_at timestamptz,
  -- Of the last digest, on the subscriber's own calendar.
  told_date date,
  -- When the next digest is due, and its date; NULL: mail comes with each event, or the address is not confirmed.
  next_at timestamptz,
  next_date date,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX mail_subscriber_due ON mail_subscriber (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX mail_subscriber_instant ON mail_subscriber (told_sequence) WHERE confirmed_at IS NOT NULL AND next_at IS NULL;
CREATE INDEX mail_subscriber_unconfirmed ON mail_subscriber (created_at) WHERE confirmed_at IS NULL;

-- For which addresses organisations vouch, whether or not anybody subscribed with them.
CREATE TABLE vouch (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  -- Lower case.
  address text NOT NULL,
  created_at timestamptz NOT NULL,
  UNIQUE (organisation_id, address)
);
CREATE INDEX vouch_address ON vouch (address);

-- Whoever ends their mails is erased from what was sent to them as well.
CREATE INDEX delivery_subscriber ON delivery (recipient)
  WHERE kind IN ('subscriber-confirmation', 'subscriber-link', 'digest');

GRANT SELECT, INSERT, UPDATE, DELETE ON mail_subscriber TO tocsin_app;
GRANT SELECT, INSERT, DELETE ON vouch TO tocsin_app;
