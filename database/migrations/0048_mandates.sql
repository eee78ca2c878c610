-- A mandate is offered by whose data it is, and answered by whom it is offered to; only the answer makes a representation of it.
CREATE TABLE mandate_offers (
  -- Who gives.
  person_id bigint NOT NULL,
  offer_id uuid NOT NULL,
  -- Whom the number and the birth date name, where they name somebody with an account; the giver is never told which.
  reader_person_id bigint CHECK (reader_person_id <> person_id),
  reader_number text NOT NULL CHECK (reader_number ~ '^(\d{10}|\d{12})$'),
  areas text[] NOT NULL CHECK (areas <@ ARRAY['card', 'participation', 'benefits', 'medical-book'] AND cardinality(areas) > 0),
  last_on date NOT NULL,
  offered_at timestamptz NOT NULL DEFAULT ansinh_now(),
  PRIMARY KEY (person_id, offer_id)
) PARTITION BY HASH (person_id);
COMMENT ON TABLE mandate_offers IS 'Written by mandates. As offered; never changed. Unanswered it lapses after the days of the rule.';
CREATE TABLE mandate_offer_answers (
  person_id bigint NOT NULL,
  offer_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('accepted', 'declined', 'withdrawn')),
  answered_at timestamptz NOT NULL DEFAULT ansinh_now(),
  -- Answered twice at once, or taken back while it is accepted: the key lets one of them through.
  PRIMARY KEY (person_id, offer_id)
) PARTITION BY HASH (person_id);
COMMENT ON TABLE mandate_offer_answers IS 'Written by mandates. accepted, declined: by who was asked; withdrawn: by who gives. No UPDATE, no DELETE.';
CREATE TABLE mandate_offer_receivers (
  -- Who was asked: the other side's way to the same offer.
  person_id bigint NOT NULL,
  offer_id uuid NOT NULL,
  giver_person_id bigint NOT NULL,
  PRIMARY KEY (person_id, offer_id)
) PARTITION BY HASH (person_id);
COMMENT ON TABLE mandate_offer_receivers IS 'Written by mandates. What was offered to me: leads to the giver''s row.';
DO $$ DECLARE parent text; BEGIN
  FOREACH parent IN ARRAY ARRAY['mandate_offers', 'mandate_offer_answers', 'mandate_offer_receivers'] LOOP
    FOR i IN 0..31 LOOP
      EXECUTE format('CREATE TABLE %s_p%s PARTITION OF %s FOR VALUES WITH (MODULUS 32, REMAINDER %s)', parent, lpad(i::text, 2, '0'), parent, i);
    END LOOP;
  END LOOP; END $$;
GRANT SELECT, INSERT ON mandate_offers, mandate_offer_answers, mandate_offer_receivers TO ansinh_app;
