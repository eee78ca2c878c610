-- Employers as dated data: employers keeps one row each, as it stands; its versions beside it (docs/decisions/0013).
CREATE SEQUENCE employer_ids AS bigint START 1000001;
GRANT USAGE ON SEQUENCE employer_ids TO ansinh_app;
ALTER TABLE employers ALTER COLUMN employer_id SET DEFAULT nextval('employer_ids'), ADD COLUMN tax_code text CHECK (tax_code ~ '^\d{10}(-\d{3})?$'),
  ADD COLUMN successor_code text, ADD COLUMN valid_from date, ADD COLUMN valid_to date;
COMMENT ON TABLE employers IS 'Written by employers. One row each, as it stands; valid_to tells that it is no more. employer_versions holds what was said for which time.';

CREATE TABLE employer_versions (
  employer_code text NOT NULL CHECK (employer_code ~ '^[A-Z]{2,3}\d{3,4}[A-Z]$'),
  name text NOT NULL,
  tax_code text CHECK (tax_code ~ '^\d{10}(-\d{3})?$'),
  address text NOT NULL,
  ward_code text,
  office_id integer NOT NULL REFERENCES offices,
  industry text,
  size integer CHECK (size >= 0),
  successor_code text,
  valid_from date NOT NULL,
  valid_to date,
  source text NOT NULL,
  import_batch_id uuid,
  PRIMARY KEY (employer_code, valid_from)
);
COMMENT ON TABLE employer_versions IS 'Written by employers. Name, place and office of an employer by time; successor_code names the employer it was renamed or merged into.';
GRANT SELECT, INSERT, UPDATE ON employer_versions TO ansinh_app;
INSERT INTO employer_versions (employer_code, name, address, ward_code, office_id, valid_from, source)
  SELECT employer_code, name, address, ward_code, office_id, '1995-02-16', source FROM employers;
