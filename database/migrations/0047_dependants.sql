-- Who may see whose data, and how a child comes under its guardian: declared with a photo, decided by a clerk on file.
CREATE TABLE representations (
  -- Who looks. A citizen's question "may I?" is asked where the citizen's own rows are.
  person_id bigint NOT NULL,
  representation_id uuid NOT NULL,
  -- Whose data.
  subject_person_id bigint NOT NULL,
  kind text NOT NULL CHECK (kind IN ('child', 'mandate')),
  relation text CHECK (relation IN ('father', 'mother', 'guardian')),
  areas text[] NOT NULL CHECK (areas <@ ARRAY['card', 'participation', 'benefits', 'medical-book'] AND cardinality(areas) > 0),
  from_on date NOT NULL,
  last_on date NOT NULL CHECK (last_on >= from_on),
  recorded_at timestamptz NOT NULL DEFAULT ansinh_now(),
  source text NOT NULL,
  CHECK ((kind = 'child') = (relation IS NOT NULL)),
  CHECK (subject_person_id <> person_id),
  PRIMARY KEY (person_id, representation_id)
) PARTITION BY HASH (person_id);
COMMENT ON TABLE representations IS 'Written by representations. person_id looks at subject_person_id from from_on to last_on, both included. No UPDATE, no DELETE.';
CREATE INDEX representations_due ON representations (last_on);
CREATE TABLE representation_endings (
  person_id bigint NOT NULL,
  representation_id uuid NOT NULL,
  ended_at timestamptz NOT NULL DEFAULT ansinh_now(),
  kind text NOT NULL CHECK (kind IN ('came-of-age', 'run-out', 'given-up', 'revoked')),
  -- Ended twice at once: the key lets one of them through.
  PRIMARY KEY (person_id, representation_id)
) PARTITION BY HASH (person_id);
COMMENT ON TABLE representation_endings IS 'Written by representations. Standing = no ending here and last_on not past. given-up: by who looks; revoked: by whose data it is.';
CREATE TABLE representation_subjects (
  -- Whose data: the other side's way to the same fact.
  person_id bigint NOT NULL,
  representation_id uuid NOT NULL,
  reader_person_id bigint NOT NULL,
  PRIMARY KEY (person_id, representation_id)
) PARTITION BY HASH (person_id);
COMMENT ON TABLE representation_subjects IS 'Written by representations. Who looks at my data: leads from the subject to the reader''s row.';

CREATE TABLE dependant_requests (
  -- The guardian.
  person_id bigint NOT NULL,
  request_id uuid NOT NULL,
  child_name text NOT NULL CHECK (length(child_name) BETWEEN 1 AND 100),
  child_born_on date NOT NULL,
  child_insurance_number text CHECK (child_insurance_number ~ '^\d{10}$'),
  child_national_id text CHECK (child_national_id ~ '^\d{12}$'),
  relation text NOT NULL CHECK (relation IN ('father', 'mother', 'guardian')),
  office_id integer NOT NULL REFERENCES offices,
  started_at timestamptz NOT NULL DEFAULT ansinh_now(),
  PRIMARY KEY (person_id, request_id)
) PARTITION BY HASH (person_id);
COMMENT ON TABLE dependant_requests IS 'Written by dependants. As declared; never changed. The birth certificate lies with documents under request_id.';
CREATE TABLE dependant_request_moves (
  person_id bigint NOT NULL,
  request_id uuid NOT NULL,
  move_no smallint NOT NULL,
  state text NOT NULL CHECK (state IN ('sent', 'approved', 'refused', 'withdrawn')),
  reason_code text,
  staff_id integer,
  moved_at timestamptz NOT NULL DEFAULT ansinh_now(),
  CHECK ((state = 'refused') = (reason_code IS NOT NULL)),
  PRIMARY KEY (person_id, request_id, move_no)
) PARTITION BY HASH (person_id);
COMMENT ON TABLE dependant_request_moves IS 'Written by dependants. No move = the photo is still awaited. No UPDATE, no DELETE.';
DO $$ DECLARE parent text; BEGIN
  FOREACH parent IN ARRAY ARRAY['representations', 'representation_endings', 'representation_subjects', 'dependant_requests', 'dependant_request_moves'] LOOP
    FOR i IN 0..31 LOOP
      EXECUTE format('CREATE TABLE %s_p%s PARTITION OF %s FOR VALUES WITH (MODULUS 32, REMAINDER %s)', parent, lpad(i::text, 2, '0'), parent, i);
    END LOOP;
  END LOOP; END $$;

CREATE TABLE dependant_queue (
  request_id uuid PRIMARY KEY,
  person_id bigint NOT NULL,
  office_id integer NOT NULL REFERENCES offices,
  sent_at timestamptz NOT NULL DEFAULT ansinh_now(),
  closed_at timestamptz,
  photo_erased_at timestamptz
);
COMMENT ON TABLE dependant_queue IS 'Written by dependants. What waits at an office, and where a request''s id leads; its content stays with the guardian''s rows.';
CREATE INDEX dependant_queue_waiting ON dependant_queue (office_id, sent_at) WHERE closed_at IS NULL;
CREATE INDEX dependant_queue_photos ON dependant_queue (closed_at) WHERE closed_at IS NOT NULL AND photo_erased_at IS NULL;

ALTER TABLE uploads DROP CONSTRAINT uploads_kind_check, ADD CONSTRAINT uploads_kind_check CHECK (kind IN ('id-front', 'id-back', 'portrait', 'birth-certificate'));
ALTER TABLE documents DROP CONSTRAINT documents_kind_check,
  ADD CONSTRAINT documents_kind_check CHECK (kind IN ('id-front', 'id-back', 'portrait', 'form-scan', 'birth-certificate'));

GRANT SELECT, INSERT ON representations, representation_endings, representation_subjects, dependant_requests, dependant_request_moves TO ansinh_app;
GRANT SELECT, INSERT, UPDATE ON dependant_queue TO ansinh_app;
