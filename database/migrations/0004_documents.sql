-- Files received and issued. Bytes lie encrypted outside the database; the key of each object is wrapped by a master key.
CREATE TABLE uploads (
  upload_id uuid PRIMARY KEY,
  registration_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('id-front', 'id-back', 'portrait')),
  size_bytes integer NOT NULL CHECK (size_bytes BETWEEN 1 AND 8388608),
  sha256 bytea NOT NULL CHECK (length(sha256) = 32),
  received_bytes integer NOT NULL DEFAULT 0 CHECK (received_bytes BETWEEN 0 AND size_bytes),
  hints jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT ansinh_now(),
  completed_at timestamptz,
  document_id uuid
);
COMMENT ON TABLE uploads IS 'Written by documents. A file on its way, in pieces of at most 64 kB, resumable by offset.';
CREATE INDEX uploads_by_registration ON uploads (registration_id, kind);
CREATE INDEX uploads_unfinished ON uploads (created_at) WHERE completed_at IS NULL;

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
  -- Keyed hash of what was sent: the same picture in two registrations is seen without keeping the picture.
  content_hmac bytea,
  -- SHA-256 of the encrypted bytes, hex: the file's name, and the proof that it is whole.
  storage_key text NOT NULL CHECK (storage_key ~ '^[0-9a-f]{64}$'),
  wrapped_key bytea,
  -- What was read off the picture (sealed with the same key, so that erasing the key erases it too).
  sealed_facts bytea,
  hints jsonb NOT NULL DEFAULT '{}',
  received_at timestamptz NOT NULL DEFAULT ansinh_now(),
  replaced_at timestamptz,
  erased_at timestamptz,
  CHECK ((erased_at IS NULL) = (wrapped_key IS NOT NULL)),
  CHECK (erased_at IS NULL OR (sealed_facts IS NULL AND content_hmac IS NULL))
);
COMMENT ON TABLE documents IS 'Written by documents. wrapped_key set to NULL together with the file removal is the erasure: bytes and key are both gone.';
CREATE UNIQUE INDEX documents_one_of_a_kind ON documents (registration_id, kind) WHERE erased_at IS NULL AND replaced_at IS NULL AND kind <> 'form-scan';
CREATE INDEX documents_by_content ON documents (content_hmac) WHERE content_hmac IS NOT NULL;
CREATE INDEX documents_by_file ON documents (storage_key) WHERE erased_at IS NULL;
