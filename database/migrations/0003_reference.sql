-- Dated lists. Every row says from when to when it holds and where it comes from.
CREATE TABLE administrative_units (
  unit_level text NOT NULL CHECK (unit_level IN ('province', 'ward', 'old-province', 'old-district', 'old-ward')),
  unit_code text NOT NULL,
  parent_code text,
  name text NOT NULL,
  full_name text NOT NULL,
  unit_type text NOT NULL,
  name_folded text GENERATED ALWAYS AS (fold_text(full_name)) STORED,
  longitude double precision,
  latitude double precision,
  valid_from date NOT NULL,
  valid_to date,
  source text NOT NULL,
  PRIMARY KEY (unit_level, unit_code, valid_from)
);
COMMENT ON TABLE administrative_units IS 'Written by reference. Two levels since 2025-07-01 (34 provinces, 3,321 wards); the old three levels beside them.';
CREATE INDEX administrative_units_by_parent ON administrative_units (unit_level, parent_code);

CREATE TABLE administrative_successions (
  old_level text NOT NULL CHECK (old_level IN ('old-province', 'old-ward')),
  old_code text NOT NULL,
  new_code text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('whole', 'split', 'suggested')),
  valid_from date NOT NULL,
  source text NOT NULL,
  PRIMARY KEY (old_level, old_code, new_code, valid_from)
);
COMMENT ON TABLE administrative_successions IS 'Written by reference. Old unit → new unit; a split has several rows; suggested = not from an official table, the person confirms.';

CREATE TABLE offices (
  office_id integer PRIMARY KEY,
  official_code text CHECK (official_code ~ '^\d{3,5}$'),
  provisional_code text CHECK (provisional_code ~ '^9\d{4}$'),
  name text NOT NULL,
  name_folded text GENERATED ALWAYS AS (fold_text(name)) STORED,
  office_level text NOT NULL CHECK (office_level IN ('province', 'district', 'grassroots')),
  parent_office_id integer REFERENCES offices,
  province_code text NOT NULL,
  address text NOT NULL,
  phone text,
  opening_hours jsonb NOT NULL DEFAULT '{"weekdays":[1,2,3,4,5],"spans":[["08:00","11:30"],["13:30","17:00"]]}',
  opening_hours_assumed boolean NOT NULL DEFAULT true,
  longitude double precision,
  latitude double precision,
  receives_registrations boolean NOT NULL DEFAULT true,
  valid_from date NOT NULL,
  valid_to date,
  source text NOT NULL,
  CHECK (official_code IS NOT NULL OR provisional_code IS NOT NULL)
);
COMMENT ON TABLE offices IS 'Written by reference. office_id is ours; the official code may be missing, then a provisional one (9 + 4 digits) stands in and is shown as such.';
CREATE UNIQUE INDEX offices_by_official_code ON offices (official_code, valid_from) WHERE official_code IS NOT NULL;
CREATE UNIQUE INDEX offices_by_provisional_code ON offices (provisional_code) WHERE provisional_code IS NOT NULL;

CREATE TABLE office_wards (
  office_id integer NOT NULL REFERENCES offices,
  ward_code text NOT NULL,
  PRIMARY KEY (office_id, ward_code)
);
COMMENT ON TABLE office_wards IS 'Written by reference. Wards an office serves; a hint for choosing, never a fence (Decree 164/2025: no territorial limit).';
CREATE INDEX office_wards_by_ward ON office_wards (ward_code);

CREATE TABLE health_facilities (
  facility_code text NOT NULL CHECK (facility_code ~ '^\d{2}[0-9A-Z]{3}$'),
  name text NOT NULL,
  name_folded text GENERATED ALWAYS AS (fold_text(name)) STORED,
  province_code text NOT NULL,
  address text,
  valid_from date NOT NULL,
  valid_to date,
  source text NOT NULL,
  PRIMARY KEY (facility_code, valid_from)
);
COMMENT ON TABLE health_facilities IS 'Written by reference. Facilities with a health-insurance contract.';

CREATE TABLE calendar_days (
  day_on date PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('public-holiday', 'compensation', 'swap-day-off', 'working-saturday')),
  name text NOT NULL,
  provisional boolean NOT NULL DEFAULT false,
  source text NOT NULL
);
COMMENT ON TABLE calendar_days IS 'Written by reference. Working-day calendar as dated data; days not listed follow the weekday.';

CREATE TABLE office_closures (
  closure_id uuid PRIMARY KEY,
  office_id integer NOT NULL REFERENCES offices,
  from_on date NOT NULL,
  to_on date NOT NULL CHECK (to_on >= from_on),
  reason text NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  cancelled_at timestamptz
);
COMMENT ON TABLE office_closures IS 'Written by reference. Days an office is shut beside the calendar; deadlines falling on them move.';
CREATE INDEX office_closures_by_office ON office_closures (office_id, to_on);
