-- What was done for a person's account at the counter, with the reason and who did it; the account itself is written by accounts.
CREATE TABLE account_desk_acts (
  person_id bigint NOT NULL,
  -- Chosen by the office app: a request sent twice is one act.
  act_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('hold', 'release', 'stop', 'first-password', 'phone-asked', 'phone-proved', 'phone-cancelled', 'mandate-given', 'mandate-ended')),
  reason text NOT NULL CHECK (reason IN ('holder-asks', 'phone-gone', 'message-not-received', 'misuse-suspected', 'checked-again', 'paper-shown', 'other')),
  note text NOT NULL DEFAULT '' CHECK (length(note) <= 300),
  staff_id integer NOT NULL,
  office_id integer NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT ansinh_now(),
  PRIMARY KEY (person_id, act_id)
) PARTITION BY HASH (person_id);
COMMENT ON TABLE account_desk_acts IS 'Written by account-desk. Holds, releases, stops, re-issues, new phones and mandates given at a counter after the original ID was seen. No UPDATE, no DELETE.';
DO $$ BEGIN FOR i IN 0..31 LOOP
  EXECUTE format('CREATE TABLE account_desk_acts_p%s PARTITION OF account_desk_acts FOR VALUES WITH (MODULUS 32, REMAINDER %s)', lpad(i::text, 2, '0'), i);
END LOOP; END $$;
GRANT SELECT, INSERT ON account_desk_acts TO ansinh_app;
