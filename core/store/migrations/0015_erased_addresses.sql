-- Up Migration

-- Whoever is erased is told of nothing any more, also at an address that a policy or a subscription named.
GRANT DELETE ON address TO tocsin_app;

-- Members are looked up by address in the directory.
DROP INDEX member_address;
