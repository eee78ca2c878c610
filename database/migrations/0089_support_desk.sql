-- What an error page's id leads to. One row for each refusal or error that was answered, without names, numbers or what was typed. Whom it concerned stands in no column:
-- subject_tag is a keyed hash (to find somebody's errors from their story), subject_sealed the same under a key the database never sees (to find the story from the error).
CREATE TABLE error_notes (
  error_id text NOT NULL CHECK (error_id ~ '^[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}$'),
  noted_at timestamptz NOT NULL,
  operation_id text,
  code text NOT NULL,
  status smallint NOT NULL,
  try_again_at timestamptz,
  surface text NOT NULL CHECK (surface IN ('citizen', 'office', 'both')),
  screen text CHECK (length(screen) <= 100),
  app_version text CHECK (length(app_version) <= 24),
  actor_kind text NOT NULL CHECK (actor_kind IN ('anonymous', 'applicant', 'citizen', 'staff', 'employer', 'system')),
  subject_tag bytea,
  subject_sealed bytea,
  CHECK ((subject_tag IS NULL) = (subject_sealed IS NULL)),
  PRIMARY KEY (error_id, noted_at)
);
COMMENT ON TABLE error_notes IS 'Written by support-desk. What was answered where and when, by the id that the person saw; kept 30 days. No names, no numbers, nothing typed.';
CREATE INDEX error_notes_by_subject ON error_notes (subject_tag, noted_at DESC) WHERE subject_tag IS NOT NULL;
CREATE INDEX error_notes_by_age ON error_notes USING brin (noted_at);
GRANT SELECT, INSERT, DELETE ON error_notes TO ansinh_app;

CREATE TABLE wording_proposals (
  proposal_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code text NOT NULL CHECK (length(code) BETWEEN 1 AND 60),
  words text NOT NULL CHECK (length(words) BETWEEN 1 AND 2000),
  staff_id integer NOT NULL REFERENCES staff_users,
  proposed_at timestamptz NOT NULL DEFAULT ansinh_now()
);
COMMENT ON TABLE wording_proposals IS 'Written by support-desk. How helpers would say a ready answer better, for those who keep the texts. No UPDATE, no DELETE.';
GRANT SELECT, INSERT ON wording_proposals TO ansinh_app;
