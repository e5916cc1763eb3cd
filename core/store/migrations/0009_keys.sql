-- Up Migration

ALTER TABLE api_key
  -- Ranges of addresses that it may be used from; empty: anywhere.
  ADD COLUMN networks text[] NOT NULL DEFAULT '{}',
  -- The member who made it, where it was one.
  ADD COLUMN created_by uuid REFERENCES member,
  -- The key that it was rotated to.
  ADD COLUMN replaced_by uuid REFERENCES api_key;

-- An organisation's keys by page, newest first; those that have not ended are counted by it too.
CREATE INDEX api_key_listed ON api_key (organisation_id, created_at, id);
DROP INDEX api_key_organisation;
