-- What every feature stands on: clock, folding of names, installation mark, limits, jobs' place.
CREATE EXTENSION IF NOT EXISTS unaccent;

-- One clock for the whole product. Tests move it per database (ALTER DATABASE … SET ansinh.clock_offset).
CREATE FUNCTION ansinh_now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT now() + coalesce(nullif(current_setting('ansinh.clock_offset', true), '')::interval, interval '0') $$;

-- The civil date in Viet Nam (UTC+7, no daylight saving since 1975).
CREATE FUNCTION ansinh_today() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT (ansinh_now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date $$;

-- Same result as foldText of the domain package: lower case, no marks, đ → d, single spaces.
CREATE FUNCTION fold_text(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS
$$ SELECT btrim(regexp_replace(
     public.unaccent('public.unaccent'::regdictionary, replace(lower(normalize(value, NFC)), 'đ', 'd')), '\s+', ' ', 'g')) $$;

CREATE TABLE installation (
  singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
  demo boolean NOT NULL,
  seeded_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE installation IS 'Written by platform. One row: whether this database was made and marked as a demo.';

CREATE TABLE limit_counters (
  key text PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  expire bigint
);
COMMENT ON TABLE limit_counters IS 'Written by platform (rate-limiter-flexible). Keys are keyed hashes, never names, numbers or addresses.';
