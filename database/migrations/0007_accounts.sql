-- The citizen's sign-in. The account has its own small table; one per person.
CREATE TABLE accounts (
  person_id bigint NOT NULL,
  state text NOT NULL CHECK (state IN ('pending-first-sign-in', 'active', 'held', 'stopped')),
  phone text NOT NULL,
  email text,
  password_hash text,
  first_password_hash text,
  first_password_expires_at timestamptz,
  first_password_used_at timestamptz,
  held_until timestamptz,
  registration_id uuid,
  -- A later approval for the same person waits here until its undo time is over; until then the standing sign-in is untouched.
  next_takes_effect_at timestamptz,
  next_phone text,
  next_email text,
  next_first_password_hash text,
  next_registration_id uuid,
  opened_at timestamptz NOT NULL DEFAULT now(),
  activated_at timestamptz,
  changed_at timestamptz NOT NULL DEFAULT now(),
  CHECK ((next_takes_effect_at IS NULL) = (next_phone IS NULL)),
  PRIMARY KEY (person_id)
) PARTITION BY HASH (person_id);
COMMENT ON TABLE accounts IS 'Written by accounts. Passwords as argon2id only; the first password is single-use and expires.';

CREATE TABLE sessions (
  person_id bigint NOT NULL,
  session_hash bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  last_seen_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  device_label text,
  PRIMARY KEY (person_id, session_hash)
) PARTITION BY HASH (person_id);
COMMENT ON TABLE sessions IS 'Written by accounts. The cookie carries person_id and a secret; only its hash is kept.';

CREATE TABLE password_tickets (
  ticket_hash bytea PRIMARY KEY,
  person_id bigint NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('first-sign-in', 'first-password-request')),
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE INDEX password_tickets_by_person ON password_tickets (person_id);
COMMENT ON TABLE password_tickets IS 'Written by accounts. Between proving the first password and choosing one''s own: single use, minutes.';

CREATE TABLE one_time_codes (
  code_id uuid PRIMARY KEY,
  purpose text NOT NULL CHECK (purpose IN ('prove-phone', 'open-registration', 'first-password')),
  subject text NOT NULL,
  phone_hmac bytea NOT NULL,
  phone_encrypted bytea,
  code_hash bytea NOT NULL,
  tries_left smallint NOT NULL DEFAULT 5,
  expires_at timestamptz NOT NULL,
  consumed_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE one_time_codes IS 'Written by accounts. Hashed only; tried and consumed in one conditional UPDATE; kept 24 h.';
CREATE INDEX one_time_codes_by_subject ON one_time_codes (purpose, subject, created_at);

DO $$ BEGIN FOR i IN 0..31 LOOP
  EXECUTE format('CREATE TABLE accounts_p%s PARTITION OF accounts FOR VALUES WITH (MODULUS 32, REMAINDER %s)', lpad(i::text, 2, '0'), i);
  EXECUTE format('CREATE TABLE sessions_p%s PARTITION OF sessions FOR VALUES WITH (MODULUS 32, REMAINDER %s)', lpad(i::text, 2, '0'), i);
END LOOP; END $$;
