-- Files received and issued. Bytes lie encrypted outside the database; the key of each object is wrapped by a master key.
CREATE TABLE uploads (
  upload_id uuid PRIMARY KEY,
  registration_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('id-front', 'id-back', 'portrait')),
  media_type text NOT NULL,
  size_bytes integer NOT NULL CHECK (size_bytes BETWEEN 1 AND 8388608),
  sha256 bytea NOT NULL,
  received_bytes integer NOT NULL DEFAULT 0,
  hints jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now(),
  completed_at timestamptz,
  document_id uuid
);
COMMENT ON TABLE uploads IS 'Written by documents. A file on its way, in pieces of at most 64 kB, resumable by offset.';
CREATE INDEX uploads_by_registration ON uploads (registration_id);

CREATE TABLE upload_pieces (
  upload_id uuid NOT NULL REFERENCES uploads ON DELETE CASCADE,
  piece_offset integer NOT NULL,
  ciphertext bytea NOT NULL,
  PRIMARY KEY (upload_id, piece_offset)
);
COMMENT ON TABLE upload_pieces IS 'Written by documents. Encrypted pieces, gone once the file is whole.';

CREATE TABLE documents (
  document_id uuid PRIMARY KEY,
  registration_id uuid,
  person_id bigint,
  kind text NOT NULL CHECK (kind IN ('id-front', 'id-back', 'portrait', 'form-scan')),
  media_type text NOT NULL,
  size_bytes integer NOT NULL,
  width_px integer,
  height_px integer,
  content_hmac bytea NOT NULL,
  storage_key text NOT NULL,
  wrapped_key bytea,
  hints jsonb NOT NULL DEFAULT '{}',
  received_at timestamptz NOT NULL DEFAULT now(),
  replaced_at timestamptz,
  erased_at timestamptz
);
COMMENT ON TABLE documents IS 'Written by documents. wrapped_key set to NULL together with the file removal is the erasure: bytes and key are both gone.';
CREATE INDEX documents_by_registration ON documents (registration_id, kind);
CREATE INDEX documents_by_content ON documents (content_hmac);
