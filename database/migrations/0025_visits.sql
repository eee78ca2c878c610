-- The medical book: visits, their cost lines and the papers issued, as hospital claims tell them (docs/decisions/0017).
-- Health data are sensitive (Law 91/2025/QH15): no staff route reads these tables, and the product may add and read, nothing else.
-- Money stands in đồng with two decimals, as in the claim (decimal(15,2)); nothing here is rounded.
CREATE TABLE visits (
  person_id bigint NOT NULL,
  visit_id uuid NOT NULL,
  facility_code text NOT NULL,
  visit_key text NOT NULL,
  layout text NOT NULL CHECK (layout IN ('qd4750', 'qd4210')),
  admitted_at timestamp NOT NULL,
  discharged_at timestamp NOT NULL CHECK (discharged_at >= admitted_at),
  admitted_on date NOT NULL GENERATED ALWAYS AS (admitted_at::date) STORED,
  discharged_on date NOT NULL GENERATED ALWAYS AS (discharged_at::date) STORED,
  diagnosis text,
  main_disease_code text,
  other_disease_codes text[] NOT NULL DEFAULT '{}',
  kind_code text,
  reason_code text,
  result_code text,
  discharge_code text,
  cards jsonb NOT NULL DEFAULT '[]',
  total_vnd numeric(15, 2) NOT NULL,
  covered_vnd numeric(15, 2) NOT NULL,
  fund_vnd numeric(15, 2) NOT NULL,
  copayment_exact_vnd numeric(15, 2) NOT NULL,
  copayment_vnd bigint NOT NULL GENERATED ALWAYS AS (round(copayment_exact_vnd)::bigint) STORED,
  own_vnd numeric(15, 2) NOT NULL,
  other_vnd numeric(15, 2) NOT NULL,
  sums_agree boolean NOT NULL,
  content_hash bytea NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  import_batch_id uuid,
  source text NOT NULL,
  PRIMARY KEY (person_id, visit_id)
) PARTITION BY HASH (person_id);
COMMENT ON TABLE visits IS 'Written by visits. One visit as a facility claimed it; times are local to the facility. No UPDATE, no DELETE: a re-sent claim is a new row, the old one gets an ending.';
COMMENT ON COLUMN visits.copayment_vnd IS 'Whole đồng, for the copayment of a year; the exact amount stands beside it.';
COMMENT ON COLUMN visits.sums_agree IS 'False: the cost lines do not add up to the totals, or the fund''s share is not what the formula gives; the screen says so.';
COMMENT ON COLUMN visits.content_hash IS 'SHA-256 of what the claim said: sent again with the same content it is not recorded again.';
CREATE INDEX visits_by_batch ON visits USING brin (import_batch_id) WITH (pages_per_range = 16);

CREATE TABLE visit_endings (
  person_id bigint NOT NULL,
  visit_id uuid NOT NULL,
  ended_at timestamptz NOT NULL DEFAULT now(),
  kind text NOT NULL CHECK (kind IN ('correction', 'change', 'withdrawal')),
  import_batch_id uuid,
  source text NOT NULL,
  PRIMARY KEY (person_id, visit_id)
) PARTITION BY HASH (person_id);
COMMENT ON TABLE visit_endings IS 'Written by visits. From when on, and why, a visit with its cost lines and papers is no longer what we know. No UPDATE, no DELETE.';
CREATE INDEX visit_endings_by_batch ON visit_endings USING brin (import_batch_id) WITH (pages_per_range = 16);

CREATE TABLE visit_cost_lines (
  person_id bigint NOT NULL,
  visit_id uuid NOT NULL,
  line_no integer NOT NULL,
  cost_line_id uuid NOT NULL DEFAULT gen_random_uuid(),
  kind text NOT NULL CHECK (kind IN ('drug', 'service')),
  code text,
  name text NOT NULL,
  unit text,
  quantity numeric(21, 9) NOT NULL,
  unit_price_vnd numeric(21, 9) NOT NULL,
  coverage_percent smallint CHECK (coverage_percent BETWEEN 0 AND 100),
  amount_vnd numeric(15, 2) NOT NULL,
  fund_vnd numeric(15, 2) NOT NULL,
  other_vnd numeric(15, 2) NOT NULL,
  own_vnd numeric(15, 2) NOT NULL,
  copayment_vnd numeric(15, 2) NOT NULL,
  PRIMARY KEY (person_id, visit_id, line_no)
) PARTITION BY HASH (person_id);
COMMENT ON TABLE visit_cost_lines IS 'Written by visits. What a visit cost, line by line; stands and ends with its visit. No UPDATE, no DELETE.';

CREATE TABLE visit_papers (
  person_id bigint NOT NULL,
  visit_id uuid NOT NULL,
  paper_id uuid NOT NULL DEFAULT gen_random_uuid(),
  kind text NOT NULL CHECK (kind IN ('discharge', 'birth-certificate', 'pregnancy-leave', 'sick-leave')),
  serial_number text,
  issued_on date,
  rest_from date,
  rest_to date,
  rest_days smallint,
  PRIMARY KEY (person_id, paper_id)
) PARTITION BY HASH (person_id);
COMMENT ON TABLE visit_papers IS 'Written by visits. Papers a facility issued in a visit; stand and end with it. No names of parents or children. No UPDATE, no DELETE.';

CREATE TABLE visit_keys (
  facility_code text NOT NULL,
  visit_key text NOT NULL,
  person_id bigint NOT NULL,
  visit_id uuid,
  content_hash bytea,
  PRIMARY KEY (facility_code, visit_key)
);
COMMENT ON TABLE visit_keys IS 'Written by visits. Which visit stands for a facility''s MA_LK; unique by value. visit_id null: none stands any more. Facts are not here, so it moves by UPDATE.';

DO $$ DECLARE part text; BEGIN FOREACH part IN ARRAY ARRAY['visits', 'visit_endings', 'visit_cost_lines', 'visit_papers'] LOOP
  FOR i IN 0..31 LOOP
    EXECUTE format('CREATE TABLE %s_p%s PARTITION OF %s FOR VALUES WITH (MODULUS 32, REMAINDER %s)', part, lpad(i::text, 2, '0'), part, i);
  END LOOP; END LOOP; END $$;
GRANT SELECT, INSERT ON visits, visit_endings, visit_cost_lines, visit_papers TO ansinh_app;
GRANT SELECT, INSERT, UPDATE (person_id, visit_id, content_hash) ON visit_keys TO ansinh_app;
