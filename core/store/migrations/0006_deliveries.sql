-- Up Migration

CREATE TABLE idempotency (
  organisation_id uuid NOT NULL,
  method text NOT NULL,
  path text NOT NULL,
  key text NOT NULL,
  body_digest bytea NOT NULL,
  status integer NOT NULL,
  body text NOT NULL,
  location text,
  etag text,
  warning_id uuid,
  at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, method, path, key)
) WITH (toast_tuple_target = 8160);
CREATE INDEX idempotency_at ON idempotency (at);
CREATE INDEX idempotency_warning ON idempotency (warning_id) WHERE warning_id IS NOT NULL;

-- What is sent, one row an event, channel and recipient, written before it is sent.
CREATE TABLE delivery (
  id uuid PRIMARY KEY,
  event_id uuid NOT NULL,
  channel text NOT NULL,
  recipient text NOT NULL,
  -- escalation | unreached | missed | stand-down | warning | first-answer | outcomes | confirmation
  kind text NOT NULL,
  organisation_id uuid NOT NULL REFERENCES organisation,
  member_id uuid,
  warning_id uuid,
  revision integer,
  team_id uuid,
  -- Ids, codes and numbers that the mail is composed from.
  content text NOT NULL,
  state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'sent', 'failed', 'superseded', 'bounced')),
  attempts integer NOT NULL DEFAULT 0,
  next_at timestamptz NOT NULL,
  give_up_at timestamptz NOT NULL,
  message_id text,
  answer text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  UNIQUE (event_id, channel, recipient)
);
CREATE INDEX delivery_pending ON delivery (next_at) WHERE state = 'pending';
CREATE INDEX delivery_missed ON delivery (organisation_id, created_at) WHERE kind = 'missed';
CREATE INDEX delivery_warning ON delivery (warning_id) WHERE warning_id IS NOT NULL;

CREATE TABLE cursor (
  name text PRIMARY KEY,
  sequence bigint NOT NULL
);

-- One leads while its lease runs; the token fences what a former leader still tries to write.
CREATE TABLE lease (
  name text PRIMARY KEY,
  holder uuid NOT NULL,
  token bigint NOT NULL,
  expires_at timestamptz NOT NULL
);
