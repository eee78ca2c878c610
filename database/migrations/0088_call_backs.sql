-- Call-backs: somebody is rung by their office within a window of two hours on one of its working days. Each belongs to a ticket.
CREATE TABLE call_back_windows (
  office_id integer NOT NULL REFERENCES offices,
  window_on date NOT NULL,
  starts time NOT NULL,
  booked integer NOT NULL CHECK (booked >= 0),
  PRIMARY KEY (office_id, window_on, starts)
);
COMMENT ON TABLE call_back_windows IS 'Written by call-backs. How many calls stand in a window; whoever takes the last place holds its row.';
GRANT SELECT, INSERT, UPDATE ON call_back_windows TO ansinh_app;

CREATE TABLE call_backs (
  call_back_id uuid PRIMARY KEY,
  report_id uuid NOT NULL REFERENCES problem_reports,
  office_id integer NOT NULL REFERENCES offices,
  window_on date NOT NULL,
  starts time NOT NULL,
  ends time NOT NULL CHECK (ends > starts),
  rule_version text NOT NULL,
  phone_encrypted bytea,
  -- missed: rung twice, nobody answered.
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'missed', 'cancelled')),
  tries integer NOT NULL DEFAULT 0 CHECK (tries >= 0),
  -- Who calls, and alone sees the number.
  taken_by bigint REFERENCES staff_users,
  asked_at timestamptz NOT NULL DEFAULT ansinh_now(),
  state_since timestamptz NOT NULL DEFAULT ansinh_now(),
  erased_at timestamptz,
  CHECK ((erased_at IS NULL) = (phone_encrypted IS NOT NULL)),
  CHECK (erased_at IS NULL OR state <> 'waiting')
);
COMMENT ON TABLE call_backs IS 'Written by call-backs. phone_encrypted set to NULL is the erasure (RETENTION_RULES ticket-contact).';
CREATE UNIQUE INDEX call_backs_one_waiting ON call_backs (report_id) WHERE state = 'waiting';
CREATE INDEX call_backs_of_report ON call_backs (report_id, asked_at);
CREATE INDEX call_backs_queue ON call_backs (office_id, window_on, starts) WHERE state = 'waiting';
CREATE INDEX call_backs_kept ON call_backs (state_since) WHERE state <> 'waiting' AND erased_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON call_backs TO ansinh_app;
