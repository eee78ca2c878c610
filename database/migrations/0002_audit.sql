-- Append-only, hash-chained: lines are written in the transaction of the change, sealed within seconds by a job.
CREATE SEQUENCE audit_line_ids;
CREATE TABLE audit_lines (
  line_id bigint PRIMARY KEY DEFAULT nextval('audit_line_ids'),
  chain smallint NOT NULL CHECK (chain BETWEEN 0 AND 63),
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  actor_kind text NOT NULL CHECK (actor_kind IN ('anonymous', 'applicant', 'citizen', 'staff', 'system')),
  actor_id text,
  action text NOT NULL,
  person_id bigint,
  registration_id uuid,
  reason_code text,
  request_id text,
  details jsonb NOT NULL DEFAULT '{}'
);
COMMENT ON TABLE audit_lines IS 'Written by audit. Who saw or changed what, about whom, when, why. Ids and codes only, no names. No UPDATE, no DELETE.';
CREATE INDEX audit_lines_by_person ON audit_lines (person_id, at) WHERE person_id IS NOT NULL;
CREATE INDEX audit_lines_by_registration ON audit_lines (registration_id, at) WHERE registration_id IS NOT NULL;

CREATE TABLE audit_seals (
  chain smallint NOT NULL,
  seal_no bigint NOT NULL,
  line_id bigint NOT NULL UNIQUE,
  hmac bytea NOT NULL,
  sealed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (chain, seal_no)
);
COMMENT ON TABLE audit_seals IS 'Written by audit. hmac = HMAC-SHA256(key outside the database, previous hmac || line). No UPDATE, no DELETE.';

CREATE TABLE audit_unsealed (
  line_id bigint PRIMARY KEY,
  chain smallint NOT NULL
);
COMMENT ON TABLE audit_unsealed IS 'Written by audit. Lines waiting for their seal: written with the line, taken away with the seal.';

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'append-only table %', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege'; END $$;
CREATE TRIGGER audit_lines_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_lines FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_seals_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
