-- A desk to practise at: invented forms with known faults.
CREATE TABLE practice_forms (
  form_id uuid PRIMARY KEY,
  staff_id integer NOT NULL REFERENCES staff_users,
  -- From it the whole form is made, fault and all; nobody real is in it.
  seed integer NOT NULL,
  drawn_at timestamptz NOT NULL DEFAULT ansinh_now(),
  decision text CHECK (decision IN ('approve', 'return')),
  is_right boolean,
  answered_at timestamptz,
  CHECK ((answered_at IS NULL) = (decision IS NULL) AND (decision IS NULL) = (is_right IS NULL))
);
COMMENT ON TABLE practice_forms IS 'Written by practice. What a member of staff answered at practice forms; shown to nobody else, an office sees the share of right answers of five or more together.';
CREATE UNIQUE INDEX practice_forms_one_open ON practice_forms (staff_id) WHERE answered_at IS NULL;
CREATE INDEX practice_forms_by_staff ON practice_forms (staff_id, answered_at);
GRANT SELECT, INSERT, UPDATE ON practice_forms TO ansinh_app;

-- Portraits too are told apart by their cells, not by bits alone; and cells are sealed, as what was read off a picture is. Prints made before
-- are made anew with the next photo.
DELETE FROM photo_prints;
ALTER TABLE photo_prints DROP COLUMN cells;
ALTER TABLE photo_prints ADD COLUMN sealed_cells bytea NOT NULL;
COMMENT ON COLUMN photo_prints.sealed_cells IS 'Levels of grey of 17 x 16 cells of a portrait, 33 x 32 of a card, sealed with the master key: they decide between candidates.';
