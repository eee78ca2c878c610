CREATE TABLE health_cards (
  person_id bigint NOT NULL,
  card_id uuid NOT NULL,
  health_card_number text NOT NULL CHECK (health_card_number ~ '^\d{10}$'),
  legacy_card_number text CHECK (legacy_card_number ~ '^[A-Z]{2}[1-5]\d{12}$'),
  participant_group text NOT NULL CHECK (participant_group ~ '^[A-Z]{2}$'),
  coverage_level smallint NOT NULL CHECK (coverage_level BETWEEN 1 AND 5),
  registered_facility_code text NOT NULL,
  area_code text CHECK (area_code IN ('K1', 'K2', 'K3')),
  valid_from date NOT NULL,
  valid_to date,
  continuous_since date,
  issued_on date NOT NULL,
  issuing_office_id integer,
  recorded_from timestamptz NOT NULL DEFAULT now(),
  recorded_to timestamptz,
  source text NOT NULL,
  PRIMARY KEY (person_id, card_id)
) PARTITION BY HASH (person_id);
COMMENT ON TABLE health_cards IS 'Written by cards. Several cards overlap in time; the date decides.';
DO $$ BEGIN FOR i IN 0..31 LOOP
  EXECUTE format('CREATE TABLE health_cards_p%s PARTITION OF health_cards FOR VALUES WITH (MODULUS 32, REMAINDER %s)', lpad(i::text, 2, '0'), i);
END LOOP; END $$;
