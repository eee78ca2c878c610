-- The letter's journey. Keyed by registration_id; a person is named only after the match at the counter.
CREATE TABLE registrations (
  registration_id uuid PRIMARY KEY,
  state text NOT NULL CHECK (state IN ('draft', 'submitted', 'awaiting-visit', 'received', 'checked', 'approved', 'activated', 'returned', 'refused', 'expired', 'withdrawn', 'fraud-review')),
  purpose text NOT NULL DEFAULT 'register' CHECK (purpose IN ('register', 'adjust', 'stop')),
  version integer NOT NULL DEFAULT 1,
  -- The version that the last submission named: the same one sent again answers the same receipt.
  submitted_version integer,
  privacy_text_version text,
  privacy_read_at timestamptz,
  declared jsonb,
  declared_name_folded text GENERATED ALWAYS AS (fold_text(declared ->> 'fullName')) STORED,
  proved_phone text,
  phone_proved_at timestamptz,
  email text,
  employer_may_print boolean NOT NULL DEFAULT false,
  office_id integer REFERENCES offices,
  file_number text UNIQUE,
  form_code_hmac bytea UNIQUE,
  form_code_encrypted bytea,
  submitted_at timestamptz,
  submitted_on date,
  -- The day the running clock was started: submission, or re-opening.
  clock_started_on date,
  due_on date,
  grace_ends_on date,
  deadline_rule_version text,
  deadline_facts jsonb,
  extensions smallint NOT NULL DEFAULT 0,
  applicant_extensions smallint NOT NULL DEFAULT 0,
  received_at timestamptz,
  document_kind text,
  person_id bigint,
  marks jsonb NOT NULL DEFAULT '[]',
  state_before_decision text,
  created_at timestamptz NOT NULL DEFAULT ansinh_now(),
  touched_at timestamptz NOT NULL DEFAULT ansinh_now(),
  -- When the present state was entered: retention counts from it.
  state_since timestamptz NOT NULL DEFAULT ansinh_now(),
  id_photos_erased_at timestamptz,
  CHECK (state = 'draft' OR state = 'withdrawn' OR (declared IS NOT NULL AND proved_phone IS NOT NULL AND office_id IS NOT NULL AND file_number IS NOT NULL AND form_code_hmac IS NOT NULL AND submitted_on IS NOT NULL)),
  CHECK (state <> 'awaiting-visit' OR (due_on IS NOT NULL AND grace_ends_on >= due_on AND deadline_rule_version IS NOT NULL))
);
COMMENT ON TABLE registrations IS 'Written by registrations. declared = the answers as sent; due_on and grace_ends_on are stored once with the rule''s version and read by everybody.';
CREATE INDEX registrations_queue ON registrations (office_id, state, due_on, registration_id);
CREATE INDEX registrations_by_name ON registrations (office_id, declared_name_folded text_pattern_ops);
CREATE INDEX registrations_by_grace ON registrations (grace_ends_on) WHERE state = 'awaiting-visit';
CREATE INDEX registrations_by_person ON registrations (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX registrations_by_declared_number ON registrations ((declared ->> 'insuranceNumber')) WHERE declared ? 'insuranceNumber';
CREATE INDEX registrations_by_declared_id ON registrations ((declared ->> 'nationalId')) WHERE declared ? 'nationalId';
CREATE INDEX registrations_to_erase ON registrations (state, state_since) WHERE state IN ('draft', 'returned', 'refused', 'expired', 'withdrawn');
CREATE INDEX registrations_with_id_photos ON registrations (registration_id) WHERE state IN ('approved', 'activated') AND id_photos_erased_at IS NULL;

CREATE TABLE registration_moves (
  registration_id uuid NOT NULL REFERENCES registrations ON DELETE CASCADE,
  move_no integer NOT NULL,
  move text NOT NULL,
  from_state text NOT NULL,
  to_state text NOT NULL,
  actor_kind text NOT NULL,
  actor_id text,
  reason_codes text[] NOT NULL DEFAULT '{}',
  details jsonb NOT NULL DEFAULT '{}',
  moved_at timestamptz NOT NULL DEFAULT ansinh_now(),
  PRIMARY KEY (registration_id, move_no)
);
COMMENT ON TABLE registration_moves IS 'Written by registrations. Every move of the state table, in order.';

CREATE TABLE registration_accesses (
  token_hash bytea NOT NULL,
  registration_id uuid NOT NULL REFERENCES registrations ON DELETE CASCADE,
  scope text NOT NULL CHECK (scope IN ('own', 'photos')),
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (token_hash, registration_id)
);
COMMENT ON TABLE registration_accesses IS 'Written by applicants. Which browser may open which registration: the one that made it, or one that proved form code and phone.';
CREATE INDEX registration_accesses_by_registration ON registration_accesses (registration_id);

CREATE TABLE registration_openings (
  opening_id uuid PRIMARY KEY,
  registration_id uuid REFERENCES registrations ON DELETE CASCADE,
  expires_at timestamptz NOT NULL
);
COMMENT ON TABLE registration_openings IS 'Written by applicants. A form code was shown and a one-time code asked for; registration_id is NULL for a code that no form has, so that both look alike.';

CREATE TABLE photo_handoffs (
  handoff_hash bytea PRIMARY KEY,
  registration_id uuid NOT NULL REFERENCES registrations ON DELETE CASCADE,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);
COMMENT ON TABLE photo_handoffs IS 'Written by photos. Computer → phone for the photo step: one time, 10 minutes.';

CREATE TABLE office_serials (
  office_id integer NOT NULL REFERENCES offices,
  year smallint NOT NULL,
  last_serial integer NOT NULL CHECK (last_serial BETWEEN 1 AND 999999),
  PRIMARY KEY (office_id, year)
);
COMMENT ON TABLE office_serials IS 'Written by registrations. Last number of {office code}/{yyyy}/{serial}; taken in the transaction that uses it.';
