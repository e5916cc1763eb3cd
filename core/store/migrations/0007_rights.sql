-- Up Migration

-- What it needs and no more: nothing that was raised or answered is ever deleted, nothing that was logged ever changed.
DO $$
BEGIN
  EXECUTE format('GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA %I TO tocsin_app', current_schema());
END
$$;
GRANT DELETE ON subscription, escalation_policy, idempotency TO tocsin_app;
REVOKE ALL ON migrations FROM tocsin_app;
REVOKE UPDATE ON event, network, checkpoint, redaction FROM tocsin_app;
GRANT UPDATE (epoch, home, timeline, held_since) ON network TO tocsin_app;
REVOKE INSERT ON network, log_head, checkpoint FROM tocsin_app;
DO $$
DECLARE part regclass;
BEGIN
  -- A partition is reached through its parent alone.
  FOR part IN SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent = 'event'::regclass LOOP
    EXECUTE format('REVOKE ALL ON %s FROM tocsin_app', part);
  END LOOP;
END
$$;
GRANT EXECUTE ON FUNCTION ensure_event_months(integer), drop_event_months(integer) TO tocsin_app;
