-- Reference lists that come again (docs/decisions/0013): a row says from when to when it holds; a newer version ends the one before it the day
-- before. A row whose valid_to lies before its valid_from was taken back and holds on no day. What an import did stands in reference_changes.
CREATE TABLE reference_changes (
  change_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  list text NOT NULL,
  row_key jsonb NOT NULL,
  before jsonb,
  after jsonb NOT NULL,
  import_batch_id uuid NOT NULL,
  source text NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE reference_changes IS 'Written by reference-lists and employers. Every change of a dated list by an import: the row before (null: it was not there) and after. No UPDATE, no DELETE.';
CREATE INDEX reference_changes_by_batch ON reference_changes (import_batch_id, list, row_key, change_id);
GRANT SELECT, INSERT ON reference_changes TO ansinh_app;

-- "Quận 1" is written Q.1, "thành phố" TP., "thị xã" TX.
CREATE FUNCTION fold_place(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS
$$ SELECT regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(fold_text(value), '\m(tp|t\.p)(\.\s*|\s+)', 'thanh pho ', 'g'), '\mtx(\.\s*|\s+)', 'thi xa ', 'g'),
     '\mtt(\.\s*|\s+)', 'thi tran ', 'g'), '\mq\.\s*', 'quan ', 'g'), '\mp\.\s*', 'phuong ', 'g') $$;

ALTER TABLE administrative_units ADD COLUMN aliases text[] NOT NULL DEFAULT '{}', ADD COLUMN import_batch_id uuid,
  ADD COLUMN short_name_folded text GENERATED ALWAYS AS (fold_text(name)) STORED;
CREATE INDEX administrative_units_by_name ON administrative_units (name_folded);
CREATE INDEX administrative_units_by_short_name ON administrative_units (short_name_folded);

ALTER TABLE administrative_successions ADD COLUMN valid_to date, ADD COLUMN note text, ADD COLUMN import_batch_id uuid;
ALTER TABLE administrative_successions DROP CONSTRAINT administrative_successions_old_level_check;
ALTER TABLE administrative_successions ADD CONSTRAINT administrative_successions_old_level_check CHECK (old_level IN ('old-province', 'old-district', 'old-ward'));
COMMENT ON TABLE administrative_successions IS 'Written by reference-lists. Old unit → new unit; split = only a part went there, the person says which; suggested = not from an official table, the person confirms.';

CREATE SEQUENCE office_ids AS integer START 2001;
GRANT USAGE ON SEQUENCE office_ids TO ansinh_app;
ALTER TABLE offices ALTER COLUMN office_id SET DEFAULT nextval('office_ids'), ADD COLUMN office_key text DEFAULT 'own/' || gen_random_uuid(), ADD COLUMN ward_codes text[] NOT NULL DEFAULT '{}',
  ADD COLUMN replaces text[] NOT NULL DEFAULT '{}', ADD COLUMN replaces_folded text[] NOT NULL DEFAULT '{}', ADD COLUMN note text, ADD COLUMN import_batch_id uuid;
UPDATE offices o SET office_key = coalesce(official_code, province_code || '/' || fold_place(name)),
  ward_codes = ARRAY(SELECT w.ward_code FROM office_wards w WHERE w.office_id = o.office_id ORDER BY w.ward_code);
ALTER TABLE offices ALTER COLUMN office_key SET NOT NULL;
CREATE UNIQUE INDEX offices_by_key ON offices (office_key, valid_from);
CREATE INDEX offices_by_ward ON offices USING gin (ward_codes);
DROP TABLE office_wards;
ALTER TABLE offices DROP CONSTRAINT offices_check, ALTER COLUMN provisional_code SET DEFAULT NULL;
COMMENT ON TABLE offices IS 'Written by reference-lists. One row per office and version; office_key holds the versions together. Without an official code a provisional one (9 and our number) stands in and is shown as such.';
COMMENT ON COLUMN offices.ward_codes IS 'Wards an office serves; a hint for choosing, never a fence (Decree 164/2025: no territorial limit).';
-- Derived, so that taking an import back takes its successions back: the next versions of the same office, and offices that say whom they replace.
CREATE VIEW office_successions AS
  SELECT old.office_id AS old_office_id, new.office_id AS new_office_id, new.valid_from
  FROM offices old JOIN offices new ON new.office_id <> old.office_id AND new.valid_from > old.valid_from AND coalesce(new.valid_to, 'infinity') >= new.valid_from
    AND (new.office_key = old.office_key OR old.official_code = ANY (new.replaces)
      OR (new.province_code = old.province_code AND fold_place(old.name) = ANY (new.replaces_folded)));
COMMENT ON VIEW office_successions IS 'Read by reference. Which office answers for a replaced one, and from when.';
GRANT SELECT ON office_successions TO ansinh_app;

ALTER TABLE health_facilities ALTER COLUMN province_code DROP NOT NULL, ADD COLUMN ward_code text, ADD COLUMN facility_type text, ADD COLUMN phone text,
  ADD COLUMN aliases text[] NOT NULL DEFAULT '{}', ADD COLUMN import_batch_id uuid;
COMMENT ON TABLE health_facilities IS 'Written by reference-lists. Facilities with a health-insurance contract; those of the army may have no province.';

ALTER TABLE calendar_days ADD COLUMN valid_from date, ADD COLUMN valid_to date, ADD COLUMN import_batch_id uuid;
UPDATE calendar_days SET valid_from = day_on, valid_to = day_on;
ALTER TABLE calendar_days ALTER COLUMN valid_from SET NOT NULL, ALTER COLUMN valid_to SET NOT NULL;
COMMENT ON TABLE calendar_days IS 'Written by reference-lists. Working-day calendar as dated data; days not listed, or taken back (valid_to before valid_from), follow the weekday.';
COMMENT ON TABLE administrative_units IS 'Written by reference-lists. Two levels since 2025-07-01 (34 provinces, 3,321 wards); the old three levels beside them.';

CREATE TABLE collection_agents (
  agent_code text NOT NULL,
  name text NOT NULL,
  name_folded text GENERATED ALWAYS AS (fold_text(name)) STORED,
  authority_number text,
  province_code text NOT NULL,
  ward_code text,
  address text,
  phone text,
  valid_from date NOT NULL,
  valid_to date,
  source text NOT NULL,
  import_batch_id uuid,
  PRIMARY KEY (agent_code, valid_from)
);
COMMENT ON TABLE collection_agents IS 'Written by reference-lists. Organisations authorised to collect voluntary and household contributions; authority_number is the contract''s.';

CREATE TABLE collection_points (
  point_code text NOT NULL,
  agent_code text NOT NULL,
  name text NOT NULL,
  name_folded text GENERATED ALWAYS AS (fold_text(name)) STORED,
  authority_number text,
  province_code text NOT NULL,
  ward_code text NOT NULL,
  address text NOT NULL,
  phone text,
  hours text,
  longitude double precision,
  latitude double precision,
  valid_from date NOT NULL,
  valid_to date,
  source text NOT NULL,
  import_batch_id uuid,
  PRIMARY KEY (point_code, valid_from)
);
COMMENT ON TABLE collection_points IS 'Written by reference-lists. Where an agent collects; hours are told as the agent writes them.';
CREATE INDEX collection_points_by_ward ON collection_points (ward_code);
GRANT SELECT, INSERT, UPDATE ON collection_agents, collection_points TO ansinh_app;
