CREATE TABLE staff_users (
  staff_id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  user_name text NOT NULL UNIQUE CHECK (user_name ~ '^[a-z0-9.-]{3,40}$'),
  full_name text NOT NULL,
  role text NOT NULL CHECK (role IN ('clerk', 'supervisor', 'operator')),
  office_id integer NOT NULL REFERENCES offices,
  person_id bigint,
  password_hash text NOT NULL,
  totp_secret_encrypted bytea NOT NULL,
  totp_last_step bigint,
  valid_from date NOT NULL,
  valid_to date,
  stopped_at timestamptz
);
COMMENT ON TABLE staff_users IS 'Written by staff. Password and TOTP; one role and one office each, dated.';

CREATE TABLE staff_sessions (
  session_hash bytea PRIMARY KEY,
  staff_id integer NOT NULL REFERENCES staff_users,
  stage text NOT NULL CHECK (stage IN ('second-factor', 'full')),
  created_at timestamptz NOT NULL DEFAULT now(),
  last_seen_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz
);
COMMENT ON TABLE staff_sessions IS 'Written by staff. 15 min idle, 8 h in all.';
