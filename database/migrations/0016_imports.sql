-- Bulk files in: one engine for every kind (docs/decisions/0012).
CREATE TABLE import_batches (
  batch_id uuid PRIMARY KEY,
  kind text NOT NULL,
  state text NOT NULL CHECK (state IN ('uploading', 'uploaded', 'parsed', 'matched', 'preview', 'confirmed', 'applied', 'partly', 'refused', 'discarded')),
  refused_code text,
  file_name text NOT NULL,
  file_format text NOT NULL CHECK (file_format IN ('csv', 'xlsx', 'xml')),
  file_bytes bigint NOT NULL,
  file_sha256 bytea CHECK (length(file_sha256) = 32),
  file_key_encrypted bytea,
  file_erased_at timestamptz,
  source text NOT NULL,
  sent_by_staff_id integer,
  phase text NOT NULL DEFAULT 'waiting',
  rows_read integer NOT NULL DEFAULT 0,
  bytes_read bigint NOT NULL DEFAULT 0,
  mapping jsonb NOT NULL DEFAULT '[]',
  group_counts jsonb NOT NULL DEFAULT '{}',
  applied_counts jsonb,
  compensates_batch_id uuid REFERENCES import_batches,
  created_at timestamptz NOT NULL DEFAULT now(),
  previewed_at timestamptz,
  confirmed_at timestamptz,
  applied_at timestamptz
);
COMMENT ON TABLE import_batches IS 'Written by imports. One file, or one compensation of a file; its state moves by conditional updates only.';
CREATE UNIQUE INDEX import_batches_by_file ON import_batches (kind, file_sha256) WHERE state NOT IN ('uploading', 'refused', 'discarded') AND compensates_batch_id IS NULL;
CREATE UNIQUE INDEX import_batches_by_compensated ON import_batches (compensates_batch_id) WHERE compensates_batch_id IS NOT NULL;

-- Unlogged: after a crash of the database it is empty, and the batch is read again from its file.
CREATE UNLOGGED TABLE import_rows (
  batch_id uuid NOT NULL,
  row_no integer NOT NULL,
  row_group text CHECK (row_group IN ('new', 'known', 'close-match', 'moved', 'rejected')),
  person_id bigint,
  cells text[] NOT NULL
);
COMMENT ON TABLE import_rows IS 'Written by imports; row_group and person_id by the kind that matches. Rows under way, canonical texts in the order of the kind''s columns.';
CREATE INDEX import_rows_by_batch ON import_rows (batch_id, row_no);

CREATE TABLE import_row_faults (
  batch_id uuid NOT NULL REFERENCES import_batches,
  row_no integer NOT NULL,
  column_name text,
  code text NOT NULL,
  value text
);
COMMENT ON TABLE import_row_faults IS 'Written by imports and by the kinds that match. Row, column, value and what to do, for the preview and the file sent back; erased with the file.';
CREATE INDEX import_row_faults_by_batch ON import_row_faults (batch_id, row_no);
GRANT SELECT, INSERT, UPDATE ON import_batches TO ansinh_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON import_rows, import_row_faults TO ansinh_app;
