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
