-- What was granted to a person, by decision. Facts are never changed; what ends one is a row beside it (0015_history.sql).
-- Of an account only the last four digits are kept: the person recognises it, nobody can use it (docs/decisions/0016).
CREATE TABLE benefits (
  person_id bigint NOT NULL,
  benefit_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('lump-sum', 'sickness-maternity', 'monthly', 'adjustment', 'unemployment')),
  regime text NOT NULL,
  decision_number text NOT NULL CHECK (length(decision_number) BETWEEN 1 AND 60),
  decided_on date NOT NULL,
  -- The decision that a slip adjusts.
  adjusts_decision_number text,
  from_on date,
  to_on date CHECK (to_on >= from_on),
  amount_vnd bigint NOT NULL CHECK (amount_vnd >= 0),
  months_granted smallint CHECK (months_granted BETWEEN 1 AND 120),
  payer_name text,
  account_last4 text CHECK (account_last4 ~ '^\d{4}$'),
  bank_name text,
  note text,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  import_batch_id uuid,
  source text NOT NULL,
  PRIMARY KEY (person_id, benefit_id),
  CHECK ((kind = 'adjustment') = (adjusts_decision_number IS NOT NULL))
) PARTITION BY HASH (person_id);
COMMENT ON TABLE benefits IS 'Written by benefits. Decisions as granted and slips that adjust monthly ones. Append-only: what ends one is a row of benefit_endings.';
CREATE INDEX benefits_by_batch ON benefits USING brin (import_batch_id) WITH (pages_per_range = 16);

CREATE TABLE benefit_endings (
  person_id bigint NOT NULL,
  benefit_id uuid NOT NULL,
  ended_at timestamptz NOT NULL DEFAULT now(),
  kind text NOT NULL CHECK (kind IN ('correction', 'change', 'withdrawal')),
  import_batch_id uuid,
  source text NOT NULL,
  PRIMARY KEY (person_id, benefit_id)
) PARTITION BY HASH (person_id);
COMMENT ON TABLE benefit_endings IS 'Written by benefits. From when on, and why, a benefit is no longer what we know. No UPDATE, no DELETE.';
CREATE INDEX benefit_endings_by_batch ON benefit_endings USING brin (import_batch_id) WITH (pages_per_range = 16);

DO $$ BEGIN FOR i IN 0..31 LOOP
  EXECUTE format('CREATE TABLE benefits_p%s PARTITION OF benefits FOR VALUES WITH (MODULUS 32, REMAINDER %s)', lpad(i::text, 2, '0'), i);
  EXECUTE format('CREATE TABLE benefit_endings_p%s PARTITION OF benefit_endings FOR VALUES WITH (MODULUS 32, REMAINDER %s)', lpad(i::text, 2, '0'), i);
END LOOP; END $$;
GRANT SELECT, INSERT ON benefits, benefit_endings TO ansinh_app;
