-- The insured person. person_id leads every key of a person's table; hash partitions are the later distribution unit.
CREATE SEQUENCE person_ids;
CREATE TABLE households (
  household_id bigint PRIMARY KEY,
  household_code text NOT NULL UNIQUE CHECK (household_code ~ '^\d{10}$'),
  ward_code text NOT NULL,
  address text NOT NULL
);
COMMENT ON TABLE households IS 'Written by persons.';

CREATE TABLE persons (
  person_id bigint NOT NULL DEFAULT nextval('person_ids'),
  full_name text NOT NULL CHECK (length(full_name) BETWEEN 1 AND 100),
  name_folded text GENERATED ALWAYS AS (fold_text(full_name)) STORED,
  born_on_partial text NOT NULL CHECK (born_on_partial ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  born_on date,
  birth_year smallint NOT NULL,
  sex text NOT NULL CHECK (sex IN ('male', 'female')),
  insurance_number text NOT NULL CHECK (insurance_number ~ '^\d{10}$'),
  national_id text CHECK (national_id ~ '^\d{12}$'),
  legacy_id text CHECK (legacy_id ~ '^\d{9}$'),
  passport_number text,
  nationality text NOT NULL DEFAULT 'VN' CHECK (nationality ~ '^[A-Z]{2}$'),
  ward_code text,
  address text,
  household_id bigint,
  household_relation text,
  phone_on_file text,
  died_on date,
  merged_into_person_id bigint,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  source text NOT NULL,
  PRIMARY KEY (person_id)
) PARTITION BY HASH (person_id);
COMMENT ON TABLE persons IS 'Written by persons.';
CREATE INDEX persons_by_birth ON persons (born_on, name_folded);
CREATE INDEX persons_by_name_year ON persons (name_folded, birth_year);
CREATE INDEX persons_by_household ON persons (household_id);

CREATE TABLE insurance_numbers (
  insurance_number text PRIMARY KEY CHECK (insurance_number ~ '^\d{10}$'),
  person_id bigint NOT NULL
);
COMMENT ON TABLE insurance_numbers IS 'Written by persons. Where an insurance number leads; unique by value.';
CREATE TABLE national_ids (
  national_id text PRIMARY KEY CHECK (national_id ~ '^\d{12}$'),
  person_id bigint NOT NULL
);
COMMENT ON TABLE national_ids IS 'Written by persons. Where a 12-digit id leads; unique by value.';

DO $$ BEGIN FOR i IN 0..31 LOOP
  EXECUTE format('CREATE TABLE persons_p%s PARTITION OF persons FOR VALUES WITH (MODULUS 32, REMAINDER %s)', lpad(i::text, 2, '0'), i);
END LOOP; END $$;
