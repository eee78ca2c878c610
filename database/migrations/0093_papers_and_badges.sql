-- Papers that are no statements carry the same kind of code: the card printed for the wallet, the counter's receipt (decision 0046).
CREATE TABLE paper_codes (
  code_hmac bytea PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('health-card', 'receipt')),
  issued_at timestamptz NOT NULL DEFAULT ansinh_now(),
  valid_until date,
  sealed_content bytea NOT NULL,
  file_hashes bytea[] NOT NULL DEFAULT '{}'
);
COMMENT ON TABLE paper_codes IS 'Written by paper-codes. Where the keyed hash of a printed code leads: what the check page may tell, encrypted, and SHA-256 of the files handed out.';
CREATE INDEX paper_codes_by_age ON paper_codes (issued_at);
GRANT SELECT, INSERT, DELETE ON paper_codes TO ansinh_app;
GRANT UPDATE (file_hashes) ON paper_codes TO ansinh_app;

-- A badge is known by point, agent, authorisation and its serial number; the next one has the next number.
CREATE TABLE agent_badge_withdrawals (
  point_code text NOT NULL,
  agent_code text NOT NULL,
  authority_number text NOT NULL,
  serial smallint NOT NULL CHECK (serial > 0),
  withdrawn_at timestamptz NOT NULL DEFAULT ansinh_now(),
  withdrawn_by bigint NOT NULL,
  reason text NOT NULL CHECK (reason IN ('lost', 'misused', 'changed', 'ended')),
  note text,
  PRIMARY KEY (point_code, agent_code, authority_number, serial)
);
COMMENT ON TABLE agent_badge_withdrawals IS 'Written by agent-badges. Single badges that no longer count, whatever their agent''s authorisation says; authority_number is empty where there is none.';
GRANT SELECT, INSERT ON agent_badge_withdrawals TO ansinh_app;
