-- What the import engine needs beside 0016, and versions of a person's facts.
ALTER TABLE import_batches DROP CONSTRAINT import_batches_state_check;
ALTER TABLE import_batches ADD CHECK (state IN ('uploading', 'uploaded', 'parsed', 'matched', 'preview', 'confirmed', 'applied', 'partly', 'refused', 'discarded', 'undone'));
ALTER TABLE import_batches ADD COLUMN refused_details jsonb NOT NULL DEFAULT '{}';
ALTER TABLE import_batches ADD COLUMN preview_digest bigint;
ALTER TABLE import_batches ADD COLUMN base_moved boolean NOT NULL DEFAULT false;
DROP INDEX import_batches_by_file;
CREATE UNIQUE INDEX import_batches_by_file ON import_batches (kind, file_sha256)
  WHERE state NOT IN ('uploading', 'refused', 'discarded', 'undone') AND compensates_batch_id IS NULL;
-- A row is written once and marked once: half of each page is kept for the mark, so that no index is touched again.
ALTER TABLE import_rows SET (fillfactor = 50);
ALTER TABLE import_rows ADD COLUMN faulty boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN import_rows.faulty IS 'Rejected when the file was read; stays so however often the batch is matched again.';
ALTER TABLE import_row_faults ADD COLUMN in_match boolean NOT NULL DEFAULT true;
COMMENT ON COLUMN import_row_faults.in_match IS 'Found against the register; forgotten when the batch is matched again.';

-- After a million staged rows the planner must know them; the app does not own the table.
CREATE FUNCTION analyze_import_rows() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$ BEGIN ANALYZE import_rows (batch_id, row_no, row_group, person_id, faulty); END $$;

-- A person as recorded before a change. persons holds what is known now; nothing of what was known is overwritten without a line here.
ALTER TABLE persons ADD COLUMN import_batch_id uuid;
CREATE INDEX persons_by_batch ON persons USING brin (import_batch_id) WITH (pages_per_range = 16);
CREATE TABLE person_versions (
  person_id bigint NOT NULL,
  version_id uuid NOT NULL DEFAULT gen_random_uuid(),
  full_name text NOT NULL,
  born_on_partial text NOT NULL,
  sex text NOT NULL,
  insurance_number text NOT NULL,
  national_id text,
  legacy_id text,
  passport_number text,
  nationality text NOT NULL,
  ward_code text,
  address text,
  household_id bigint,
  household_relation text,
  phone_on_file text,
  died_on date,
  merged_into_person_id bigint,
  recorded_at timestamptz NOT NULL,
  source text NOT NULL,
  import_batch_id uuid,
  ended_at timestamptz NOT NULL DEFAULT now(),
  kind text NOT NULL CHECK (kind IN ('correction', 'change', 'withdrawal')),
  ended_by_batch_id uuid,
  ended_source text NOT NULL,
  PRIMARY KEY (person_id, version_id)
) PARTITION BY HASH (person_id);
COMMENT ON TABLE person_versions IS 'Written by persons. What was known of a person from recorded_at until ended_at, with who said so and who ended it. No UPDATE, no DELETE.';
CREATE INDEX person_versions_by_batch ON person_versions USING brin (ended_by_batch_id) WITH (pages_per_range = 16);
DO $$ BEGIN FOR i IN 0..31 LOOP
  EXECUTE format('CREATE TABLE person_versions_p%s PARTITION OF person_versions FOR VALUES WITH (MODULUS 32, REMAINDER %s)', lpad(i::text, 2, '0'), i);
END LOOP; END $$;
GRANT SELECT, INSERT ON person_versions TO ansinh_app;

-- One letter more, less or other: the slip that is shown to a human and never taken for granted.
CREATE FUNCTION differs_by_one_letter(a text, b text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $$
DECLARE shorter integer := least(length(a), length(b)); longer integer := greatest(length(a), length(b)); front integer := 0; back integer := 0;
BEGIN
  IF a = b OR longer - shorter > 1 THEN RETURN false; END IF;
  WHILE front < shorter AND substr(a, front + 1, 1) = substr(b, front + 1, 1) LOOP front := front + 1; END LOOP;
  WHILE back < shorter - front AND substr(a, length(a) - back, 1) = substr(b, length(b) - back, 1) LOOP back := back + 1; END LOOP;
  RETURN front + back >= longer - 1;
END $$;
