-- Form 01s that an employer prints for those who agreed. The file itself is never kept: only who agreed, what was asked for, and what was printed.
CREATE TABLE printing_consents (
  registration_id uuid NOT NULL REFERENCES registrations ON DELETE CASCADE,
  employer_id bigint NOT NULL REFERENCES employers,
  given_at timestamptz NOT NULL DEFAULT ansinh_now(),
  withdrawn_at timestamptz,
  PRIMARY KEY (registration_id, given_at)
);
COMMENT ON TABLE printing_consents IS 'Written by bulk-forms. Which one employer may print and hand in the form of a registration, since when, and until when (Law 91/2025/QH15: shown for what, to whom, and taken back at any time).';
CREATE UNIQUE INDEX printing_consents_standing ON printing_consents (registration_id) WHERE withdrawn_at IS NULL;
GRANT SELECT, INSERT, UPDATE (withdrawn_at) ON printing_consents TO ansinh_app;

CREATE TABLE bulk_form_runs (
  run_id uuid PRIMARY KEY,
  employer_id bigint NOT NULL REFERENCES employers,
  officer_id bigint NOT NULL,
  sort text NOT NULL CHECK (sort IN ('name', 'department', 'shift')),
  state text NOT NULL DEFAULT 'ready' CHECK (state IN ('ready', 'running', 'done', 'stopped')),
  forms integer NOT NULL CHECK (forms > 0),
  printed integer NOT NULL DEFAULT 0,
  left_out integer NOT NULL DEFAULT 0,
  made_at timestamptz NOT NULL DEFAULT ansinh_now(),
  -- Of the last pages that went out: a run that has not moved for a minute is one whose server or browser is gone.
  moved_at timestamptz,
  ended_at timestamptz
);
COMMENT ON TABLE bulk_form_runs IS 'Written by bulk-forms. One file of forms, made once while it is fetched.';
CREATE UNIQUE INDEX bulk_form_runs_one_at_a_time ON bulk_form_runs (officer_id) WHERE state = 'running';
CREATE INDEX bulk_form_runs_of_employer ON bulk_form_runs (employer_id, made_at);
GRANT SELECT, INSERT, UPDATE (state, printed, left_out, moved_at, ended_at) ON bulk_form_runs TO ansinh_app;
GRANT SELECT ON bulk_form_runs TO ansinh_employer;

CREATE TABLE bulk_form_lines (
  run_id uuid NOT NULL REFERENCES bulk_form_runs ON DELETE CASCADE,
  position integer NOT NULL,
  employer_id bigint NOT NULL,
  entry_id uuid NOT NULL,
  -- For the agency only.
  registration_id uuid REFERENCES registrations ON DELETE SET NULL,
  printed_at timestamptz,
  left_out text CHECK (left_out IN ('consent-withdrawn', 'not-printable')),
  PRIMARY KEY (run_id, position),
  CHECK (printed_at IS NULL OR left_out IS NULL)
);
COMMENT ON TABLE bulk_form_lines IS 'Written by bulk-forms. The forms of a file in their order, each printed at its time or left out.';
CREATE INDEX bulk_form_lines_of_registration ON bulk_form_lines (registration_id, printed_at) WHERE printed_at IS NOT NULL;
CREATE INDEX bulk_form_lines_of_entry ON bulk_form_lines (employer_id, entry_id);
GRANT SELECT, INSERT, UPDATE (printed_at, left_out) ON bulk_form_lines TO ansinh_app;
GRANT SELECT (run_id, position, employer_id, entry_id, printed_at, left_out) ON bulk_form_lines TO ansinh_employer;
