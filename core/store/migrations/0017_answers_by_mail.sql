-- Up Migration

-- When the link of an escalation's mail was used: once.
ALTER TABLE delivery ADD COLUMN answered_at timestamptz;

-- The mail by whose link the answer came; NULL: by somebody who had signed in, or a key.
ALTER TABLE answer ADD COLUMN delivery_id uuid;
