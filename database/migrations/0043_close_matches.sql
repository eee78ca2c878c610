-- Rows that are like somebody of the register, but not quite: nothing of them is written until a person has decided.
CREATE TABLE import_close_matches (
  batch_id uuid NOT NULL REFERENCES import_batches,
  row_no integer NOT NULL,
  like_person_id bigint NOT NULL,
  cells text[] NOT NULL,
  verdict text CHECK (verdict IN ('same', 'other', 'neither')),
  decided_at timestamptz,
  decided_by_staff_id integer,
  written_by_batch_id uuid REFERENCES import_batches,
  PRIMARY KEY (batch_id, row_no),
  CHECK ((verdict IS NULL) = (decided_at IS NULL))
);
COMMENT ON TABLE import_close_matches IS 'Written by close-matches. Rows of a written batch that wait for a person to say whether they are that person; canonical texts in the order of the kind''s columns; erased with the batch''s file.';
CREATE INDEX import_close_matches_waiting ON import_close_matches (batch_id, row_no) WHERE verdict IS NULL;
GRANT SELECT, INSERT, DELETE ON import_close_matches TO ansinh_app;
GRANT UPDATE (verdict, decided_at, decided_by_staff_id, written_by_batch_id) ON import_close_matches TO ansinh_app;

ALTER TABLE import_batches ADD COLUMN decides_batch_id uuid REFERENCES import_batches;
COMMENT ON COLUMN import_batches.decides_batch_id IS 'The batch whose close matches this one writes, as a person decided; it has no file of its own.';
