-- Tickets of every asker: citizens signed in or not, health facilities, clerks. Rows of problem_reports, beside those of employers (0078).
ALTER TABLE problem_reports
  -- Nobody of the register: somebody who asks without signing in, a health facility on the phone.
  ALTER COLUMN asker_id DROP NOT NULL,
  ALTER COLUMN filed_by_id DROP NOT NULL,
  -- As told, where no register names the asker.
  ADD COLUMN asker_name text CHECK (length(asker_name) BETWEEN 1 AND 200),
  -- Where the question began: {"code", "errorId", "screen", "articleId"}, each as shown to the asker, who may take it out.
  ADD COLUMN context jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(context) = 'object'),
  -- Since when its words are hidden in lists.
  ADD COLUMN abusive_at timestamptz,
  DROP CONSTRAINT problem_reports_state_check,
  ADD CONSTRAINT problem_reports_state_check CHECK (state IN ('open', 'answered', 'closed')),
  DROP CONSTRAINT problem_reports_words_check,
  ADD CONSTRAINT problem_reports_words_check CHECK (length(words) BETWEEN 1 AND 20000),
  ADD CONSTRAINT problem_reports_asker CHECK (asker_id IS NOT NULL OR asker_kind IN ('citizen', 'hospital'));
CREATE INDEX problem_reports_settled ON problem_reports (state_since) WHERE state <> 'open';
CREATE INDEX problem_reports_of_error ON problem_reports ((context ->> 'errorId')) WHERE context ? 'errorId';
ALTER TABLE problem_report_moves
  DROP CONSTRAINT problem_report_moves_kind_check,
  -- added: the asker tells more · closed: by the asker · marked: abusive words · talked: what was said in a chat · called: a call-back and how it went.
  ADD CONSTRAINT problem_report_moves_kind_check
    CHECK (kind IN ('filed', 'assigned', 'noted', 'answered', 'forwarded', 'reopened', 'escalated', 'added', 'closed', 'marked', 'talked', 'called')),
  DROP CONSTRAINT problem_report_moves_words_check,
  ADD CONSTRAINT problem_report_moves_words_check CHECK (length(words) <= 20000);
-- Whatever one officer wrote for themselves alone stays theirs.
GRANT INSERT (visibility) ON problem_reports TO ansinh_employer;
CREATE OR REPLACE VIEW shown_report_moves WITH (security_barrier) AS
  SELECT m.report_id, m.move_no, m.kind, m.by_kind, m.department, m.words, m.moved_at, r.asker_kind, r.asker_id
  FROM problem_report_moves m JOIN problem_reports r USING (report_id) WHERE m.shown_to_asker;

-- How to reach an asker whom no account names. The look-up code is known to the asker alone.
CREATE TABLE ticket_contacts (
  report_id uuid PRIMARY KEY REFERENCES problem_reports,
  channel text NOT NULL CHECK (channel IN ('phone', 'email')),
  contact_encrypted bytea,
  -- Keyed hash of the look-up code; null: written down by staff, who gave none out.
  code_hash bytea CHECK (length(code_hash) = 32),
  made_at timestamptz NOT NULL DEFAULT ansinh_now(),
  erased_at timestamptz,
  CHECK ((erased_at IS NULL) = (contact_encrypted IS NOT NULL))
);
COMMENT ON TABLE ticket_contacts IS 'Written by tickets. contact_encrypted set to NULL is the erasure (RETENTION_RULES ticket-contact).';
CREATE INDEX ticket_contacts_kept ON ticket_contacts (made_at) WHERE erased_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON ticket_contacts TO ansinh_app;

CREATE TABLE ticket_photo_folders (
  report_id uuid PRIMARY KEY REFERENCES problem_reports,
  opened_at timestamptz NOT NULL DEFAULT ansinh_now(),
  erased_at timestamptz
);
COMMENT ON TABLE ticket_photo_folders IS 'Written by tickets. That photos lie with documents under report_id, and that they are erased (RETENTION_RULES ticket-photo).';
CREATE INDEX ticket_photo_folders_kept ON ticket_photo_folders (opened_at) WHERE erased_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON ticket_photo_folders TO ansinh_app;
ALTER TABLE uploads DROP CONSTRAINT uploads_kind_check,
  ADD CONSTRAINT uploads_kind_check
    CHECK (kind IN ('id-front', 'id-back', 'portrait', 'birth-certificate', 'form-scan', 'attachment-1', 'attachment-2', 'attachment-3'));
ALTER TABLE documents DROP CONSTRAINT documents_kind_check,
  ADD CONSTRAINT documents_kind_check
    CHECK (kind IN ('id-front', 'id-back', 'portrait', 'form-scan', 'birth-certificate', 'attachment-1', 'attachment-2', 'attachment-3'));
COMMENT ON COLUMN documents.registration_id IS 'What the file was sent for: a registration, a request with papers (request_photo_folders), or a ticket (ticket_photo_folders).';

-- "Did the answer help?", once for each answer.
CREATE TABLE ticket_ratings (
  report_id uuid NOT NULL,
  move_no integer NOT NULL,
  helped text NOT NULL CHECK (helped IN ('yes', 'partly', 'no')),
  words text NOT NULL DEFAULT '' CHECK (length(words) <= 500),
  rated_at timestamptz NOT NULL DEFAULT ansinh_now(),
  PRIMARY KEY (report_id, move_no),
  FOREIGN KEY (report_id, move_no) REFERENCES problem_report_moves
);
COMMENT ON TABLE ticket_ratings IS 'Written by tickets. No UPDATE, no DELETE.';
GRANT SELECT, INSERT ON ticket_ratings TO ansinh_app;
