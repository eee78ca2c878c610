-- An employer that was renamed or merged into another (docs/decisions/0047): its people, its officers and what its people agreed to.

-- Who is counted: until the day somebody leaves has come, and not from the moment the day is typed in.
ALTER TABLE roster_entries ADD COLUMN listed boolean NOT NULL DEFAULT true;
COMMENT ON COLUMN roster_entries.listed IS 'Has not left yet. Follows left_on when it is written; a job takes it back when the day has come.';
UPDATE roster_entries SET listed = false WHERE left_on <= ansinh_today();
CREATE INDEX roster_entries_to_end ON roster_entries (left_on) WHERE listed AND left_on IS NOT NULL;
CREATE INDEX roster_entries_to_erase ON roster_entries (left_on) WHERE NOT listed;
GRANT SELECT (listed) ON roster_entries TO ansinh_employer;
CREATE FUNCTION list_until_left() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.listed := NEW.left_on IS NULL OR NEW.left_on > ansinh_today();
  RETURN NEW;
END $$;
CREATE TRIGGER roster_entries_listed_in BEFORE INSERT ON roster_entries FOR EACH ROW WHEN (NEW.left_on IS NOT NULL) EXECUTE FUNCTION list_until_left();
CREATE TRIGGER roster_entries_listed_over BEFORE UPDATE OF left_on ON roster_entries FOR EACH ROW
  WHEN (NEW.left_on IS NOT NULL OR NOT NEW.listed) EXECUTE FUNCTION list_until_left();

CREATE OR REPLACE FUNCTION count_rollout() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO rollout_counts AS c (employer_id, department, state, since_week, people)
    SELECT employer_id, department, state, rollout_week(state_since), count(*) FROM after_rows WHERE listed
    GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
    ON CONFLICT (employer_id, department, state, since_week) DO UPDATE SET people = c.people + excluded.people;
  ELSIF TG_OP = 'UPDATE' THEN
    INSERT INTO rollout_counts AS c (employer_id, department, state, since_week, people)
    SELECT employer_id, department, state, since_week, sum(n)
    FROM (
      SELECT employer_id, department, state, rollout_week(state_since) AS since_week, 1 AS n FROM after_rows WHERE listed
      UNION ALL
      SELECT employer_id, department, state, rollout_week(state_since), -1 FROM before_rows WHERE listed
    ) AS moved
    GROUP BY 1, 2, 3, 4 HAVING sum(n) <> 0 ORDER BY 1, 2, 3, 4
    ON CONFLICT (employer_id, department, state, since_week) DO UPDATE SET people = c.people + excluded.people;
  ELSE
    INSERT INTO rollout_counts AS c (employer_id, department, state, since_week, people)
    SELECT employer_id, department, state, rollout_week(state_since), -count(*) FROM before_rows WHERE listed
    GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
    ON CONFLICT (employer_id, department, state, since_week) DO UPDATE SET people = c.people + excluded.people;
  END IF;
  RETURN NULL;
END $$;
-- Who leaves on a day to come was not counted until now.
INSERT INTO rollout_counts AS c (employer_id, department, state, since_week, people)
  SELECT employer_id, department, state, rollout_week(state_since), count(*) FROM roster_entries WHERE listed AND left_on IS NOT NULL GROUP BY 1, 2, 3, 4
  ON CONFLICT (employer_id, department, state, since_week) DO UPDATE SET people = c.people + excluded.people;

CREATE TABLE employer_mergers (
  merger_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  from_employer_id bigint NOT NULL REFERENCES employers,
  to_employer_id bigint NOT NULL REFERENCES employers,
  -- carried: the successor had no officer of its own, so those of before go on for it. ended: it has, and decides whom it takes.
  officers text NOT NULL CHECK (officers IN ('carried', 'ended')),
  moved integer NOT NULL DEFAULT 0,
  united integer NOT NULL DEFAULT 0,
  consents_ended integer NOT NULL DEFAULT 0,
  settled_at timestamptz NOT NULL DEFAULT ansinh_now(),
  -- The register took the merger back.
  undone_at timestamptz,
  CHECK (from_employer_id <> to_employer_id)
);
COMMENT ON TABLE employer_mergers IS 'Written by roster-ends. That the people of an employer passed to what it was renamed or merged into, how many, and what became of its officers.';
CREATE UNIQUE INDEX employer_mergers_standing ON employer_mergers (from_employer_id) WHERE undone_at IS NULL;
CREATE INDEX employer_mergers_into ON employer_mergers (to_employer_id, settled_at);
GRANT SELECT, INSERT, UPDATE (to_employer_id, moved, united, consents_ended, undone_at) ON employer_mergers TO ansinh_app;
GRANT SELECT ON employer_mergers TO ansinh_employer;

CREATE TABLE roster_origins (
  merger_id uuid NOT NULL REFERENCES employer_mergers,
  employer_id bigint NOT NULL,
  entry_id uuid NOT NULL,
  from_employer_id bigint NOT NULL,
  from_entry_id uuid NOT NULL,
  -- The successor listed this person already.
  united boolean NOT NULL,
  -- Of the line it came from: as it was before, and the day it was ended with.
  left_on date,
  moved_on date NOT NULL DEFAULT ansinh_today(),
  PRIMARY KEY (merger_id, from_entry_id)
);
COMMENT ON TABLE roster_origins IS 'Written by roster-ends. Where a line of a roster came from when employers merged; a line that two employers had has one for each that it took in.';
CREATE INDEX roster_origins_of_line ON roster_origins (employer_id, entry_id);
CREATE INDEX roster_origins_from_line ON roster_origins (from_employer_id, from_entry_id);
GRANT SELECT, INSERT ON roster_origins TO ansinh_app;
GRANT SELECT (merger_id, employer_id, entry_id, from_employer_id) ON roster_origins TO ansinh_employer;

-- For whom the officers of an employer act today: itself, or what its officers were carried over to; nobody while a merger is not settled.
CREATE FUNCTION acting_employer(of_employer bigint) RETURNS bigint LANGUAGE sql STABLE AS $$
  WITH RECURSIVE way (employer_id, step) AS (
    SELECT of_employer, 0
    UNION ALL
    SELECT m.to_employer_id, way.step + 1 FROM way JOIN employer_mergers m ON m.from_employer_id = way.employer_id
    WHERE m.undone_at IS NULL AND m.officers = 'carried' AND way.step < 20)
  SELECT employer_id FROM way WHERE employer_id = standing_employer(of_employer) LIMIT 1
$$;

-- Why an agreement ended: its holder took it back, or the employer it named is no more.
ALTER TABLE printing_consents ADD COLUMN ended_by text CHECK (ended_by IN ('holder', 'merger'));
ALTER TABLE printing_consents ADD CHECK (ended_by IS NULL OR withdrawn_at IS NOT NULL);
CREATE INDEX printing_consents_of_employer ON printing_consents (employer_id) WHERE withdrawn_at IS NULL;
GRANT UPDATE (ended_by) ON printing_consents TO ansinh_app;

-- Lines that ended long ago, with all that was noted about them. Nobody else may delete them, and this not before half a year.
CREATE FUNCTION erase_roster_lines(ended_before date, at_most integer) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  employers bigint[];
  entries uuid[];
BEGIN
  IF ended_before > ansinh_today() - 180 THEN
    RAISE EXCEPTION 'lines that ended less than half a year ago are kept';
  END IF;
  SELECT array_agg(employer_id), array_agg(entry_id) INTO employers, entries
  FROM (SELECT employer_id, entry_id FROM roster_entries WHERE NOT listed AND left_on < ended_before ORDER BY left_on LIMIT at_most FOR UPDATE) AS due;
  IF entries IS NULL THEN
    RETURN 0;
  END IF;
  DELETE FROM roster_changes c USING unnest(employers, entries) AS d (employer_id, entry_id) WHERE c.employer_id = d.employer_id AND c.entry_id = d.entry_id;
  DELETE FROM roster_missing m USING unnest(employers, entries) AS d (employer_id, entry_id) WHERE m.employer_id = d.employer_id AND m.entry_id = d.entry_id;
  DELETE FROM roster_origins o USING unnest(employers, entries) AS d (employer_id, entry_id) WHERE o.employer_id = d.employer_id AND o.entry_id = d.entry_id;
  DELETE FROM roster_origins o USING unnest(employers, entries) AS d (employer_id, entry_id) WHERE o.from_employer_id = d.employer_id AND o.from_entry_id = d.entry_id;
  DELETE FROM roster_entries e USING unnest(employers, entries) AS d (employer_id, entry_id) WHERE e.employer_id = d.employer_id AND e.entry_id = d.entry_id;
  RETURN cardinality(entries);
END $$;
REVOKE ALL ON FUNCTION erase_roster_lines(date, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_roster_lines(date, integer) TO ansinh_app;
COMMENT ON TABLE roster_entries IS 'Written by rosters (who they are), roster-ends (lines that end, move with a merger, or are erased) and rollouts (how far they are). One line for each person of each employer; somebody with two employers has two.';
COMMENT ON TABLE roster_changes IS 'Written by rosters and roster-ends. What was done to a line of a roster, by whom or by which file; what takes a change back names it. No UPDATE; gone with its line.';
