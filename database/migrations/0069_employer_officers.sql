-- Employers (and schools) that work with us, and their officers: opened by an office, signed in with both factors.
CREATE TABLE employer_organisations (
  employer_id bigint PRIMARY KEY REFERENCES employers,
  kind text NOT NULL DEFAULT 'employer' CHECK (kind IN ('employer', 'school')),
  opened_by integer REFERENCES staff_users,
  opened_office_id integer NOT NULL REFERENCES offices,
  opened_at timestamptz NOT NULL DEFAULT ansinh_now(),
  ended_at timestamptz,
  end_reason text CHECK (length(end_reason) BETWEEN 1 AND 300),
  CHECK ((ended_at IS NULL) = (end_reason IS NULL))
);
COMMENT ON TABLE employer_organisations IS 'Written by employer-officers. Employers and schools whose officers may sign in; opened by their office. Ended: nobody of it signs in.';
GRANT SELECT, INSERT, UPDATE ON employer_organisations TO ansinh_app;

CREATE TABLE employer_officers (
  officer_id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  employer_id bigint NOT NULL REFERENCES employer_organisations,
  -- With the employer's code behind the @: no name of staff has one, so the sign-in page knows by the name who knocks.
  user_name text NOT NULL UNIQUE CHECK (user_name ~ '^[a-z0-9.-]{2,30}@[a-z0-9]{5,10}$'),
  full_name text NOT NULL CHECK (length(full_name) BETWEEN 1 AND 100),
  role text NOT NULL CHECK (role IN ('administrator', 'officer')),
  valid_from date NOT NULL DEFAULT ansinh_today(),
  valid_to date,
  stopped_at timestamptz,
  -- NULL until the officer used the activation code and chose one.
  password_hash text,
  totp_secret_encrypted bytea NOT NULL,
  totp_last_step bigint,
  -- Of the code on the slip: single use, two weeks.
  activation_hash bytea,
  activation_until timestamptz,
  -- Who made the account: one of the two.
  made_by_staff integer REFERENCES staff_users,
  made_by_officer integer REFERENCES employer_officers,
  made_at timestamptz NOT NULL DEFAULT ansinh_now(),
  CHECK (valid_to >= valid_from),
  CHECK ((activation_hash IS NULL) = (activation_until IS NULL))
);
COMMENT ON TABLE employer_officers IS 'Written by employer-officers. Officers of employers and schools: role, days, password and TOTP.';
CREATE INDEX employer_officers_of_employer ON employer_officers (employer_id, officer_id);
GRANT SELECT, INSERT, UPDATE ON employer_officers TO ansinh_app;

CREATE TABLE employer_sessions (
  session_hash bytea PRIMARY KEY,
  officer_id integer NOT NULL REFERENCES employer_officers,
  stage text NOT NULL CHECK (stage IN ('second-factor', 'full')),
  created_at timestamptz NOT NULL DEFAULT ansinh_now(),
  last_seen_at timestamptz NOT NULL DEFAULT ansinh_now(),
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz
);
COMMENT ON TABLE employer_sessions IS 'Written by employer-officers. 15 min idle, 8 h in all, like staff_sessions.';
CREATE INDEX employer_sessions_of_officer ON employer_sessions (officer_id) WHERE revoked_at IS NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON employer_sessions TO ansinh_app;

-- Who an employer is today: itself, or what it was renamed or merged into, however many times.
CREATE FUNCTION standing_employer(of_employer bigint) RETURNS bigint LANGUAGE sql STABLE AS $$
  WITH RECURSIVE way (employer_id, step) AS (
    SELECT of_employer, 0
    UNION ALL
    SELECT s.employer_id, way.step + 1 FROM way JOIN employers e ON e.employer_id = way.employer_id JOIN employers s ON s.employer_code = e.successor_code
    WHERE coalesce(e.valid_to, '-infinity') < ansinh_today() AND way.step < 20)
  SELECT employer_id FROM way ORDER BY step DESC LIMIT 1
$$;

ALTER TABLE audit_lines DROP CONSTRAINT audit_lines_actor_kind_check;
ALTER TABLE audit_lines ADD CONSTRAINT audit_lines_actor_kind_check CHECK (actor_kind IN ('anonymous', 'applicant', 'citizen', 'staff', 'employer', 'system'));
CREATE INDEX audit_lines_of_employer_officers ON audit_lines (actor_id, line_id) WHERE actor_kind = 'employer';

-- An employer's routes write their audit lines in their own transaction, and read none.
GRANT INSERT, SELECT (line_id, chain) ON audit_lines TO ansinh_employer;
GRANT INSERT ON audit_unsealed TO ansinh_employer;
GRANT USAGE ON SEQUENCE audit_line_ids TO ansinh_employer;
GRANT SELECT ON employer_organisations TO ansinh_employer;
GRANT SELECT (officer_id, employer_id, user_name, full_name, role, valid_from, valid_to, stopped_at, made_by_staff, made_by_officer, made_at)
  ON employer_officers TO ansinh_employer;
