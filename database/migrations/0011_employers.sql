CREATE TABLE employers (
  employer_id bigint PRIMARY KEY,
  employer_code text NOT NULL UNIQUE CHECK (employer_code ~ '^[A-Z]{2,3}\d{3,4}[A-Z]$'),
  name text NOT NULL,
  name_folded text GENERATED ALWAYS AS (fold_text(name)) STORED,
  address text NOT NULL,
  ward_code text,
  office_id integer NOT NULL REFERENCES offices,
  source text NOT NULL
);
COMMENT ON TABLE employers IS 'Written by employers.';
