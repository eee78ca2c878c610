-- What people may ask about their own data: a copy of everything, consents, requests with the law's clocks.
CREATE TABLE data_exports (
  person_id bigint NOT NULL,
  export_id uuid NOT NULL,
  asked_at timestamptz NOT NULL DEFAULT ansinh_now(),
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'gathering', 'ready', 'failed', 'erased')),
  attempts smallint NOT NULL DEFAULT 0,
  sections_done smallint NOT NULL DEFAULT 0,
  sections_total smallint NOT NULL DEFAULT 0,
  made_at timestamptz,
  PRIMARY KEY (person_id, export_id),
  CHECK ((made_at IS NOT NULL) = (state IN ('ready', 'erased')))
) PARTITION BY HASH (person_id);
COMMENT ON TABLE data_exports IS 'Written by own-data. Copies of a person''s data that were asked for, and how far the making is. The row stays, the files go after the retention rule data-export.';
CREATE TABLE data_export_files (
  person_id bigint NOT NULL,
  export_id uuid NOT NULL,
  format text NOT NULL CHECK (format IN ('json', 'pdf')),
  size_bytes integer NOT NULL,
  sha256 bytea NOT NULL,
  sealed bytea NOT NULL,
  PRIMARY KEY (person_id, export_id, format)
) PARTITION BY HASH (person_id);
COMMENT ON TABLE data_export_files IS 'Written by own-data. The files of a copy, encrypted, until they are erased.';
CREATE TABLE consent_decisions (
  person_id bigint NOT NULL,
  purpose text NOT NULL,
  decision_no smallint NOT NULL,
  decision text NOT NULL CHECK (decision IN ('given', 'withdrawn')),
  text_version text NOT NULL,
  text_sha256 bytea NOT NULL,
  decided_at timestamptz NOT NULL DEFAULT ansinh_now(),
  -- Two decisions at once: the key lets one of them through.
  PRIMARY KEY (person_id, purpose, decision_no)
) PARTITION BY HASH (person_id);
COMMENT ON TABLE consent_decisions IS 'Written by own-data. What a person agreed to, in which wording, and what they took back; the last decision of a purpose counts. No UPDATE, no DELETE.';
CREATE TABLE data_requests (
  person_id bigint NOT NULL,
  request_id uuid NOT NULL,
  file_number text NOT NULL,
  office_id integer NOT NULL REFERENCES offices,
  kind text NOT NULL CHECK (kind IN ('view', 'copy', 'correct', 'withdraw-consent', 'restrict', 'delete')),
  what text NOT NULL CHECK (length(what) <= 1000),
  sent_at timestamptz NOT NULL DEFAULT ansinh_now(),
  answer_by date NOT NULL,
  due_on date NOT NULL,
  due_rule_version text NOT NULL,
  PRIMARY KEY (person_id, request_id)
) PARTITION BY HASH (person_id);
COMMENT ON TABLE data_requests IS 'Written by data-requests. What was asked never changes; where it stands is the last of its moves.';
CREATE TABLE data_request_moves (
  person_id bigint NOT NULL,
  request_id uuid NOT NULL,
  move_no smallint NOT NULL,
  state text NOT NULL CHECK (state IN ('received', 'answered', 'done', 'refused', 'withdrawn')),
  actor_kind text NOT NULL CHECK (actor_kind IN ('citizen', 'staff', 'system')),
  note text NOT NULL DEFAULT '' CHECK (length(note) <= 1000),
  moved_at timestamptz NOT NULL DEFAULT ansinh_now(),
  PRIMARY KEY (person_id, request_id, move_no)
) PARTITION BY HASH (person_id);
COMMENT ON TABLE data_request_moves IS 'Written by data-requests. The request stands where its last move left it. No UPDATE, no DELETE.';
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['data_exports', 'data_export_files', 'consent_decisions', 'data_requests', 'data_request_moves'] LOOP
    FOR i IN 0..31 LOOP
      EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES WITH (MODULUS 32, REMAINDER %s)', name || '_p' || lpad(i::text, 2, '0'), name, i);
    END LOOP;
  END LOOP;
END $$;
CREATE INDEX data_exports_made_at ON data_exports (made_at) WHERE state = 'ready';

CREATE TABLE data_request_file_numbers (
  file_number text PRIMARY KEY,
  person_id bigint NOT NULL,
  request_id uuid NOT NULL
);
COMMENT ON TABLE data_request_file_numbers IS 'Written by data-requests. Where the number of a request about data leads; unique by value.';
CREATE TABLE data_request_serials (
  office_id integer NOT NULL REFERENCES offices,
  year smallint NOT NULL,
  last_serial integer NOT NULL CHECK (last_serial BETWEEN 1 AND 999999),
  PRIMARY KEY (office_id, year)
);
COMMENT ON TABLE data_request_serials IS 'Written by data-requests. Last number of {office code}/{yyyy}/DL{serial}; taken in the transaction that uses it.';

-- The paper of a copy is checked where every paper is checked.
ALTER TABLE statements DROP CONSTRAINT statements_kind_check;
ALTER TABLE statements ADD CONSTRAINT statements_kind_check CHECK (kind IN ('yearly-notice', 'participation-book', 'confirmation', 'data-export'));

GRANT SELECT, INSERT ON data_exports TO ansinh_app;
GRANT UPDATE (state, attempts, sections_done, sections_total, made_at) ON data_exports TO ansinh_app;
GRANT SELECT, INSERT, DELETE ON data_export_files TO ansinh_app;
GRANT SELECT, INSERT ON consent_decisions, data_requests, data_request_moves, data_request_file_numbers TO ansinh_app;
GRANT SELECT, INSERT, UPDATE ON data_request_serials TO ansinh_app;
