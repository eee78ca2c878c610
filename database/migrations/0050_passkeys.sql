-- Signing in by the phone's own lock instead of a password: what a browser registered, and what was used up of it.
CREATE TABLE passkeys (
  person_id bigint NOT NULL,
  passkey_id uuid NOT NULL,
  credential_id bytea NOT NULL CHECK (length(credential_id) BETWEEN 16 AND 1023),
  -- COSE; public by nature.
  public_key bytea NOT NULL,
  counter bigint NOT NULL CHECK (counter >= 0),
  -- Kept by a password manager on more than one device.
  synced boolean NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  made_at timestamptz NOT NULL DEFAULT ansinh_now(),
  last_used_at timestamptz,
  PRIMARY KEY (person_id, passkey_id)
) PARTITION BY HASH (person_id);
COMMENT ON TABLE passkeys IS 'Written by passkeys. What opens an account by the lock of a device; removed by the owner, by “Không phải tôi” and by every way back into the account.';

CREATE TABLE passkey_credentials (
  credential_id bytea PRIMARY KEY,
  person_id bigint NOT NULL
);
CREATE INDEX passkey_credentials_by_person ON passkey_credentials (person_id);
COMMENT ON TABLE passkey_credentials IS 'Written by passkeys. Whose a credential is; one credential belongs to one person.';

CREATE TABLE spent_challenges (
  challenge_hash bytea PRIMARY KEY,
  spent_at timestamptz NOT NULL DEFAULT ansinh_now()
);
CREATE INDEX spent_challenges_by_time ON spent_challenges (spent_at);
COMMENT ON TABLE spent_challenges IS 'Written by passkeys. Challenges that were answered rightly, so that none is answered twice; an unanswered one stands nowhere.';

DO $$ BEGIN FOR i IN 0..31 LOOP
  EXECUTE format('CREATE TABLE passkeys_p%s PARTITION OF passkeys FOR VALUES WITH (MODULUS 32, REMAINDER %s)', lpad(i::text, 2, '0'), i);
END LOOP; END $$;

GRANT SELECT, INSERT, DELETE ON passkeys, passkey_credentials, spent_challenges TO ansinh_app;
GRANT UPDATE (name, counter, synced, last_used_at) ON passkeys TO ansinh_app;
