-- What every feature stands on: clock, folding of names, installation mark, limits, jobs' place.
-- One clock for the whole product. Tests move it per database (ALTER DATABASE … SET ansinh.clock_offset).
CREATE FUNCTION ansinh_now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT now() + coalesce(nullif(current_setting('ansinh.clock_offset', true), '')::interval, interval '0') $$;

-- The civil date in Viet Nam (UTC+7, no daylight saving since 1975).
CREATE FUNCTION ansinh_today() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT (ansinh_now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date $$;

-- Same result as foldText of the domain package: lower case, no marks, đ → d, invisible signs gone, single spaces. The collation is
-- named, so that the result depends on no server's locale, and the white space is spelled out, since \s does.
CREATE FUNCTION fold_text(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS
$$ SELECT btrim(regexp_replace(normalize(translate(regexp_replace(normalize(lower(value COLLATE "und-x-icu"), NFD),
     '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f\u00ad\u200b\u2060\ufeff]+', '', 'g'), 'đðɖ', 'ddd'), NFC),
     '[\u0009-\u000d\u0020\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+', ' ', 'g')) $$;

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
