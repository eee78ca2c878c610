-- Cards printed before the number of the book stood in the card's: their fifteen characters lead to the person only through this table.
CREATE TABLE old_card_numbers (
  old_card_number text PRIMARY KEY CHECK (old_card_number ~ '^[A-Z]{2}[1-5]\d{12}$'),
  person_id bigint NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  import_batch_id uuid
);
COMMENT ON TABLE old_card_numbers IS 'Written by cards. Where an old card number leads that does not end in the person''s insurance number; unique by value. The others are found by their last ten digits.';
-- Not history, only a way to find: a batch that is taken back takes its numbers along.
GRANT SELECT, INSERT, DELETE ON old_card_numbers TO ansinh_app;
