-- The people of an employer (or the pupils of a school) as the employer lists them, and how far each is with the roll-out.
-- What the register knows of them stays in the register: an officer of the employer reads these tables and no table of a person.
CREATE TABLE roster_entries (
  employer_id bigint NOT NULL REFERENCES employers,
  entry_id uuid NOT NULL,
  kind text NOT NULL DEFAULT 'employee' CHECK (kind IN ('employee', 'pupil')),
  full_name text NOT NULL CHECK (length(full_name) BETWEEN 1 AND 100),
  name_folded text GENERATED ALWAYS AS (fold_text(full_name)) STORED,
  -- dd/mm/yyyy as a date; only the year known: its first day, and birth_year_only.
  born_on date NOT NULL,
  birth_year_only boolean NOT NULL DEFAULT false,
  sex text CHECK (sex IN ('male', 'female')),
  national_id text CHECK (national_id ~ '^\d{12}$'),
  id_expires_on date,
  insurance_number text CHECK (insurance_number ~ '^\d{10}$'),
  employee_number text CHECK (length(employee_number) BETWEEN 1 AND 40),
  department text NOT NULL DEFAULT '' CHECK (length(department) <= 120),
  shift text NOT NULL DEFAULT '' CHECK (length(shift) <= 60),
  -- As the employer's own list says; what the person gave the agency never comes here.
  work_phone text CHECK (length(work_phone) <= 20),
  work_email text CHECK (length(work_email) <= 254),
  joined_on date,
  -- The employer's access to this line ends with this day.
  left_on date,
  import_batch_id uuid,
  source text NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT ansinh_now(),
  -- Found by the roll-out job, for the agency only.
  person_id bigint,
  registration_id uuid,
  state text NOT NULL DEFAULT 'not-started'
    CHECK (state IN ('not-started', 'registered', 'form-printed', 'form-handed-in', 'approved', 'signed-in', 'needs-help')),
  help_reason text,
  state_since timestamptz NOT NULL DEFAULT ansinh_now(),
  PRIMARY KEY (employer_id, entry_id),
  CHECK ((state = 'needs-help') = (help_reason IS NOT NULL))
);
COMMENT ON TABLE roster_entries IS 'Written by rosters (who they are) and rollouts (how far they are). One line for each person of each employer; somebody with two employers has two.';
CREATE UNIQUE INDEX roster_entries_by_national_id ON roster_entries (employer_id, national_id) WHERE left_on IS NULL AND national_id IS NOT NULL;
CREATE UNIQUE INDEX roster_entries_by_insurance_number ON roster_entries (employer_id, insurance_number) WHERE left_on IS NULL AND insurance_number IS NOT NULL;
CREATE INDEX roster_entries_of_national_id ON roster_entries (national_id) WHERE national_id IS NOT NULL;
CREATE INDEX roster_entries_of_insurance_number ON roster_entries (insurance_number) WHERE insurance_number IS NOT NULL;
CREATE INDEX roster_entries_of_registration ON roster_entries (registration_id) WHERE registration_id IS NOT NULL;
CREATE INDEX roster_entries_of_person ON roster_entries (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX roster_entries_by_department ON roster_entries (employer_id, department, name_folded);
GRANT SELECT, INSERT, UPDATE ON roster_entries TO ansinh_app;

-- How many people of a department stand in a state since a week (its Monday, Việt Nam's day); kept by triggers, equal to a recount at any moment.
CREATE TABLE rollout_counts (
  employer_id bigint NOT NULL,
  department text NOT NULL,
  state text NOT NULL,
  since_week date NOT NULL,
  people integer NOT NULL,
  PRIMARY KEY (employer_id, department, state, since_week)
);
COMMENT ON TABLE rollout_counts IS 'Written by the triggers of roster_entries. People who have not left, by employer, department, state and the week the state began.';
GRANT SELECT ON rollout_counts TO ansinh_app;

CREATE FUNCTION rollout_week(since timestamptz) RETURNS date LANGUAGE sql IMMUTABLE
RETURN date_trunc('week', since AT TIME ZONE 'Asia/Ho_Chi_Minh')::date;

-- Runs with the owner's rights: nobody else may write the counts.
CREATE FUNCTION count_rollout() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO rollout_counts AS c (employer_id, department, state, since_week, people)
    SELECT employer_id, department, state, rollout_week(state_since), count(*) FROM after_rows WHERE left_on IS NULL
    GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
    ON CONFLICT (employer_id, department, state, since_week) DO UPDATE SET people = c.people + excluded.people;
  ELSIF TG_OP = 'UPDATE' THEN
    INSERT INTO rollout_counts AS c (employer_id, department, state, since_week, people)
    SELECT employer_id, department, state, since_week, sum(n)
    FROM (
      SELECT employer_id, department, state, rollout_week(state_since) AS since_week, 1 AS n FROM after_rows WHERE left_on IS NULL
      UNION ALL
      SELECT employer_id, department, state, rollout_week(state_since), -1 FROM before_rows WHERE left_on IS NULL
    ) AS moved
    GROUP BY 1, 2, 3, 4 HAVING sum(n) <> 0 ORDER BY 1, 2, 3, 4
    ON CONFLICT (employer_id, department, state, since_week) DO UPDATE SET people = c.people + excluded.people;
  ELSE
    INSERT INTO rollout_counts AS c (employer_id, department, state, since_week, people)
    SELECT employer_id, department, state, rollout_week(state_since), -count(*) FROM before_rows WHERE left_on IS NULL
    GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
    ON CONFLICT (employer_id, department, state, since_week) DO UPDATE SET people = c.people + excluded.people;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER roster_entries_counted_in AFTER INSERT ON roster_entries REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION count_rollout();
CREATE TRIGGER roster_entries_counted_over AFTER UPDATE ON roster_entries REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION count_rollout();
CREATE TRIGGER roster_entries_counted_out AFTER DELETE ON roster_entries REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION count_rollout();

-- What an employer's officer asks runs as this role (SET LOCAL ROLE): the database itself has no way from there to history, benefits, visits or photos.
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'ansinh_employer') THEN CREATE ROLE ansinh_employer NOLOGIN; END IF; END $$;
GRANT ansinh_employer TO ansinh_app;
GRANT USAGE ON SCHEMA public TO ansinh_employer;
GRANT SELECT ON employers, employer_versions, offices, administrative_units, calendar_days, rollout_counts TO ansinh_employer;
GRANT SELECT (employer_id, entry_id, kind, full_name, name_folded, born_on, birth_year_only, sex, national_id, id_expires_on, insurance_number, employee_number,
  department, shift, work_phone, work_email, joined_on, left_on, import_batch_id, source, recorded_at, state, help_reason, state_since) ON roster_entries TO ansinh_employer;
