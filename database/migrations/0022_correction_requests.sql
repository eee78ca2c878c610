-- "Dòng này sai": a request carries the line as it was shown. What was sent never changes; where it stands is the last of its moves.
CREATE TABLE correction_requests (
  person_id bigint NOT NULL,
  request_id uuid NOT NULL,
  file_number text NOT NULL,
  office_id integer NOT NULL REFERENCES offices,
  line_kind text NOT NULL CHECK (line_kind IN ('participation-spell', 'health-card', 'benefit', 'visit', 'visit-cost', 'medical-paper', 'identity')),
  line_id text NOT NULL CHECK (length(line_id) BETWEEN 1 AND 80),
  line_shown jsonb NOT NULL,
  problem text NOT NULL,
  what text NOT NULL CHECK (length(what) <= 1000),
  wanted jsonb NOT NULL DEFAULT '[]',
  sent_at timestamptz NOT NULL DEFAULT ansinh_now(),
  due_on date NOT NULL,
  due_rule_version text NOT NULL,
  PRIMARY KEY (person_id, request_id)
) PARTITION BY HASH (person_id);
COMMENT ON TABLE correction_requests IS 'Written by procedures. line_shown = title, cells and source as the person read them; evidence joins later in a table of its own.';
CREATE TABLE correction_request_moves (
  person_id bigint NOT NULL,
  request_id uuid NOT NULL,
  move_no smallint NOT NULL,
  state text NOT NULL CHECK (state IN ('received', 'in-review', 'corrected', 'kept', 'withdrawn')),
  actor_kind text NOT NULL CHECK (actor_kind IN ('citizen', 'staff', 'system')),
  moved_at timestamptz NOT NULL DEFAULT ansinh_now(),
  -- Two moves at once: the key lets one of them through.
  PRIMARY KEY (person_id, request_id, move_no)
) PARTITION BY HASH (person_id);
COMMENT ON TABLE correction_request_moves IS 'Written by procedures. The request stands where its last move left it. No UPDATE, no DELETE.';
DO $$ BEGIN FOR i IN 0..31 LOOP
  EXECUTE format('CREATE TABLE correction_requests_p%s PARTITION OF correction_requests FOR VALUES WITH (MODULUS 32, REMAINDER %s)', lpad(i::text, 2, '0'), i);
  EXECUTE format('CREATE TABLE correction_request_moves_p%s PARTITION OF correction_request_moves FOR VALUES WITH (MODULUS 32, REMAINDER %s)', lpad(i::text, 2, '0'), i);
END LOOP; END $$;

CREATE TABLE correction_file_numbers (
  file_number text PRIMARY KEY,
  person_id bigint NOT NULL,
  request_id uuid NOT NULL
);
COMMENT ON TABLE correction_file_numbers IS 'Written by procedures. Where a correction''s file number leads; unique by value.';
CREATE TABLE correction_serials (
  office_id integer NOT NULL REFERENCES offices,
  year smallint NOT NULL,
  last_serial integer NOT NULL CHECK (last_serial BETWEEN 1 AND 999999),
  PRIMARY KEY (office_id, year)
);
COMMENT ON TABLE correction_serials IS 'Written by procedures. Last number of {office code}/{yyyy}/DC{serial}; taken in the transaction that uses it.';

GRANT SELECT, INSERT ON correction_requests, correction_request_moves, correction_file_numbers TO ansinh_app;
GRANT SELECT, INSERT, UPDATE ON correction_serials TO ansinh_app;
