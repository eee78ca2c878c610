-- Ways back into an account: a code from the counter, a link by e-mail, another phone or address with a day to object.
CREATE TABLE counter_codes (
  person_id bigint NOT NULL,
  code_id uuid NOT NULL,
  -- The same argon2id as in accounts.first_password_hash; gone when the code was used or replaced.
  code_hash text,
  reason text NOT NULL CHECK (reason IN ('password-forgotten', 'message-not-received', 'phone-gone', 'other')),
  note text NOT NULL DEFAULT '' CHECK (length(note) <= 300),
  old_phone_gone boolean NOT NULL,
  staff_id integer NOT NULL REFERENCES staff_users,
  office_id integer NOT NULL REFERENCES offices,
  issued_at timestamptz NOT NULL DEFAULT ansinh_now(),
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (person_id, code_id)
) PARTITION BY HASH (person_id);
COMMENT ON TABLE counter_codes IS 'Written by recovery. Activation codes given at the counter after the original ID was seen: single use, 72 h, hashed only.';

CREATE TABLE email_links (
  link_hash bytea PRIMARY KEY,
  person_id bigint NOT NULL,
  asked_at timestamptz NOT NULL DEFAULT ansinh_now(),
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE INDEX email_links_by_person ON email_links (person_id);
COMMENT ON TABLE email_links IS 'Written by recovery. The secret of a link sent to the e-mail on file, hashed; 30 minutes, once, together with the birth date.';

CREATE TABLE contact_changes (
  person_id bigint NOT NULL,
  change_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('phone', 'email')),
  -- What the account said when the change was asked for: another one meanwhile, and this change no longer applies.
  before_hmac bytea,
  after_encrypted bytea NOT NULL,
  old_proof text NOT NULL CHECK (old_proof IN ('code', 'counter')),
  old_proved_at timestamptz,
  new_proved_at timestamptz,
  cancel_code_hmac bytea,
  asked_at timestamptz NOT NULL DEFAULT ansinh_now(),
  applies_at timestamptz,
  applied_at timestamptz,
  cancelled_at timestamptz,
  CHECK (applies_at IS NULL OR (old_proved_at IS NOT NULL AND new_proved_at IS NOT NULL)),
  CHECK (applied_at IS NULL OR cancelled_at IS NULL),
  PRIMARY KEY (person_id, change_id)
) PARTITION BY HASH (person_id);
CREATE INDEX contact_changes_due ON contact_changes (applies_at) WHERE applies_at IS NOT NULL AND applied_at IS NULL AND cancelled_at IS NULL;
COMMENT ON TABLE contact_changes IS 'Written by contacts. Proved on the old and the new side, applied 24 h later by a job unless somebody objects.';

ALTER TABLE one_time_codes DROP CONSTRAINT one_time_codes_purpose_check;
ALTER TABLE one_time_codes ADD CONSTRAINT one_time_codes_purpose_check
  CHECK (purpose IN ('prove-phone', 'open-registration', 'first-password', 'change-contact', 'stop-account'));

DO $$ BEGIN FOR i IN 0..31 LOOP
  EXECUTE format('CREATE TABLE counter_codes_p%s PARTITION OF counter_codes FOR VALUES WITH (MODULUS 32, REMAINDER %s)', lpad(i::text, 2, '0'), i);
  EXECUTE format('CREATE TABLE contact_changes_p%s PARTITION OF contact_changes FOR VALUES WITH (MODULUS 32, REMAINDER %s)', lpad(i::text, 2, '0'), i);
END LOOP; END $$;

GRANT SELECT, INSERT, UPDATE ON counter_codes, contact_changes TO ansinh_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON email_links TO ansinh_app;
