-- The agency's campaign desk (docs/decisions/0038): what is aimed at, and how far employers are. Nobody is named in any of these tables.
CREATE TABLE campaigns (
  campaign_id uuid NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  office_id integer NOT NULL REFERENCES offices,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  from_on date NOT NULL,
  to_on date NOT NULL,
  -- Of all people listed, in percent; null: no target at this level.
  registered_percent smallint CHECK (registered_percent BETWEEN 1 AND 100),
  handed_in_percent smallint CHECK (handed_in_percent BETWEEN 1 AND 100),
  approved_percent smallint CHECK (approved_percent BETWEEN 1 AND 100),
  signed_in_percent smallint CHECK (signed_in_percent BETWEEN 1 AND 100),
  ended boolean NOT NULL DEFAULT false,
  staff_id bigint NOT NULL REFERENCES staff_users,
  recorded_at timestamptz NOT NULL DEFAULT ansinh_now(),
  PRIMARY KEY (campaign_id, version),
  CHECK (from_on <= to_on)
);
COMMENT ON TABLE campaigns IS 'Written by campaigns. Each change is a row of its own; the highest version holds. Of an office and those below it. No UPDATE, no DELETE.';
CREATE TABLE campaign_employer_targets (
  campaign_id uuid NOT NULL,
  employer_id bigint NOT NULL REFERENCES employers,
  version integer NOT NULL CHECK (version > 0),
  registered_percent smallint CHECK (registered_percent BETWEEN 1 AND 100),
  staff_id bigint NOT NULL REFERENCES staff_users,
  recorded_at timestamptz NOT NULL DEFAULT ansinh_now(),
  PRIMARY KEY (campaign_id, employer_id, version)
);
COMMENT ON TABLE campaign_employer_targets IS 'Written by campaigns. A target of one employer beside the campaign''s; null: the campaign''s own holds again. The highest version holds.';
GRANT SELECT, INSERT ON campaigns, campaign_employer_targets TO ansinh_app;

-- Which employers are to be counted again. Only ever added to by those who change something, so that nobody waits for anybody.
CREATE TABLE rollout_marks (
  mark_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  employer_id bigint NOT NULL
);
COMMENT ON TABLE rollout_marks IS 'Written by the triggers of rollout_counts and employers, taken away by the counting of campaigns.';
CREATE FUNCTION mark_rollout() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO rollout_marks (employer_id) SELECT DISTINCT employer_id FROM after_rows ORDER BY employer_id;
  RETURN NULL;
END $$;
CREATE TRIGGER rollout_counts_mark_new AFTER INSERT ON rollout_counts REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION mark_rollout();
CREATE TRIGGER rollout_counts_mark_changed AFTER UPDATE ON rollout_counts REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION mark_rollout();
CREATE TRIGGER employers_mark_new AFTER INSERT ON employers REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION mark_rollout();
CREATE TRIGGER employers_mark_changed AFTER UPDATE ON employers REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION mark_rollout();
INSERT INTO rollout_marks (employer_id) SELECT employer_id FROM employers;
GRANT SELECT, INSERT, DELETE ON rollout_marks TO ansinh_app;

-- One row an employer, as of the last counting: what is searched, sorted and paged.
CREATE TABLE employer_standings (
  employer_id bigint PRIMARY KEY,
  employer_code text NOT NULL,
  name text NOT NULL,
  name_folded text NOT NULL,
  office_id integer NOT NULL,
  district_code text NOT NULL,
  industry text NOT NULL,
  size_band text NOT NULL,
  size integer,
  -- It is no more: renamed, merged or closed.
  ended boolean NOT NULL,
  people integer NOT NULL,
  not_started integer NOT NULL,
  registered integer NOT NULL,
  form_printed integer NOT NULL,
  form_handed_in integer NOT NULL,
  approved integer NOT NULL,
  signed_in integer NOT NULL,
  needs_help integer NOT NULL,
  reached_registered integer GENERATED ALWAYS AS (registered + form_printed + form_handed_in + approved + signed_in) STORED,
  reached_handed_in integer GENERATED ALWAYS AS (form_handed_in + approved + signed_in) STORED,
  reached_approved integer GENERATED ALWAYS AS (approved + signed_in) STORED,
  standing text GENERATED ALWAYS AS (CASE WHEN people = 0 THEN CASE WHEN ended THEN 'ended' ELSE 'no-roster' END
    WHEN not_started = people THEN 'nobody-registered' ELSE 'under-way' END) STORED
);
COMMENT ON TABLE employer_standings IS 'Written by the counting of campaigns. How far each employer is; equal to a recount of roster_entries at the time told by rollout_counted.';
CREATE INDEX employer_standings_by_office ON employer_standings (office_id);
CREATE INDEX employer_standings_by_name ON employer_standings (name_folded, employer_id);
CREATE INDEX employer_standings_by_people ON employer_standings (people DESC, employer_id);

-- Sums of what stands in employer_standings, for every combination there is: what bars are drawn from.
CREATE TABLE rollout_cells (
  office_id integer NOT NULL,
  district_code text NOT NULL,
  industry text NOT NULL,
  size_band text NOT NULL,
  employers integer NOT NULL,
  no_roster integer NOT NULL,
  nobody_registered integer NOT NULL,
  people bigint NOT NULL,
  registered bigint NOT NULL,
  handed_in bigint NOT NULL,
  approved bigint NOT NULL,
  signed_in bigint NOT NULL,
  needs_help bigint NOT NULL,
  PRIMARY KEY (office_id, district_code, industry, size_band)
);
COMMENT ON TABLE rollout_cells IS 'Written by the counting of campaigns: the sums of employer_standings by office, district, industry and size. registered, handed_in, approved: this far or further.';
-- The same at the end of each week; the running week follows the counting.
CREATE TABLE rollout_weeks (
  week_on date NOT NULL,
  office_id integer NOT NULL,
  employers integer NOT NULL,
  people bigint NOT NULL,
  registered bigint NOT NULL,
  handed_in bigint NOT NULL,
  approved bigint NOT NULL,
  signed_in bigint NOT NULL,
  needs_help bigint NOT NULL,
  PRIMARY KEY (week_on, office_id)
);
COMMENT ON TABLE rollout_weeks IS 'Written by the counting of campaigns. How far an office''s employers were in the week that began on this Monday, as last counted in it.';
CREATE TABLE rollout_counted (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  counted_at timestamptz NOT NULL
);
COMMENT ON TABLE rollout_counted IS 'Written by the counting of campaigns. As of when all its figures are.';
GRANT SELECT, INSERT, UPDATE, DELETE ON employer_standings, rollout_cells, rollout_weeks, rollout_counted TO ansinh_app;

-- People speak of quận and huyện, which ended on 2025-06-30: today's ward belongs to the one that most of its old wards belonged to.
CREATE VIEW ward_districts AS
  SELECT DISTINCT ON (new_code) new_code AS ward_code, district_code
  FROM (
    SELECT s.new_code, coalesce(u.parent_code, s.old_code) AS district_code, count(*) AS wards
    FROM administrative_successions s LEFT JOIN administrative_units u ON s.old_level = 'old-ward' AND u.unit_level = 'old-ward' AND u.unit_code = s.old_code
    WHERE (s.old_level = 'old-ward' AND u.parent_code IS NOT NULL) OR s.old_level = 'old-district'
    GROUP BY 1, 2
  ) AS shares
  ORDER BY new_code, wards DESC, district_code;
COMMENT ON VIEW ward_districts IS 'Read by campaigns. The old district of a ward of today''s map.';
GRANT SELECT ON ward_districts TO ansinh_app;
