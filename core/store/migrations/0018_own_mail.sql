-- Up Migration

-- What a member is mailed by their own choice; whoever never chose has no row, and a row goes with its member.
CREATE TABLE own_mail (
  member_id uuid PRIMARY KEY REFERENCES member,
  -- Since when warnings are mailed to them; NULL: they are not.
  since timestamptz,
  -- Canonical (JSON), as of a subscription and of an escalation policy.
  filter text NOT NULL,
  hours text,
  updated_at timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE, DELETE ON own_mail TO tocsin_app;
