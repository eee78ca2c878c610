-- The desk that decides requests: corrections of a line ("Dòng này sai") and Form 01 "điều chỉnh", which asks to adjust one's identity.
ALTER TABLE correction_requests ADD COLUMN purpose text NOT NULL DEFAULT 'correction' CHECK (purpose IN ('correction', 'adjust'));
COMMENT ON COLUMN correction_requests.purpose IS 'adjust: Form 01 "điều chỉnh", about the line identity/own, with papers; correction: any line, in one''s own words.';

ALTER TABLE correction_request_moves DROP CONSTRAINT correction_request_moves_state_check;
ALTER TABLE correction_request_moves ADD CONSTRAINT correction_request_moves_state_check
  CHECK (state IN ('received', 'in-review', 'waiting', 'corrected', 'kept', 'withdrawn'));
ALTER TABLE correction_request_moves ADD COLUMN due_on date;
ALTER TABLE correction_request_moves ADD COLUMN reason_code text;
ALTER TABLE correction_request_moves ADD COLUMN said text NOT NULL DEFAULT '' CHECK (length(said) <= 1000);
COMMENT ON COLUMN correction_request_moves.due_on IS 'From this move on the answer is due then; null: as before. The clock stands still while the person is asked.';
COMMENT ON COLUMN correction_request_moves.said IS 'What the person added, or the office''s own words beside the reason.';

-- Where each request stands for its office: small, counted and searched at every look at the queue. The moves are the record.
CREATE TABLE desk_requests (
  request_id uuid PRIMARY KEY,
  person_id bigint NOT NULL,
  office_id integer NOT NULL REFERENCES offices,
  file_number text NOT NULL,
  purpose text NOT NULL,
  line_kind text NOT NULL,
  state text NOT NULL,
  due_on date NOT NULL,
  sent_at timestamptz NOT NULL,
  state_since timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  -- The decision that stands and is not released yet; taken by one conditional UPDATE, so that of two clerks one decides.
  decision_id uuid
);
COMMENT ON TABLE desk_requests IS 'Written by procedures. Each request as its office''s queue shows it; in step with correction_request_moves by the same transaction.';
CREATE INDEX desk_requests_open ON desk_requests (office_id, due_on) WHERE state IN ('received', 'in-review', 'waiting');
CREATE INDEX desk_requests_decided ON desk_requests (office_id, state_since) WHERE state IN ('corrected', 'kept', 'withdrawn');
INSERT INTO desk_requests (request_id, person_id, office_id, file_number, purpose, line_kind, state, due_on, sent_at, state_since)
  SELECT r.request_id, r.person_id, r.office_id, r.file_number, r.purpose, r.line_kind, m.state, r.due_on, r.sent_at, m.moved_at
  FROM correction_requests r JOIN LATERAL (
    SELECT state, moved_at FROM correction_request_moves m WHERE m.person_id = r.person_id AND m.request_id = r.request_id ORDER BY move_no DESC LIMIT 1) m ON true;

CREATE TABLE request_decisions (
  person_id bigint NOT NULL,
  decision_id uuid NOT NULL,
  request_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('accept', 'refuse', 'ask')),
  staff_id integer NOT NULL,
  office_id integer NOT NULL,
  reason_code text,
  said text NOT NULL DEFAULT '' CHECK (length(said) <= 300),
  -- What is written when it is released: cell by cell as the register keeps it, or the whole line taken away.
  values jsonb NOT NULL DEFAULT '[]',
  removes_line boolean NOT NULL DEFAULT false,
  decided_at timestamptz NOT NULL DEFAULT ansinh_now(),
  releases_at timestamptz NOT NULL,
  released_at timestamptz,
  undone_at timestamptz,
  -- Why it was taken back: by hand, or because the line or the request had moved when it was to be written.
  undone_why text CHECK (undone_why IN ('by-hand', 'line-moved', 'request-closed', 'number-taken', 'value-refused')),
  CHECK (released_at IS NULL OR undone_at IS NULL),
  CHECK ((undone_at IS NULL) = (undone_why IS NULL)),
  PRIMARY KEY (person_id, decision_id)
) PARTITION BY HASH (person_id);
COMMENT ON TABLE request_decisions IS 'Written by requests. Recorded at once, written to the register and told when the undo time is over.';
CREATE INDEX request_decisions_due ON request_decisions (releases_at) WHERE released_at IS NULL AND undone_at IS NULL;
CREATE INDEX request_decisions_by_request ON request_decisions (person_id, request_id, decided_at);
DO $$ BEGIN FOR i IN 0..31 LOOP
  EXECUTE format('CREATE TABLE request_decisions_p%s PARTITION OF request_decisions FOR VALUES WITH (MODULUS 32, REMAINDER %s)', lpad(i::text, 2, '0'), i);
END LOOP; END $$;

-- Photos gather here before a request is sent, and stay with it: documents.registration_id holds the request's id for them.
CREATE TABLE request_photo_folders (
  request_id uuid PRIMARY KEY,
  person_id bigint NOT NULL,
  opened_at timestamptz NOT NULL DEFAULT ansinh_now(),
  erased_at timestamptz
);
COMMENT ON TABLE request_photo_folders IS 'Written by request-photos. Whose papers a request''s photos are, and that they are erased (RETENTION_RULES request-photo, request-draft-photo).';
CREATE INDEX request_photo_folders_kept ON request_photo_folders (opened_at) WHERE erased_at IS NULL;
COMMENT ON COLUMN documents.registration_id IS 'What the file was sent for: a registration, or a request with papers (request_photo_folders).';

GRANT SELECT, INSERT, UPDATE ON desk_requests, request_decisions, request_photo_folders TO ansinh_app;
