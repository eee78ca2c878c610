-- Before what opens an account further (another passkey, a mandate) its holder proves once more who they are.
CREATE TABLE step_ups (
  person_id bigint NOT NULL,
  session_hash bytea NOT NULL,
  proved_at timestamptz NOT NULL DEFAULT ansinh_now(),
  PRIMARY KEY (person_id, session_hash)
) PARTITION BY HASH (person_id);
COMMENT ON TABLE step_ups IS 'Written by step-ups. When the holder of a session last proved once more who they are; erased by night.';

DO $$
BEGIN
  FOR i IN 0..31 LOOP
    EXECUTE format('CREATE TABLE %I PARTITION OF step_ups FOR VALUES WITH (MODULUS 32, REMAINDER %s)', 'step_ups_p' || lpad(i::text, 2, '0'), i);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON step_ups TO ansinh_app;
