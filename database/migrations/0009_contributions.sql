CREATE TABLE participation_spells (
  person_id bigint NOT NULL,
  spell_id uuid NOT NULL,
  branch text NOT NULL CHECK (branch IN ('social', 'unemployment', 'employment-injury', 'health')),
  scheme text NOT NULL DEFAULT 'compulsory' CHECK (scheme IN ('compulsory', 'voluntary')),
  from_month date NOT NULL CHECK (extract(day FROM from_month) = 1),
  to_month date CHECK (extract(day FROM to_month) = 1 AND to_month >= from_month),
  employer_id bigint,
  employer_name text NOT NULL,
  job_title text,
  workplace text,
  contributory_salary_vnd bigint,
  wage_parts jsonb NOT NULL DEFAULT '{}',
  late_months smallint NOT NULL DEFAULT 0,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  supersedes_spell_id uuid,
  source text NOT NULL,
  PRIMARY KEY (person_id, spell_id)
) PARTITION BY HASH (person_id);
COMMENT ON TABLE participation_spells IS 'Written by contributions. Spells as people read them; months are computed. Append-only: a later row names the one it supersedes.';
CREATE INDEX participation_spells_by_branch ON participation_spells (person_id, branch, from_month);
DO $$ BEGIN FOR i IN 0..31 LOOP
  EXECUTE format('CREATE TABLE participation_spells_p%s PARTITION OF participation_spells FOR VALUES WITH (MODULUS 32, REMAINDER %s)', lpad(i::text, 2, '0'), i);
END LOOP; END $$;
