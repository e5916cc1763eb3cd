-- Up Migration

-- What came back of a mail that a server took: delayed | soft | hard | complaint.
ALTER TABLE delivery ADD COLUMN returned text CHECK (returned IN ('delayed', 'soft', 'hard', 'complaint'));
CREATE INDEX delivery_returned ON delivery (lower(recipient)) WHERE returned IS NOT NULL;

-- By address: what was sent there since something came back, and whom to erase; in place of digests' addresses alone.
DROP INDEX delivery_subscriber;
CREATE INDEX delivery_recipient ON delivery (lower(recipient));

-- The ledger, newest first; and what went wrong among very many that did not.
CREATE INDEX delivery_ledger ON delivery (organisation_id, created_at, id);
CREATE INDEX delivery_trouble ON delivery (organisation_id, created_at, id) WHERE state IN ('failed', 'bounced');

-- Addresses that are sent nothing that can do without.
CREATE TABLE suppression (
  id uuid PRIMARY KEY,
  -- Lower case.
  address text NOT NULL UNIQUE,
  reason text NOT NULL CHECK (reason IN ('no-mailbox', 'not-taken', 'complaint')),
  -- What the mail server, or who took the complaint, said.
  answer text NOT NULL,
  created_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, DELETE ON suppression TO tocsin_app;
