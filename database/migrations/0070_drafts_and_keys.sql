-- Everybody an employer stands for today: itself and those that were merged or renamed into it.
CREATE INDEX employers_by_successor ON employers (successor_code) WHERE successor_code IS NOT NULL;
CREATE FUNCTION employers_now(of_employer bigint) RETURNS SETOF bigint LANGUAGE sql STABLE AS $$
  WITH RECURSIVE way (employer_id, step) AS (
    SELECT of_employer, 0
    UNION
    SELECT p.employer_id, way.step + 1 FROM way JOIN employers e ON e.employer_id = way.employer_id JOIN employers p ON p.successor_code = e.employer_code
    WHERE coalesce(p.valid_to, '-infinity') < ansinh_today() AND way.step < 20)
  SELECT DISTINCT employer_id FROM way
$$;

-- What an employer lawfully knows of somebody of its roster, laid out for that person's own phone. Gone after 30 days at the latest.
CREATE TABLE prepared_drafts (
  employer_id bigint NOT NULL REFERENCES employers,
  draft_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  -- Of the single-use code on the slip.
  code_hash bytea NOT NULL UNIQUE,
  full_name text NOT NULL CHECK (length(full_name) BETWEEN 1 AND 100),
  born_on date NOT NULL,
  birth_year_only boolean NOT NULL DEFAULT false,
  sex text CHECK (sex IN ('male', 'female')),
  insurance_number text CHECK (insurance_number ~ '^\d{10}$'),
  national_id text CHECK (national_id ~ '^\d{12}$'),
  prepared_by integer NOT NULL REFERENCES employer_officers,
  prepared_at timestamptz NOT NULL DEFAULT ansinh_now(),
  expires_at timestamptz NOT NULL DEFAULT ansinh_now() + interval '30 days' CHECK (expires_at <= prepared_at + interval '30 days'),
  -- The phone that opened it first, as a keyed mark; from then on it is that phone's.
  phone_mark bytea,
  opened_at timestamptz,
  PRIMARY KEY (employer_id, draft_id),
  UNIQUE (employer_id, entry_id),
  CHECK ((phone_mark IS NULL) = (opened_at IS NULL))
);
COMMENT ON TABLE prepared_drafts IS 'Written by prepared-drafts. Name, numbers and birth date of a roster entry, waiting for that person''s phone; erased by a job, at most 30 days.';
CREATE INDEX prepared_drafts_to_erase ON prepared_drafts (expires_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON prepared_drafts TO ansinh_app;
GRANT SELECT (employer_id, draft_id, entry_id, prepared_by, prepared_at, expires_at, opened_at), DELETE ON prepared_drafts TO ansinh_employer;
GRANT INSERT (employer_id, draft_id, entry_id, code_hash, full_name, born_on, birth_year_only, sex, insurance_number, national_id, prepared_by) ON prepared_drafts TO ansinh_employer;

-- Keys of programs that read an employer's roster.
CREATE TABLE roster_keys (
  key_id uuid PRIMARY KEY,
  employer_id bigint NOT NULL REFERENCES employers,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  scope text NOT NULL DEFAULT 'roster:read' CHECK (scope IN ('roster:read')),
  -- Of the secret, which is shown once.
  key_hash bytea NOT NULL UNIQUE,
  made_by integer NOT NULL REFERENCES employer_officers,
  made_at timestamptz NOT NULL DEFAULT ansinh_now(),
  last_used_at timestamptz,
  revoked_at timestamptz
);
COMMENT ON TABLE roster_keys IS 'Written by register-copies. Secrets (as hashes) of programs that read the roster of one employer; made and revoked by its administrators.';
CREATE INDEX roster_keys_of_employer ON roster_keys (employer_id, made_at);
GRANT SELECT, INSERT, UPDATE ON roster_keys TO ansinh_app;
GRANT SELECT (key_id, employer_id, name, scope, made_by, made_at, last_used_at, revoked_at), UPDATE (revoked_at) ON roster_keys TO ansinh_employer;
GRANT INSERT (key_id, employer_id, name, key_hash, made_by) ON roster_keys TO ansinh_employer;

-- Of the functions with their owner's rights everybody could call this one; the roll-out's role has no business with imports.
REVOKE ALL ON FUNCTION analyze_import_rows() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION analyze_import_rows() TO ansinh_app;
