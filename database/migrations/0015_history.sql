-- History on two time axes. A fact is a row that is never changed; what ends it is a row beside it: known from recorded_at until ended_at.
-- A correction says something else about the same time, a change begins another time, a withdrawal says it never was.
ALTER TABLE participation_spells ADD COLUMN import_batch_id uuid;
CREATE INDEX participation_spells_by_batch ON participation_spells USING brin (import_batch_id) WITH (pages_per_range = 16);
CREATE TABLE participation_spell_endings (
  person_id bigint NOT NULL,
  spell_id uuid NOT NULL,
  ended_at timestamptz NOT NULL DEFAULT now(),
  kind text NOT NULL CHECK (kind IN ('correction', 'change', 'withdrawal')),
  import_batch_id uuid,
  source text NOT NULL,
  PRIMARY KEY (person_id, spell_id)
) PARTITION BY HASH (person_id);
COMMENT ON TABLE participation_spell_endings IS 'Written by contributions. From when on, and why, a spell is no longer what we know. No UPDATE, no DELETE.';
CREATE INDEX participation_spell_endings_by_batch ON participation_spell_endings USING brin (import_batch_id) WITH (pages_per_range = 16);
INSERT INTO participation_spell_endings (person_id, spell_id, ended_at, kind, source)
  SELECT DISTINCT ON (person_id, supersedes_spell_id) person_id, supersedes_spell_id, recorded_at, 'correction', source
  FROM participation_spells WHERE supersedes_spell_id IS NOT NULL ORDER BY person_id, supersedes_spell_id, recorded_at;
ALTER TABLE participation_spells DROP COLUMN supersedes_spell_id;
COMMENT ON TABLE participation_spells IS 'Written by contributions. Spells as people read them; months are computed. Append-only: what ends a spell is a row of participation_spell_endings.';
DO $$ BEGIN FOR i IN 0..31 LOOP
  EXECUTE format('CREATE TABLE participation_spell_endings_p%s PARTITION OF participation_spell_endings FOR VALUES WITH (MODULUS 32, REMAINDER %s)', lpad(i::text, 2, '0'), i);
END LOOP; END $$;
GRANT SELECT, INSERT ON participation_spell_endings TO ansinh_app;

-- The same for cards: recorded_to moves into a table of its own.
ALTER TABLE health_cards ADD COLUMN import_batch_id uuid;
CREATE INDEX health_cards_by_batch ON health_cards USING brin (import_batch_id) WITH (pages_per_range = 16);
CREATE TABLE health_card_endings (
  person_id bigint NOT NULL,
  card_id uuid NOT NULL,
  ended_at timestamptz NOT NULL DEFAULT now(),
  kind text NOT NULL CHECK (kind IN ('correction', 'change', 'withdrawal')),
  import_batch_id uuid,
  source text NOT NULL,
  PRIMARY KEY (person_id, card_id)
) PARTITION BY HASH (person_id);
COMMENT ON TABLE health_card_endings IS 'Written by cards. From when on, and why, a card row is no longer what we know. No UPDATE, no DELETE.';
CREATE INDEX health_card_endings_by_batch ON health_card_endings USING brin (import_batch_id) WITH (pages_per_range = 16);
INSERT INTO health_card_endings (person_id, card_id, ended_at, kind, source)
  SELECT person_id, card_id, recorded_to, 'correction', source FROM health_cards WHERE recorded_to IS NOT NULL;
ALTER TABLE health_cards DROP COLUMN recorded_to;
ALTER TABLE health_cards RENAME COLUMN recorded_from TO recorded_at;
DO $$ BEGIN FOR i IN 0..31 LOOP
  EXECUTE format('CREATE TABLE health_card_endings_p%s PARTITION OF health_card_endings FOR VALUES WITH (MODULUS 32, REMAINDER %s)', lpad(i::text, 2, '0'), i);
END LOOP; END $$;
GRANT SELECT, INSERT ON health_card_endings TO ansinh_app;
REVOKE UPDATE, DELETE ON health_cards FROM ansinh_app;
