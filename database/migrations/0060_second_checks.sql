-- Signals, and the second pair of eyes.
CREATE TABLE second_checks (
  registration_id uuid PRIMARY KEY REFERENCES registrations ON DELETE CASCADE,
  -- Drawn by lot when the paper is received; once drawn it stays, also when the paper is received again.
  drawn boolean NOT NULL DEFAULT false,
  -- Signals stand: one of the two must be a supervisor.
  risky boolean NOT NULL DEFAULT false,
  first_staff_id integer REFERENCES staff_users,
  first_role text,
  first_decision_id uuid,
  first_checked_at timestamptz,
  person_id bigint,
  document_kind text,
  checklist jsonb,
  CHECK ((first_staff_id IS NULL) = (first_checked_at IS NULL))
);
COMMENT ON TABLE second_checks IS 'Written by second-checks. Who must be looked at by two people, and what the first of them ticked. A row with drawn and risky false asks for nothing.';
CREATE INDEX second_checks_due ON second_checks (registration_id) WHERE drawn OR risky;

CREATE TABLE photo_prints (
  document_id uuid PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
  registration_id uuid NOT NULL,
  kind text NOT NULL,
  print bit varying(1024) NOT NULL,
  bands integer[] NOT NULL,
  -- Of cards alone: 33 x 32 levels of grey, to tell one card written twice from two cards of one layout.
  cells bytea
);
COMMENT ON TABLE photo_prints IS 'Written by documents. A coarse print of a photo (steps in brightness of 17 x 16 cells, of a card 33 x 32) by which the very same picture is found again; erased in the statement that erases the photo''s key.';
CREATE INDEX photo_prints_by_band ON photo_prints USING gin (bands) WITH (fastupdate = off);
CREATE INDEX photo_prints_by_registration ON photo_prints (registration_id);

CREATE TABLE fraud_subjects (
  registration_id uuid PRIMARY KEY REFERENCES registrations ON DELETE CASCADE,
  -- Keyed hashes: equal ones are seen, none can be read back.
  subject_hmac bytea NOT NULL,
  family_hmac bytea NOT NULL,
  phone_hmac bytea NOT NULL,
  device_hmac bytea,
  address_hmac bytea NOT NULL,
  traced_at timestamptz NOT NULL DEFAULT ansinh_now()
);
COMMENT ON TABLE fraud_subjects IS 'Written by fraud. Who stands behind a registration and by which phone and device it came, as keyed hashes (RETENTION_RULES fraud-trace).';
CREATE INDEX fraud_subjects_by_phone ON fraud_subjects (phone_hmac);
CREATE INDEX fraud_subjects_by_device ON fraud_subjects (device_hmac) WHERE device_hmac IS NOT NULL;
CREATE INDEX fraud_subjects_by_address ON fraud_subjects (address_hmac);
CREATE INDEX fraud_subjects_traced ON fraud_subjects (traced_at);

CREATE TABLE fraud_signals (
  registration_id uuid NOT NULL REFERENCES registrations ON DELETE CASCADE,
  kind text NOT NULL,
  measured integer NOT NULL,
  others uuid[] NOT NULL DEFAULT '{}',
  staff_id integer,
  rule_version text NOT NULL,
  found_at timestamptz NOT NULL DEFAULT ansinh_now(),
  -- When the reason was gone again (a photo was replaced), or a reviewer had looked.
  cleared_at timestamptz,
  reviewed boolean NOT NULL DEFAULT false,
  PRIMARY KEY (registration_id, kind)
);
COMMENT ON TABLE fraud_signals IS 'Written by fraud. Reasons to look twice, each with what was counted and the rule''s version. Hints, never verdicts; the applicant is never told.';
CREATE INDEX fraud_signals_open ON fraud_signals (registration_id) WHERE cleared_at IS NULL;

CREATE TABLE fraud_reviews (
  review_id uuid PRIMARY KEY,
  registration_id uuid NOT NULL REFERENCES registrations ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('send', 'pass', 'refuse')),
  staff_id integer NOT NULL REFERENCES staff_users,
  office_id integer NOT NULL,
  reason_code text NOT NULL,
  said text NOT NULL DEFAULT '' CHECK (length(said) <= 300),
  signal_kinds text[] NOT NULL DEFAULT '{}',
  reviewed_at timestamptz NOT NULL DEFAULT ansinh_now()
);
COMMENT ON TABLE fraud_reviews IS 'Written by fraud. Who sent a case to review and who decided it, with the reason. Gone with the registration; the audit line stays.';
CREATE INDEX fraud_reviews_by_registration ON fraud_reviews (registration_id, reviewed_at);

CREATE INDEX decisions_by_staff_day ON decisions (decided_at, staff_id) WHERE kind = 'approve';

GRANT SELECT, INSERT, UPDATE ON second_checks TO ansinh_app;
GRANT SELECT, INSERT, DELETE ON photo_prints TO ansinh_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON fraud_subjects TO ansinh_app;
GRANT SELECT, INSERT, UPDATE ON fraud_signals TO ansinh_app;
GRANT SELECT, INSERT ON fraud_reviews TO ansinh_app;
