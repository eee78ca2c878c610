-- Forms that an employer hands in together: a cover sheet with a code, then each form in turn, what does not fit in a pile with the reason.
CREATE TABLE hand_in_batches (
  batch_id uuid PRIMARY KEY,
  batch_number text NOT NULL UNIQUE,
  year smallint NOT NULL,
  serial integer NOT NULL CHECK (serial BETWEEN 1 AND 99999),
  -- Looked up by its keyed hash; shaped like a form code, printed with BK before it.
  code_hmac bytea NOT NULL UNIQUE,
  code_encrypted bytea NOT NULL,
  employer_name text NOT NULL CHECK (length(employer_name) BETWEEN 1 AND 200),
  office_id integer NOT NULL REFERENCES offices,
  made_at timestamptz NOT NULL DEFAULT ansinh_now(),
  handed_over_at timestamptz,
  handed_over_by integer REFERENCES staff_users,
  -- Of the receipt: whoever has the paper may ask whether it left here.
  receipt_hmac bytea UNIQUE,
  receipt_encrypted bytea,
  UNIQUE (office_id, year, serial),
  CHECK ((handed_over_at IS NULL) = (receipt_hmac IS NULL))
);
COMMENT ON TABLE hand_in_batches IS 'Written by batches. One cover sheet; numbered {office code}/{yyyy}/BK{serial}.';
CREATE INDEX hand_in_batches_open ON hand_in_batches (office_id, made_at) WHERE handed_over_at IS NULL;

CREATE TABLE hand_in_batch_forms (
  batch_id uuid NOT NULL REFERENCES hand_in_batches ON DELETE CASCADE,
  position integer NOT NULL,
  registration_id uuid NOT NULL,
  code_tail text NOT NULL CHECK (length(code_tail) = 4),
  -- Set once, by one conditional UPDATE: two clerks at one batch count a form once.
  received_at timestamptz,
  received_by integer REFERENCES staff_users,
  PRIMARY KEY (batch_id, position),
  UNIQUE (batch_id, registration_id)
);
COMMENT ON TABLE hand_in_batch_forms IS 'Written by batches. The forms a cover sheet names; whose they are stands with the registrations.';

CREATE TABLE hand_in_batch_odds (
  batch_id uuid NOT NULL REFERENCES hand_in_batches ON DELETE CASCADE,
  scan_id uuid NOT NULL,
  reason text NOT NULL CHECK (reason IN ('unknown-code', 'not-in-batch', 'already-handed-in', 'other-office', 'expired', 'not-waiting', 'locked')),
  code_tail text NOT NULL CHECK (length(code_tail) <= 4),
  scanned_at timestamptz NOT NULL DEFAULT ansinh_now(),
  staff_id integer NOT NULL REFERENCES staff_users,
  PRIMARY KEY (batch_id, scan_id)
);
COMMENT ON TABLE hand_in_batch_odds IS 'Written by batches. Scans that fell out, each with the reason; the paper goes back with the employer.';
GRANT SELECT, INSERT, UPDATE ON hand_in_batches, hand_in_batch_forms TO ansinh_app;
GRANT SELECT, INSERT ON hand_in_batch_odds TO ansinh_app;
