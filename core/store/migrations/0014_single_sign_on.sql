-- Up Migration

-- An organisation's own identity provider (OpenID Connect). The secret is sealed under the network's own.
CREATE TABLE single_sign_on (
  organisation_id uuid PRIMARY KEY REFERENCES organisation,
  issuer text NOT NULL,
  client_id text NOT NULL,
  client_secret bytea NOT NULL,
  -- Its members sign in no other way; owners excepted.
  enforced boolean NOT NULL,
  updated_at timestamptz NOT NULL
);

-- Domains whose addresses an organisation vouches for, proven by a TXT record.
CREATE TABLE domain (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  name text NOT NULL,
  token text NOT NULL,
  created_at timestamptz NOT NULL,
  verified_at timestamptz,
  UNIQUE (organisation_id, name)
);
CREATE UNIQUE INDEX domain_verified ON domain (name) WHERE verified_at IS NOT NULL;

-- Somebody was sent to a provider and is awaited back, once, in the same browser.
CREATE TABLE single_sign_on_request (
  state_digest bytea PRIMARY KEY,
  browser_digest bytea NOT NULL,
  organisation_id uuid NOT NULL REFERENCES organisation,
  issuer text NOT NULL,
  nonce text NOT NULL,
  verifier text NOT NULL,
  expires_at timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE, DELETE ON single_sign_on, domain, single_sign_on_request TO tocsin_app;
