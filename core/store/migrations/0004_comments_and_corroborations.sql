-- Up Migration

CREATE TABLE corroboration (
  id uuid PRIMARY KEY,
  warning_id uuid NOT NULL REFERENCES warning,
  organisation_id uuid NOT NULL REFERENCES organisation,
  sighting text NOT NULL,
  countries text[] NOT NULL,
  languages text[] NOT NULL,
  withhold boolean NOT NULL,
  -- The revision that it was last said about: whom that one leaves out never reads it.
  revision integer NOT NULL,
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
  -- The revision that it was written about: whom that one leaves out never reads it.
  revision integer NOT NULL,
  text text NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX comment_warning ON comment (warning_id, id);
