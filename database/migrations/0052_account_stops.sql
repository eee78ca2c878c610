-- Form 01 "ngừng": asked for with the password and a code to the phone, done 24 hours later by a job unless it is taken back.
CREATE TABLE account_stops (
  person_id bigint NOT NULL,
  stop_id uuid NOT NULL,
  file_number text NOT NULL,
  office_id integer NOT NULL,
  asked_at timestamptz NOT NULL DEFAULT ansinh_now(),
  applies_at timestamptz NOT NULL,
  applied_at timestamptz,
  cancelled_at timestamptz,
  CHECK (applied_at IS NULL OR cancelled_at IS NULL),
  PRIMARY KEY (person_id, stop_id)
) PARTITION BY HASH (person_id);
COMMENT ON TABLE account_stops IS 'Written by account-stops. Requests to stop electronic transactions, numbered in the series NG; the account says whether it is stopped.';
CREATE INDEX account_stops_due ON account_stops (applies_at) WHERE applied_at IS NULL AND cancelled_at IS NULL;
CREATE UNIQUE INDEX account_stops_one_open ON account_stops (person_id) WHERE applied_at IS NULL AND cancelled_at IS NULL;
DO $$ BEGIN FOR i IN 0..31 LOOP
  EXECUTE format('CREATE TABLE account_stops_p%s PARTITION OF account_stops FOR VALUES WITH (MODULUS 32, REMAINDER %s)', lpad(i::text, 2, '0'), i);
END LOOP; END $$;
GRANT SELECT, INSERT, UPDATE ON account_stops TO ansinh_app;
