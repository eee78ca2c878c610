-- An employer's roster comes in through the engine of every file (0016, docs/decisions/0035): whose file it is, and which headings it chose.
ALTER TABLE import_batches ADD COLUMN employer_id bigint REFERENCES employers;
COMMENT ON COLUMN import_batches.employer_id IS 'The employer whose own file this is: no operator sees it, no other employer finds it by its hash. NULL: a file of the agency.';
ALTER TABLE import_batches ADD COLUMN chosen_headings jsonb NOT NULL DEFAULT '[]';
COMMENT ON COLUMN import_batches.chosen_headings IS 'Headings whose meaning a person chose: [{"heading", "column"}]; column null means that this one is not read.';
DROP INDEX import_batches_by_file;
CREATE UNIQUE INDEX import_batches_by_file ON import_batches (kind, coalesce(employer_id, 0), file_sha256)
  WHERE state NOT IN ('uploading', 'refused', 'discarded', 'undone') AND compensates_batch_id IS NULL;
CREATE INDEX import_batches_of_employer ON import_batches (employer_id, created_at DESC) WHERE employer_id IS NOT NULL;

-- What a roster's file is, and what an officer said of its preview.
CREATE TABLE roster_batches (
  batch_id uuid PRIMARY KEY REFERENCES import_batches,
  employer_id bigint NOT NULL REFERENCES employers,
  -- NULL: lines that the agency made from what the employer itself declared.
  officer_id integer,
  -- whole: everybody; who is missing has perhaps left. part: some lines only, corrected ones or new ones.
  covers text NOT NULL CHECK (covers IN ('whole', 'part')),
  entry_kind text NOT NULL CHECK (entry_kind IN ('employee', 'pupil')),
  ends_missing boolean NOT NULL DEFAULT false,
  -- Rows that wait for a yes and got it, one by one.
  included_rows integer[] NOT NULL DEFAULT '{}'
);
COMMENT ON TABLE roster_batches IS 'Written by rosters. One roster file of one employer, and what its officer decided about the preview.';
CREATE INDEX roster_batches_of_employer ON roster_batches (employer_id);
GRANT SELECT, INSERT ON roster_batches TO ansinh_app;
GRANT UPDATE (covers, ends_missing, included_rows) ON roster_batches TO ansinh_app;

CREATE TABLE roster_missing (
  batch_id uuid NOT NULL REFERENCES roster_batches,
  employer_id bigint NOT NULL,
  entry_id uuid NOT NULL,
  PRIMARY KEY (batch_id, entry_id)
);
COMMENT ON TABLE roster_missing IS 'Written by rosters. Lines of the roster that a whole file does not name: a proposal, until somebody says that they left.';
GRANT SELECT, INSERT, DELETE ON roster_missing TO ansinh_app;

-- Every change of a line, by a file or by hand, so that it can be taken back. before and after hold the columns that changed.
CREATE TABLE roster_changes (
  employer_id bigint NOT NULL,
  change_id uuid NOT NULL DEFAULT gen_random_uuid(),
  entry_id uuid NOT NULL,
  change_no bigint GENERATED ALWAYS AS IDENTITY,
  kind text NOT NULL CHECK (kind IN ('added', 'changed', 'ended', 'withdrawn', 'restored')),
  before jsonb NOT NULL DEFAULT '{}',
  after jsonb NOT NULL DEFAULT '{}',
  import_batch_id uuid,
  officer_id integer,
  undoes_change_id uuid,
  changed_at timestamptz NOT NULL DEFAULT ansinh_now(),
  PRIMARY KEY (employer_id, change_id),
  FOREIGN KEY (employer_id, entry_id) REFERENCES roster_entries
);
COMMENT ON TABLE roster_changes IS 'Written by rosters. What was done to a line of a roster, by whom or by which file; what takes a change back names it. No UPDATE, no DELETE.';
CREATE INDEX roster_changes_of_entry ON roster_changes (employer_id, entry_id, change_no DESC);
CREATE INDEX roster_changes_by_batch ON roster_changes (import_batch_id) WHERE import_batch_id IS NOT NULL;
GRANT SELECT, INSERT ON roster_changes TO ansinh_app;

-- The columns of a line that an employer writes, as roster_changes keeps them.
CREATE TYPE roster_line AS (full_name text, born_on date, birth_year_only boolean, sex text, national_id text, id_expires_on date, insurance_number text,
  employee_number text, department text, shift text, work_phone text, work_email text, joined_on date, left_on date);

-- What an employer's headings mean, as it said once.
CREATE TABLE roster_headings (
  employer_id bigint NOT NULL REFERENCES employers,
  heading_folded text NOT NULL CHECK (length(heading_folded) BETWEEN 1 AND 200),
  heading text NOT NULL CHECK (length(heading) BETWEEN 1 AND 200),
  column_name text,
  PRIMARY KEY (employer_id, heading_folded)
);
COMMENT ON TABLE roster_headings IS 'Written by rosters. Headings of an employer''s own layout and the column each means; NULL: not read.';
GRANT SELECT, INSERT, UPDATE ON roster_headings TO ansinh_app;

GRANT INSERT (employer_id, entry_id, kind, full_name, born_on, birth_year_only, sex, national_id, id_expires_on, insurance_number, employee_number,
  department, shift, work_phone, work_email, joined_on, source),
  UPDATE (full_name, born_on, birth_year_only, sex, national_id, id_expires_on, insurance_number, employee_number, department, shift, work_phone, work_email,
  joined_on, left_on) ON roster_entries TO ansinh_employer;
GRANT SELECT, INSERT ON roster_changes TO ansinh_employer;
GRANT SELECT ON roster_headings TO ansinh_employer;

-- Who works at an employer now, without reading everybody's life.
CREATE INDEX participation_spells_by_employer ON participation_spells (employer_id, to_month) WHERE branch = 'social' AND scheme = 'compulsory' AND employer_id IS NOT NULL;
