-- Up Migration

-- Against numbing: how many warnings of which severity an organisation may raise in an hour (JSON), and since when it may raise none.
ALTER TABLE organisation ADD COLUMN raise_limits text;
ALTER TABLE organisation ADD COLUMN braked_at timestamptz;
-- Called off by the coordinator, because the organisation that raised it was not itself.
ALTER TABLE warning ADD COLUMN retracted boolean NOT NULL DEFAULT false;

-- An organisation asks to join. What it wrote stands here alone, and goes with the row.
CREATE TABLE application (
  id uuid PRIMARY KEY,
  state text NOT NULL CHECK (state IN ('unconfirmed', 'open', 'asked', 'admitted', 'refused', 'withdrawn')),
  -- The form, as it was sent (JSON).
  form text NOT NULL,
  -- Of the contact, lower case.
  address text NOT NULL,
  organisation_id uuid REFERENCES organisation,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX application_state ON application (state, created_at);
CREATE INDEX application_address ON application (address, created_at);

-- Each mail to the applicant brings a link of its own; all of them lead to the application.
CREATE TABLE application_token (
  digest bytea PRIMARY KEY,
  application_id uuid NOT NULL REFERENCES application ON DELETE CASCADE
);

CREATE TABLE application_message (
  id uuid PRIMARY KEY,
  application_id uuid NOT NULL REFERENCES application ON DELETE CASCADE,
  -- applicant | coordinator
  author text NOT NULL,
  text text NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX application_message_of ON application_message (application_id, id);

GRANT SELECT, INSERT, UPDATE, DELETE ON application TO tocsin_app;
GRANT SELECT, INSERT, DELETE ON application_token, application_message TO tocsin_app;
