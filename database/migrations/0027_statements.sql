-- Statements issued to people: the yearly notice, the participation book, confirmation letters. What a paper said stays as it was written.
CREATE TABLE statements (
  person_id bigint NOT NULL,
  statement_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('yearly-notice', 'participation-book', 'confirmation')),
  year smallint CHECK ((year IS NOT NULL) = (kind = 'yearly-notice')),
  issued_at timestamptz NOT NULL DEFAULT ansinh_now(),
  known_on timestamptz NOT NULL DEFAULT now(),
  valid_until date,
  shown_fields text[] NOT NULL,
  sealed_code bytea NOT NULL,
  sealed_content bytea NOT NULL,
  file_hashes bytea[] NOT NULL DEFAULT '{}',
  withdrawn_at timestamptz,
  PRIMARY KEY (person_id, statement_id)
) PARTITION BY HASH (person_id);
COMMENT ON TABLE statements IS 'Written by statements. Content and code are encrypted; file_hashes: SHA-256 of every file that was handed out. Only withdrawal and file hashes change.';
COMMENT ON COLUMN statements.known_on IS 'The register as known at this instant is what the content says.';
DO $$ BEGIN FOR i IN 0..31 LOOP
  EXECUTE format('CREATE TABLE statements_p%s PARTITION OF statements FOR VALUES WITH (MODULUS 32, REMAINDER %s)', lpad(i::text, 2, '0'), i);
END LOOP; END $$;

CREATE TABLE statement_codes (
  code_hmac bytea PRIMARY KEY,
  person_id bigint NOT NULL,
  statement_id uuid NOT NULL
);
COMMENT ON TABLE statement_codes IS 'Written by statements. Where the keyed hash of a printed code leads.';

GRANT SELECT, INSERT, DELETE ON statements, statement_codes TO ansinh_app;
GRANT UPDATE (withdrawn_at, file_hashes) ON statements TO ansinh_app;
