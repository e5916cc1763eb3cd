-- Up Migration

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
