-- Up Migration

-- The application connects as whoever it likes and then takes this role: least privilege in every topology.
-- Where an administrator made the role and granted it, the owner of a database needs no right over roles.
DO $$
BEGIN
  IF to_regrole('tocsin_app') IS NULL THEN
    CREATE ROLE tocsin_app NOLOGIN;
  END IF;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN NULL;
END
$$;
DO $$
BEGIN
  -- Since PostgreSQL 16 a member may have been denied to take the role; before, every member may.
  IF NOT pg_has_role(
    'tocsin_app', CASE WHEN current_setting('server_version_num')::integer < 160000 THEN 'MEMBER' ELSE 'SET' END)
  THEN
    EXECUTE format('GRANT tocsin_app TO %I', current_user);
  END IF;
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO tocsin_app', current_schema());
END
$$;

-- One network, one row: its epoch changes when a log is restored, its secret keys positions, Message-IDs and tokens.
CREATE TABLE network (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  name text NOT NULL DEFAULT 'Tocsin',
  epoch integer NOT NULL DEFAULT (random() * 2147483647)::integer,
  secret bytea NOT NULL DEFAULT decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'),
  -- The cluster, the database and the line of history that it last worked on: another one was restored from a backup.
  home text,
  timeline text,
  -- Nothing leaves from here on until an operator releases it.
  held_since timestamptz,
  created_at timestamptz NOT NULL DEFAULT now()
);
INSERT INTO network DEFAULT VALUES;

-- Whether nothing may leave: asked by each statement that lets something go. A new line of history holds until it is vouched for.
CREATE FUNCTION network_held() RETURNS boolean
LANGUAGE sql STABLE SET search_path FROM CURRENT AS $$
  SELECT held_since IS NOT NULL OR timeline IS DISTINCT FROM left(pg_walfile_name(pg_current_wal_lsn()), 8) FROM network
$$;

-- The log. Append-only: tocsin_app may INSERT and SELECT, nothing more. Months are partitions.
CREATE TABLE event (
  sequence bigint NOT NULL,
  type text NOT NULL,
  warning_id uuid,
  revision integer,
  organisation_id uuid,
  actor_id uuid,
  -- NULL with its salt: erased. The digest of both stays, so that the chain does.
  content text,
  at timestamptz NOT NULL,
  salt bytea,
  digest bytea NOT NULL,
  hash bytea NOT NULL
) PARTITION BY RANGE (at);
CREATE INDEX event_sequence ON event (sequence);
CREATE INDEX event_warning ON event (warning_id, sequence) WHERE warning_id IS NOT NULL;
CREATE INDEX event_subscription ON event (organisation_id, sequence) WHERE type LIKE 'subscription.%';

-- Where the next event is chained on; its row is written by each append, under the append's lock.
CREATE TABLE log_head (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  sequence bigint NOT NULL,
  hash bytea NOT NULL,
  at timestamptz NOT NULL,
  directory_sequence bigint NOT NULL
) WITH (fillfactor = 10);
INSERT INTO log_head VALUES (true, 0, sha256('tocsin'::bytea), 'epoch', 0);

-- Where the log that is held begins: the place right before its oldest event. Verifying the chain starts here.
CREATE TABLE checkpoint (
  sequence bigint PRIMARY KEY,
  hash bytea NOT NULL,
  at timestamptz NOT NULL DEFAULT now()
);
INSERT INTO checkpoint (sequence, hash) SELECT sequence, hash FROM log_head;

-- Makes sure that this month's and the next months' partitions exist; owned by the migrating role, callable by the application.
CREATE FUNCTION ensure_event_months(ahead integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  month timestamptz;
  name text;
BEGIN
  PERFORM pg_advisory_xact_lock(7401202);
  FOR i IN 0..ahead LOOP
    month := date_trunc('month', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC';
    month := (month AT TIME ZONE 'UTC' + make_interval(months => i)) AT TIME ZONE 'UTC';
    name := 'event_' || to_char(month AT TIME ZONE 'UTC', 'YYYY_MM');
    IF to_regclass(name) IS NULL THEN
      EXECUTE format(
        'CREATE TABLE %I PARTITION OF event FOR VALUES FROM (%L) TO (%L)',
        name, month, (month AT TIME ZONE 'UTC' + interval '1 month') AT TIME ZONE 'UTC');
    END IF;
  END LOOP;
END
$$;
SELECT ensure_event_months(3);
-- Drops the months, oldest first, that ended more than `keep` days ago, and answers their names; before each, where the log begins
-- then is noted. Stops at the first that is needed: by an active warning, or by the dispatcher, which has not come so far.
CREATE FUNCTION drop_event_months(keep integer) RETURNS SETOF text
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT SET lock_timeout = '2s' AS $$
DECLARE
  name text;
  over timestamptz;
  last record;
  needed boolean;
BEGIN
  IF keep < 31 THEN
    RAISE EXCEPTION 'The log is kept for 31 days at least, not for %.', keep;
  END IF;
  PERFORM pg_advisory_xact_lock(7401202);
  FOR name IN
    SELECT relname FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
    WHERE inhparent = 'event'::regclass AND relname ~ '^event_\d{4}_\d{2}$' ORDER BY relname
  LOOP
    over := (to_date(name, '"event_"YYYY_MM') + interval '1 month') AT TIME ZONE 'UTC';
    EXIT WHEN over > now() - make_interval(days => keep);
    EXECUTE format('SELECT sequence, hash FROM %I ORDER BY sequence DESC LIMIT 1', name) INTO last;
    EXECUTE format(
      'SELECT EXISTS (SELECT FROM warning WHERE state = ''active'' AND EXISTS (SELECT FROM %I WHERE warning_id = warning.id))
         OR EXISTS (SELECT FROM event_other WHERE at < $1)', name) INTO needed USING over;
    EXIT WHEN needed OR COALESCE((SELECT sequence FROM cursor WHERE cursor.name = 'dispatcher'), 0) < last.sequence;
    IF last.sequence IS NOT NULL THEN
      INSERT INTO checkpoint (sequence, hash) VALUES (last.sequence, last.hash);
    END IF;
    EXECUTE format('DROP TABLE %I', name);
    RETURN NEXT name;
  END LOOP;
END
$$;

-- What no month was made for is kept all the same.
CREATE TABLE event_other PARTITION OF event DEFAULT;

CREATE TABLE organisation (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('cso', 'platform', 'coordinator', 'observer')),
  countries text[] NOT NULL DEFAULT '{}',
  languages text[] NOT NULL DEFAULT '{}',
  clearance text NOT NULL,
  listed boolean NOT NULL DEFAULT true,
  suspended_at timestamptz,
  created_at timestamptz NOT NULL
);

CREATE TABLE team (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  name text NOT NULL,
  created_at timestamptz NOT NULL,
  removed_at timestamptz
);
CREATE INDEX team_organisation ON team (organisation_id, id);

CREATE TABLE member (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  name text NOT NULL,
  address text NOT NULL,
  role text NOT NULL CHECK (role IN ('owner', 'manager', 'responder', 'viewer')),
  language text,
  red boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  removed_at timestamptz
);
CREATE INDEX member_organisation ON member (organisation_id);

-- Keys are kept as digests; the prefix is what people recognise them by.
CREATE TABLE api_key (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  name text NOT NULL,
  prefix text NOT NULL,
  digest bytea NOT NULL UNIQUE,
  scopes text[] NOT NULL,
  teams uuid[] NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL,
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz
);
CREATE INDEX api_key_organisation ON api_key (organisation_id);

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

CREATE TABLE corroboration (
  id uuid PRIMARY KEY,
  warning_id uuid NOT NULL REFERENCES warning,
  organisation_id uuid NOT NULL REFERENCES organisation,
  sighting text NOT NULL,
  countries text[] NOT NULL,
  languages text[] NOT NULL,
  withhold boolean NOT NULL,
  version integer NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  withdrawn_at timestamptz
);
CREATE UNIQUE INDEX corroboration_standing ON corroboration (warning_id, organisation_id) WHERE withdrawn_at IS NULL;
CREATE INDEX corroboration_said ON corroboration (warning_id, organisation_id, created_at);

CREATE TABLE corroboration_note (
  corroboration_id uuid NOT NULL REFERENCES corroboration,
  version integer NOT NULL,
  note text NOT NULL,
  PRIMARY KEY (corroboration_id, version)
);

CREATE TABLE comment (
  id uuid PRIMARY KEY,
  warning_id uuid NOT NULL REFERENCES warning,
  organisation_id uuid NOT NULL REFERENCES organisation,
  member_id uuid,
  audience text NOT NULL,
  thread uuid NOT NULL,
  -- The organisation that began the thread.
  thread_organisation_id uuid NOT NULL,
  in_reply_to uuid,
  text text NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX comment_warning ON comment (warning_id, id);

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

-- What it needs and no more: nothing that was raised or answered is ever deleted, nothing that was logged ever changed.
DO $$
BEGIN
  EXECUTE format('GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA %I TO tocsin_app', current_schema());
END
$$;
GRANT DELETE ON subscription, escalation_policy, idempotency TO tocsin_app;
REVOKE ALL ON migrations FROM tocsin_app;
REVOKE UPDATE ON event, network, checkpoint, redaction FROM tocsin_app;
GRANT UPDATE (epoch, home, timeline, held_since) ON network TO tocsin_app;
REVOKE INSERT ON network, log_head, checkpoint FROM tocsin_app;
DO $$
DECLARE part regclass;
BEGIN
  -- A partition is reached through its parent alone.
  FOR part IN SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent = 'event'::regclass LOOP
    EXECUTE format('REVOKE ALL ON %s FROM tocsin_app', part);
  END LOOP;
END
$$;
GRANT EXECUTE ON FUNCTION ensure_event_months(integer), drop_event_months(integer) TO tocsin_app;
