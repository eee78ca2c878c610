-- Problems told to the agency (letter of Hà Nội Social Insurance: "nếu có khó khăn, vướng mắc … phản ánh về Bảo hiểm xã hội Thành phố (qua Phòng Quản lý thu … hoặc
-- Phòng Truyền thông …)"), and letters to employers. One kind of thing for every asker, so that tickets of citizens, hospitals and clerks may be rows here as well.
CREATE SEQUENCE problem_report_serials AS bigint;
GRANT USAGE ON SEQUENCE problem_report_serials TO ansinh_app;
CREATE TABLE problem_reports (
  report_id uuid PRIMARY KEY,
  report_number text NOT NULL UNIQUE,
  asker_kind text NOT NULL CHECK (asker_kind IN ('employer', 'citizen', 'hospital', 'clerk')),
  -- Of the asker's kind: employer_id, person_id, facility's number, staff_id.
  asker_id bigint NOT NULL,
  -- Who wrote it: the asker's own officer (their number), or one of the staff for somebody on the phone.
  filed_by_kind text NOT NULL CHECK (filed_by_kind IN ('asker', 'staff')),
  filed_by_id bigint NOT NULL,
  -- Whom to call back, as told on the phone; no account is behind it.
  caller_name text CHECK (length(caller_name) <= 100),
  caller_phone text CHECK (length(caller_phone) <= 20),
  office_id integer NOT NULL REFERENCES offices,
  category text NOT NULL CHECK (length(category) BETWEEN 1 AND 60),
  department text NOT NULL CHECK (department IN ('collection', 'communication', 'benefits', 'health-insurance', 'it')),
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  words text NOT NULL CHECK (length(words) BETWEEN 1 AND 4000),
  -- Whoever of the asker's side may read it: all of its officers, or who wrote it alone.
  visibility text NOT NULL DEFAULT 'asker' CHECK (visibility IN ('asker', 'writer')),
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'answered')),
  assignee_id bigint REFERENCES staff_users,
  due_at timestamptz NOT NULL,
  due_rule_version text NOT NULL,
  escalated_at timestamptz,
  filed_at timestamptz NOT NULL DEFAULT ansinh_now(),
  state_since timestamptz NOT NULL DEFAULT ansinh_now(),
  version integer NOT NULL DEFAULT 1
);
COMMENT ON TABLE problem_reports IS 'Written by problem-reports. How each stands; what happened to it is in problem_report_moves.';
CREATE INDEX problem_reports_of_asker ON problem_reports (asker_kind, asker_id, filed_at DESC);
CREATE INDEX problem_reports_open ON problem_reports (office_id, department, due_at) WHERE state = 'open';
CREATE INDEX problem_reports_late ON problem_reports (due_at) WHERE state = 'open' AND escalated_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON problem_reports TO ansinh_app;
CREATE TABLE problem_report_moves (
  report_id uuid NOT NULL REFERENCES problem_reports,
  move_no integer NOT NULL CHECK (move_no > 0),
  kind text NOT NULL CHECK (kind IN ('filed', 'assigned', 'noted', 'answered', 'forwarded', 'reopened', 'escalated')),
  by_kind text NOT NULL CHECK (by_kind IN ('asker', 'staff', 'system')),
  by_id bigint,
  department text NOT NULL,
  words text NOT NULL DEFAULT '' CHECK (length(words) <= 4000),
  shown_to_asker boolean NOT NULL,
  moved_at timestamptz NOT NULL DEFAULT ansinh_now(),
  PRIMARY KEY (report_id, move_no)
);
COMMENT ON TABLE problem_report_moves IS 'Written by problem-reports. Everything that happened to a report, in order. No UPDATE, no DELETE.';
GRANT SELECT, INSERT ON problem_report_moves TO ansinh_app;

-- An employer's side: its own reports by the columns that concern it, and of what happened only what is meant for it.
CREATE VIEW shown_report_moves WITH (security_barrier) AS
  SELECT m.report_id, m.move_no, m.kind, m.by_kind, m.department, m.words, m.moved_at, r.asker_kind, r.asker_id
  FROM problem_report_moves m JOIN problem_reports r USING (report_id) WHERE m.shown_to_asker;
COMMENT ON VIEW shown_report_moves IS 'Read by problem-reports, for the asker: no name of staff, no inner note.';
GRANT SELECT ON shown_report_moves TO ansinh_app, ansinh_employer;
GRANT SELECT (report_id, report_number, asker_kind, asker_id, filed_by_kind, filed_by_id, office_id, category, department, title, words, visibility, state, due_at, due_rule_version, filed_at,
  state_since, version) ON problem_reports TO ansinh_employer;
GRANT INSERT (report_id, report_number, asker_kind, asker_id, filed_by_kind, filed_by_id, office_id, category, department, title, words, due_at, due_rule_version) ON problem_reports TO ansinh_employer;
GRANT UPDATE (state, state_since, due_at, due_rule_version, escalated_at, version) ON problem_reports TO ansinh_employer;
GRANT SELECT (report_id, move_no), INSERT ON problem_report_moves TO ansinh_employer;
GRANT USAGE ON SEQUENCE problem_report_serials TO ansinh_employer;

-- Letters: one order, a message for each employer it goes to. A message leaves when its turn has come (sent_at); of an order that was stopped the others never do.
CREATE TABLE employer_letters (
  letter_id uuid PRIMARY KEY,
  office_id integer NOT NULL REFERENCES offices,
  staff_id bigint NOT NULL REFERENCES staff_users,
  campaign_id uuid,
  standing text NOT NULL,
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  words text NOT NULL CHECK (length(words) BETWEEN 1 AND 4000),
  state text NOT NULL DEFAULT 'sending' CHECK (state IN ('sending', 'sent', 'stopped')),
  employers integer NOT NULL,
  made_at timestamptz NOT NULL DEFAULT ansinh_now(),
  settled_at timestamptz
);
COMMENT ON TABLE employer_letters IS 'Written by campaign-letters. Orders of letters to employers, as they stand.';
CREATE INDEX employer_letters_by_office ON employer_letters (office_id, made_at DESC);
GRANT SELECT, INSERT, UPDATE ON employer_letters TO ansinh_app;
CREATE TABLE employer_messages (
  employer_id bigint NOT NULL REFERENCES employers,
  message_id uuid NOT NULL DEFAULT gen_random_uuid(),
  letter_id uuid NOT NULL REFERENCES employer_letters,
  title text NOT NULL,
  words text NOT NULL,
  made_at timestamptz NOT NULL DEFAULT ansinh_now(),
  sent_at timestamptz,
  read_at timestamptz,
  read_by bigint,
  PRIMARY KEY (employer_id, message_id),
  UNIQUE (letter_id, employer_id)
);
COMMENT ON TABLE employer_messages IS 'Written by campaign-letters. The inbox of an employer''s officers; nothing in it before sent_at.';
CREATE INDEX employer_messages_waiting ON employer_messages (letter_id, employer_id) WHERE sent_at IS NULL;
CREATE INDEX employer_messages_sent ON employer_messages (employer_id, sent_at DESC) WHERE sent_at IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON employer_messages TO ansinh_app;
GRANT SELECT (employer_id, message_id, title, words, sent_at, read_at), UPDATE (read_at, read_by) ON employer_messages TO ansinh_employer;
-- When an answer is due is decided from the office's days and hours.
GRANT SELECT ON office_closures, office_successions TO ansinh_employer;
