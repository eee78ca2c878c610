-- The schema that the migrations make, read back from the catalogue: same text on PostgreSQL 15 and 18.
-- Written by npm run dump-schema, compared by npm test. Not run by anything.

-- Functions

CREATE OR REPLACE FUNCTION public.acting_employer(of_employer bigint)
 RETURNS bigint
 LANGUAGE sql
 STABLE
AS $function$
  WITH RECURSIVE way (employer_id, step) AS (
    SELECT of_employer, 0
    UNION ALL
    SELECT m.to_employer_id, way.step + 1 FROM way JOIN employer_mergers m ON m.from_employer_id = way.employer_id
    WHERE m.undone_at IS NULL AND m.officers = 'carried' AND way.step < 20)
  SELECT employer_id FROM way WHERE employer_id = standing_employer(of_employer) LIMIT 1
$function$;

CREATE OR REPLACE FUNCTION public.analyze_import_rows()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ BEGIN
  PERFORM brin_summarize_new_values('import_rows_by_batch'::regclass);
  ANALYZE public.import_rows (batch_id, row_no, row_group, person_id, faulty);
END $function$;
REVOKE ALL ON FUNCTION analyze_import_rows() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION analyze_import_rows() TO ansinh_app;

CREATE OR REPLACE FUNCTION public.ansinh_now()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT now() + coalesce(nullif(current_setting('ansinh.clock_offset', true), '')::interval, interval '0') $function$;

CREATE OR REPLACE FUNCTION public.ansinh_today()
 RETURNS date
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT (ansinh_now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date $function$;

CREATE OR REPLACE FUNCTION public.count_rollout()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
END $function$;

CREATE OR REPLACE FUNCTION public.differs_by_one_letter(a text, b text)
 RETURNS boolean
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
DECLARE shorter integer := least(length(a), length(b)); longer integer := greatest(length(a), length(b)); front integer := 0; back integer := 0;
BEGIN
  IF a = b OR longer - shorter > 1 THEN RETURN false; END IF;
  WHILE front < shorter AND substr(a, front + 1, 1) = substr(b, front + 1, 1) LOOP front := front + 1; END LOOP;
  WHILE back < shorter - front AND substr(a, length(a) - back, 1) = substr(b, length(b) - back, 1) LOOP back := back + 1; END LOOP;
  RETURN front + back >= longer - 1;
END $function$;

CREATE OR REPLACE FUNCTION public.employers_now(of_employer bigint)
 RETURNS SETOF bigint
 LANGUAGE sql
 STABLE
AS $function$
  WITH RECURSIVE way (employer_id, step) AS (
    SELECT of_employer, 0
    UNION
    SELECT p.employer_id, way.step + 1 FROM way JOIN employers e ON e.employer_id = way.employer_id JOIN employers p ON p.successor_code = e.employer_code
    WHERE coalesce(p.valid_to, '-infinity') < ansinh_today() AND way.step < 20)
  SELECT DISTINCT employer_id FROM way
$function$;

CREATE OR REPLACE FUNCTION public.erase_old_statements(kept interval, most integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ DECLARE erased integer; BEGIN
  IF kept < interval '12 months' THEN RAISE EXCEPTION 'statements are kept for a year at least, not %', kept; END IF;
  UPDATE public.statements s SET sealed_code = '', sealed_content = '', shown_fields = '{}', file_hashes = '{}', erased_at = ansinh_now()
  FROM (SELECT person_id, statement_id FROM public.statements WHERE erased_at IS NULL AND issued_at < ansinh_now() - kept LIMIT most) aged
  WHERE s.person_id = aged.person_id AND s.statement_id = aged.statement_id;
  GET DIAGNOSTICS erased = ROW_COUNT;
  RETURN erased;
END $function$;
REVOKE ALL ON FUNCTION erase_old_statements(interval,integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_old_statements(interval,integer) TO ansinh_app;

CREATE OR REPLACE FUNCTION public.erase_roster_lines(ended_before date, at_most integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
END $function$;
REVOKE ALL ON FUNCTION erase_roster_lines(date,integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_roster_lines(date,integer) TO ansinh_app;

CREATE OR REPLACE FUNCTION public.fold_place(value text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$ SELECT regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(fold_text(value), '\m(tp|t\.p)(\.\s*|\s+)', 'thanh pho ', 'g'), '\mtx(\.\s*|\s+)', 'thi xa ', 'g'),
     '\mtt(\.\s*|\s+)', 'thi tran ', 'g'), '\mq\.\s*', 'quan ', 'g'), '\mp\.\s*', 'phuong ', 'g') $function$;

CREATE OR REPLACE FUNCTION public.fold_text(value text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$ SELECT btrim(regexp_replace(normalize(translate(regexp_replace(normalize(lower(value COLLATE "und-x-icu"), NFD),
     '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f\u00ad\u200b\u2060\ufeff]+', '', 'g'), 'đðɖ', 'ddd'), NFC),
     '[\u0009-\u000d\u0020\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+', ' ', 'g')) $function$;

CREATE OR REPLACE FUNCTION public.forget_import_rows(done uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ BEGIN
  BEGIN
    LOCK TABLE public.import_rows IN ACCESS EXCLUSIVE MODE NOWAIT;
    IF NOT EXISTS (SELECT FROM public.import_rows WHERE batch_id <> done) THEN
      TRUNCATE public.import_rows;
      RETURN;
    END IF;
  EXCEPTION WHEN lock_not_available THEN NULL;
  END;
  DELETE FROM public.import_rows WHERE batch_id = done;
END $function$;
REVOKE ALL ON FUNCTION forget_import_rows(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_import_rows(uuid) TO ansinh_app;

CREATE OR REPLACE FUNCTION public.list_until_left()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  NEW.listed := NEW.left_on IS NULL OR NEW.left_on > ansinh_today();
  RETURN NEW;
END $function$;

CREATE OR REPLACE FUNCTION public.mark_rollout()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  INSERT INTO rollout_marks (employer_id) SELECT DISTINCT employer_id FROM after_rows ORDER BY employer_id;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.note_entry_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  INSERT INTO rollout_changes (employer_id, entry_id) VALUES (NEW.employer_id, NEW.entry_id);
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.note_registration_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF TG_OP = 'DELETE' THEN
    INSERT INTO rollout_changes (registration_id) VALUES (OLD.registration_id);
  ELSE
    INSERT INTO rollout_changes (registration_id) VALUES (NEW.registration_id);
  END IF;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RAISE EXCEPTION 'append-only table %', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege'; END $function$;
REVOKE ALL ON FUNCTION refuse_change() FROM PUBLIC;

CREATE OR REPLACE FUNCTION public.rollout_week(since timestamp with time zone)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE
RETURN (date_trunc('week'::text, (since AT TIME ZONE 'Asia/Ho_Chi_Minh'::text)))::date;

CREATE OR REPLACE FUNCTION public.standing_employer(of_employer bigint)
 RETURNS bigint
 LANGUAGE sql
 STABLE
AS $function$
  WITH RECURSIVE way (employer_id, step) AS (
    SELECT of_employer, 0
    UNION ALL
    SELECT s.employer_id, way.step + 1 FROM way JOIN employers e ON e.employer_id = way.employer_id JOIN employers s ON s.employer_code = e.successor_code
    WHERE coalesce(e.valid_to, '-infinity') < ansinh_today() AND way.step < 20)
  SELECT employer_id FROM way ORDER BY step DESC LIMIT 1
$function$;

-- Sequences

CREATE SEQUENCE audit_line_ids AS bigint START 1 INCREMENT 1 MINVALUE 1 MAXVALUE 9223372036854775807 CACHE 1;
GRANT USAGE ON SEQUENCE audit_line_ids TO ansinh_app;

CREATE SEQUENCE employer_ids AS bigint START 1000001 INCREMENT 1 MINVALUE 1 MAXVALUE 9223372036854775807 CACHE 1;
GRANT USAGE ON SEQUENCE employer_ids TO ansinh_app;

CREATE SEQUENCE office_ids AS integer START 2001 INCREMENT 1 MINVALUE 1 MAXVALUE 2147483647 CACHE 1;
GRANT USAGE ON SEQUENCE office_ids TO ansinh_app;

CREATE SEQUENCE person_ids AS bigint START 1 INCREMENT 1 MINVALUE 1 MAXVALUE 9223372036854775807 CACHE 1;
GRANT USAGE ON SEQUENCE person_ids TO ansinh_app;

CREATE SEQUENCE problem_report_serials AS bigint START 1 INCREMENT 1 MINVALUE 1 MAXVALUE 9223372036854775807 CACHE 1;
GRANT USAGE ON SEQUENCE problem_report_serials TO ansinh_app;

-- Tables

CREATE TABLE account_desk_acts (
  person_id bigint NOT NULL,
  act_id uuid NOT NULL,
  kind text NOT NULL,
  reason text NOT NULL,
  note text DEFAULT ''::text NOT NULL,
  staff_id integer NOT NULL,
  office_id integer NOT NULL,
  recorded_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  CONSTRAINT account_desk_acts_pkey PRIMARY KEY (person_id, act_id),
  CONSTRAINT account_desk_acts_kind_check CHECK ((kind = ANY (ARRAY['hold'::text, 'release'::text, 'stop'::text, 'first-password'::text, 'phone-asked'::text, 'phone-proved'::text, 'phone-cancelled'::text, 'mandate-given'::text, 'mandate-ended'::text]))),
  CONSTRAINT account_desk_acts_note_check CHECK ((length(note) <= 300)),
  CONSTRAINT account_desk_acts_reason_check CHECK ((reason = ANY (ARRAY['holder-asks'::text, 'phone-gone'::text, 'message-not-received'::text, 'misuse-suspected'::text, 'checked-again'::text, 'paper-shown'::text, 'other'::text])))
) PARTITION BY HASH (person_id);
-- 32 partitions like FOR VALUES WITH (modulus 32, remainder n); ansinh_app: nothing
COMMENT ON TABLE account_desk_acts IS 'Written by account-desk. Holds, releases, stops, re-issues, new phones and mandates given at a counter after the original ID was seen. No UPDATE, no DELETE.';
GRANT INSERT, SELECT ON account_desk_acts TO ansinh_app;

CREATE TABLE account_stops (
  person_id bigint NOT NULL,
  stop_id uuid NOT NULL,
  file_number text NOT NULL,
  office_id integer NOT NULL,
  asked_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  applies_at timestamp with time zone NOT NULL,
  applied_at timestamp with time zone,
  cancelled_at timestamp with time zone,
  CONSTRAINT account_stops_pkey PRIMARY KEY (person_id, stop_id),
  CONSTRAINT account_stops_check CHECK (((applied_at IS NULL) OR (cancelled_at IS NULL)))
) PARTITION BY HASH (person_id);
-- 32 partitions like FOR VALUES WITH (modulus 32, remainder n); ansinh_app: nothing
COMMENT ON TABLE account_stops IS 'Written by account-stops. Requests to stop electronic transactions, numbered in the series NG; the account says whether it is stopped.';
GRANT INSERT, SELECT, UPDATE ON account_stops TO ansinh_app;

CREATE TABLE accounts (
  person_id bigint NOT NULL,
  state text NOT NULL,
  phone text NOT NULL,
  email text,
  password_hash text,
  first_password_hash text,
  first_password_expires_at timestamp with time zone,
  first_password_used_at timestamp with time zone,
  held_until timestamp with time zone,
  registration_id uuid,
  next_takes_effect_at timestamp with time zone,
  next_phone text,
  next_email text,
  next_first_password_hash text,
  next_registration_id uuid,
  opened_at timestamp with time zone DEFAULT now() NOT NULL,
  activated_at timestamp with time zone,
  changed_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT accounts_pkey PRIMARY KEY (person_id),
  CONSTRAINT accounts_check CHECK (((next_takes_effect_at IS NULL) = (next_phone IS NULL))),
  CONSTRAINT accounts_state_check CHECK ((state = ANY (ARRAY['pending-first-sign-in'::text, 'active'::text, 'held'::text, 'stopped'::text])))
) PARTITION BY HASH (person_id);
-- 32 partitions like FOR VALUES WITH (modulus 32, remainder n); ansinh_app: nothing
COMMENT ON TABLE accounts IS 'Written by accounts. Passwords as argon2id only; the first password is single-use and expires.';
GRANT DELETE, INSERT, SELECT, UPDATE ON accounts TO ansinh_app;

CREATE TABLE administrative_successions (
  old_level text NOT NULL,
  old_code text NOT NULL,
  new_code text NOT NULL,
  kind text NOT NULL,
  valid_from date NOT NULL,
  source text NOT NULL,
  valid_to date,
  note text,
  import_batch_id uuid,
  CONSTRAINT administrative_successions_pkey PRIMARY KEY (old_level, old_code, new_code, valid_from),
  CONSTRAINT administrative_successions_kind_check CHECK ((kind = ANY (ARRAY['whole'::text, 'split'::text, 'suggested'::text]))),
  CONSTRAINT administrative_successions_old_level_check CHECK ((old_level = ANY (ARRAY['old-province'::text, 'old-district'::text, 'old-ward'::text, 'province'::text, 'ward'::text])))
);
COMMENT ON TABLE administrative_successions IS 'Written by reference-lists. Old unit → new unit; split = only a part went there, the person says which; suggested = not from an official table, the person confirms.';
GRANT DELETE, INSERT, SELECT, UPDATE ON administrative_successions TO ansinh_app;

CREATE TABLE administrative_units (
  unit_level text NOT NULL,
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
  aliases text[] DEFAULT '{}'::text[] NOT NULL,
  import_batch_id uuid,
  short_name_folded text GENERATED ALWAYS AS (fold_text(name)) STORED,
  CONSTRAINT administrative_units_pkey PRIMARY KEY (unit_level, unit_code, valid_from),
  CONSTRAINT administrative_units_unit_level_check CHECK ((unit_level = ANY (ARRAY['province'::text, 'ward'::text, 'old-province'::text, 'old-district'::text, 'old-ward'::text])))
);
COMMENT ON TABLE administrative_units IS 'Written by reference-lists. Two levels since 2025-07-01 (34 provinces, 3,321 wards); the old three levels beside them.';
GRANT DELETE, INSERT, SELECT, UPDATE ON administrative_units TO ansinh_app;

CREATE TABLE agent_badge_withdrawals (
  point_code text NOT NULL,
  agent_code text NOT NULL,
  authority_number text NOT NULL,
  serial smallint NOT NULL,
  withdrawn_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  withdrawn_by bigint NOT NULL,
  reason text NOT NULL,
  note text,
  CONSTRAINT agent_badge_withdrawals_pkey PRIMARY KEY (point_code, agent_code, authority_number, serial),
  CONSTRAINT agent_badge_withdrawals_reason_check CHECK ((reason = ANY (ARRAY['lost'::text, 'misused'::text, 'changed'::text, 'ended'::text]))),
  CONSTRAINT agent_badge_withdrawals_serial_check CHECK ((serial > 0))
);
COMMENT ON TABLE agent_badge_withdrawals IS 'Written by agent-badges. Single badges that no longer count, whatever their agent''s authorisation says; authority_number is empty where there is none.';
GRANT INSERT, SELECT ON agent_badge_withdrawals TO ansinh_app;

CREATE TABLE announcement_rules (
  valid_from date NOT NULL,
  four_eyes_from integer NOT NULL,
  per_minute integer NOT NULL,
  quiet_from_hour smallint NOT NULL,
  quiet_until_hour smallint NOT NULL,
  sms_budget integer NOT NULL,
  source text NOT NULL,
  CONSTRAINT announcement_rules_pkey PRIMARY KEY (valid_from),
  CONSTRAINT announcement_rules_four_eyes_from_check CHECK ((four_eyes_from >= 0)),
  CONSTRAINT announcement_rules_per_minute_check CHECK ((per_minute > 0)),
  CONSTRAINT announcement_rules_quiet_from_hour_check CHECK (((quiet_from_hour >= 0) AND (quiet_from_hour <= 23))),
  CONSTRAINT announcement_rules_quiet_until_hour_check CHECK (((quiet_until_hour >= 0) AND (quiet_until_hour <= 23))),
  CONSTRAINT announcement_rules_sms_budget_check CHECK ((sms_budget >= 0))
);
COMMENT ON TABLE announcement_rules IS 'Written by announcements: by hand, a new row for a new rule. Read by the day.';
GRANT SELECT ON announcement_rules TO ansinh_app;

CREATE TABLE announcements (
  announcement_id uuid NOT NULL,
  office_id integer,
  segment text NOT NULL,
  segment_code text,
  segment_name text NOT NULL,
  corrects_id uuid,
  title_vi text NOT NULL,
  title_en text NOT NULL,
  words_vi text NOT NULL,
  words_en text NOT NULL,
  urgent boolean NOT NULL,
  people integer NOT NULL,
  four_eyes boolean NOT NULL,
  state text NOT NULL,
  staff_id integer NOT NULL,
  made_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  decided_by integer,
  decided_at timestamp with time zone,
  decided_reason text,
  settled_at timestamp with time zone,
  settled_by integer,
  told_until bigint DEFAULT 0 NOT NULL,
  told integer DEFAULT 0 NOT NULL,
  rung integer DEFAULT 0 NOT NULL,
  sms integer DEFAULT 0 NOT NULL,
  minute_at timestamp with time zone DEFAULT '-infinity'::timestamp with time zone NOT NULL,
  minute_told integer DEFAULT 0 NOT NULL,
  CONSTRAINT announcements_pkey PRIMARY KEY (announcement_id),
  CONSTRAINT announcements_check CHECK (((segment = 'all'::text) = (segment_code IS NULL))),
  CONSTRAINT announcements_check1 CHECK (((decided_by IS DISTINCT FROM staff_id) OR (NOT four_eyes))),
  CONSTRAINT announcements_corrects_id_fkey FOREIGN KEY (corrects_id) REFERENCES announcements(announcement_id),
  CONSTRAINT announcements_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES staff_users(staff_id),
  CONSTRAINT announcements_decided_reason_check CHECK (((length(decided_reason) >= 1) AND (length(decided_reason) <= 300))),
  CONSTRAINT announcements_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(office_id),
  CONSTRAINT announcements_people_check CHECK ((people >= 0)),
  CONSTRAINT announcements_segment_check CHECK ((segment = ANY (ARRAY['all'::text, 'office'::text, 'ward'::text, 'employer'::text]))),
  CONSTRAINT announcements_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES staff_users(staff_id),
  CONSTRAINT announcements_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff_users(staff_id),
  CONSTRAINT announcements_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text, 'stopped'::text, 'refused'::text]))),
  CONSTRAINT announcements_title_en_check CHECK (((length(title_en) >= 1) AND (length(title_en) <= 120))),
  CONSTRAINT announcements_title_vi_check CHECK (((length(title_vi) >= 1) AND (length(title_vi) <= 120))),
  CONSTRAINT announcements_words_en_check CHECK (((length(words_en) >= 1) AND (length(words_en) <= 2000))),
  CONSTRAINT announcements_words_vi_check CHECK (((length(words_vi) >= 1) AND (length(words_vi) <= 2000)))
);
COMMENT ON TABLE announcements IS 'Written by announcements. Words to a segment of people, who asked for it, who saw it before it left, how far it has come. Names nobody who is told.';
GRANT INSERT, SELECT, UPDATE ON announcements TO ansinh_app;

CREATE TABLE audit_lines (
  line_id bigint DEFAULT nextval('audit_line_ids'::regclass) NOT NULL,
  chain smallint NOT NULL,
  at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
  actor_kind text NOT NULL,
  actor_id text,
  action text NOT NULL,
  person_id bigint,
  registration_id uuid,
  reason_code text,
  request_id text,
  details jsonb DEFAULT '{}'::jsonb NOT NULL,
  CONSTRAINT audit_lines_pkey PRIMARY KEY (line_id),
  CONSTRAINT audit_lines_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['anonymous'::text, 'applicant'::text, 'citizen'::text, 'staff'::text, 'employer'::text, 'system'::text]))),
  CONSTRAINT audit_lines_chain_check CHECK (((chain >= 0) AND (chain <= 63)))
);
COMMENT ON TABLE audit_lines IS 'Written by audit. Who saw or changed what, about whom, when, why. Ids and codes only, no names. No UPDATE, no DELETE.';
GRANT INSERT, SELECT ON audit_lines TO ansinh_app;

CREATE TABLE audit_seals (
  chain smallint NOT NULL,
  seal_no bigint NOT NULL,
  line_id bigint NOT NULL,
  hmac bytea NOT NULL,
  sealed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
  CONSTRAINT audit_seals_pkey PRIMARY KEY (chain, seal_no),
  CONSTRAINT audit_seals_line_id_key UNIQUE (line_id)
);
COMMENT ON TABLE audit_seals IS 'Written by audit. hmac = HMAC-SHA256(key outside the database, previous hmac || line). No UPDATE, no DELETE.';
GRANT INSERT, SELECT ON audit_seals TO ansinh_app;

CREATE TABLE audit_unsealed (
  line_id bigint NOT NULL,
  chain smallint NOT NULL,
  CONSTRAINT audit_unsealed_pkey PRIMARY KEY (line_id)
);
COMMENT ON TABLE audit_unsealed IS 'Written by audit. Lines waiting for their seal: written with the line, taken away with the seal.';
GRANT DELETE, INSERT, SELECT, UPDATE ON audit_unsealed TO ansinh_app;

CREATE TABLE benefit_endings (
  person_id bigint NOT NULL,
  benefit_id uuid NOT NULL,
  ended_at timestamp with time zone DEFAULT now() NOT NULL,
  kind text NOT NULL,
  import_batch_id uuid,
  source text NOT NULL,
  CONSTRAINT benefit_endings_pkey PRIMARY KEY (person_id, benefit_id),
  CONSTRAINT benefit_endings_kind_check CHECK ((kind = ANY (ARRAY['correction'::text, 'change'::text, 'withdrawal'::text])))
) PARTITION BY HASH (person_id);
-- 32 partitions like FOR VALUES WITH (modulus 32, remainder n); ansinh_app: nothing
COMMENT ON TABLE benefit_endings IS 'Written by benefits. From when on, and why, a benefit is no longer what we know. No UPDATE, no DELETE.';
GRANT INSERT, SELECT ON benefit_endings TO ansinh_app;

CREATE TABLE benefits (
  person_id bigint NOT NULL,
  benefit_id uuid NOT NULL,
  kind text NOT NULL,
  regime text NOT NULL,
  decision_number text NOT NULL,
  decided_on date NOT NULL,
  adjusts_decision_number text,
  from_on date,
  to_on date,
  amount_vnd bigint NOT NULL,
  months_granted smallint,
  payer_name text,
  account_last4 text,
  bank_name text,
  note text,
  recorded_at timestamp with time zone DEFAULT now() NOT NULL,
  import_batch_id uuid,
  source text NOT NULL,
  CONSTRAINT benefits_pkey PRIMARY KEY (person_id, benefit_id),
  CONSTRAINT benefits_account_last4_check CHECK ((account_last4 ~ '^\d{4}$'::text)),
  CONSTRAINT benefits_amount_vnd_check CHECK ((amount_vnd >= 0)),
  CONSTRAINT benefits_check CHECK ((to_on >= from_on)),
  CONSTRAINT benefits_check1 CHECK (((kind = 'adjustment'::text) = (adjusts_decision_number IS NOT NULL))),
  CONSTRAINT benefits_decision_number_check CHECK (((length(decision_number) >= 1) AND (length(decision_number) <= 60))),
  CONSTRAINT benefits_kind_check CHECK ((kind = ANY (ARRAY['lump-sum'::text, 'sickness-maternity'::text, 'monthly'::text, 'adjustment'::text, 'unemployment'::text]))),
  CONSTRAINT benefits_months_granted_check CHECK (((months_granted >= 1) AND (months_granted <= 120)))
) PARTITION BY HASH (person_id);
-- 32 partitions like FOR VALUES WITH (modulus 32, remainder n); ansinh_app: nothing
COMMENT ON TABLE benefits IS 'Written by benefits. Decisions as granted and slips that adjust monthly ones. Append-only: what ends one is a row of benefit_endings.';
GRANT INSERT, SELECT ON benefits TO ansinh_app;

CREATE TABLE bulk_form_lines (
  run_id uuid NOT NULL,
  "position" integer NOT NULL,
  employer_id bigint NOT NULL,
  entry_id uuid NOT NULL,
  registration_id uuid,
  printed_at timestamp with time zone,
  left_out text,
  CONSTRAINT bulk_form_lines_pkey PRIMARY KEY (run_id, "position"),
  CONSTRAINT bulk_form_lines_check CHECK (((printed_at IS NULL) OR (left_out IS NULL))),
  CONSTRAINT bulk_form_lines_left_out_check CHECK ((left_out = ANY (ARRAY['consent-withdrawn'::text, 'not-printable'::text]))),
  CONSTRAINT bulk_form_lines_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES registrations(registration_id) ON DELETE SET NULL,
  CONSTRAINT bulk_form_lines_run_id_fkey FOREIGN KEY (run_id) REFERENCES bulk_form_runs(run_id) ON DELETE CASCADE
);
COMMENT ON TABLE bulk_form_lines IS 'Written by bulk-forms. The forms of a file in their order, each printed at its time or left out.';
GRANT INSERT, SELECT ON bulk_form_lines TO ansinh_app;

CREATE TABLE bulk_form_runs (
  run_id uuid NOT NULL,
  employer_id bigint NOT NULL,
  officer_id bigint NOT NULL,
  sort text NOT NULL,
  state text DEFAULT 'ready'::text NOT NULL,
  forms integer NOT NULL,
  printed integer DEFAULT 0 NOT NULL,
  left_out integer DEFAULT 0 NOT NULL,
  made_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  moved_at timestamp with time zone,
  ended_at timestamp with time zone,
  CONSTRAINT bulk_form_runs_pkey PRIMARY KEY (run_id),
  CONSTRAINT bulk_form_runs_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES employers(employer_id),
  CONSTRAINT bulk_form_runs_forms_check CHECK ((forms > 0)),
  CONSTRAINT bulk_form_runs_sort_check CHECK ((sort = ANY (ARRAY['name'::text, 'department'::text, 'shift'::text]))),
  CONSTRAINT bulk_form_runs_state_check CHECK ((state = ANY (ARRAY['ready'::text, 'running'::text, 'done'::text, 'stopped'::text])))
);
COMMENT ON TABLE bulk_form_runs IS 'Written by bulk-forms. One file of forms, made once while it is fetched.';
GRANT INSERT, SELECT ON bulk_form_runs TO ansinh_app;

CREATE TABLE calendar_days (
  day_on date NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  provisional boolean DEFAULT false NOT NULL,
  source text NOT NULL,
  valid_from date NOT NULL,
  valid_to date NOT NULL,
  import_batch_id uuid,
  CONSTRAINT calendar_days_pkey PRIMARY KEY (day_on),
  CONSTRAINT calendar_days_kind_check CHECK ((kind = ANY (ARRAY['public-holiday'::text, 'compensation'::text, 'swap-day-off'::text, 'working-saturday'::text])))
);
COMMENT ON TABLE calendar_days IS 'Written by reference-lists. Working-day calendar as dated data; days not listed, or taken back (valid_to before valid_from), follow the weekday.';
GRANT DELETE, INSERT, SELECT, UPDATE ON calendar_days TO ansinh_app;

CREATE TABLE call_back_windows (
  office_id integer NOT NULL,
  window_on date NOT NULL,
  starts time without time zone NOT NULL,
  booked integer NOT NULL,
  CONSTRAINT call_back_windows_pkey PRIMARY KEY (office_id, window_on, starts),
  CONSTRAINT call_back_windows_booked_check CHECK ((booked >= 0)),
  CONSTRAINT call_back_windows_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(office_id)
);
COMMENT ON TABLE call_back_windows IS 'Written by call-backs. How many calls stand in a window; whoever takes the last place holds its row.';
GRANT INSERT, SELECT, UPDATE ON call_back_windows TO ansinh_app;

CREATE TABLE call_backs (
  call_back_id uuid NOT NULL,
  report_id uuid NOT NULL,
  office_id integer NOT NULL,
  window_on date NOT NULL,
  starts time without time zone NOT NULL,
  ends time without time zone NOT NULL,
  rule_version text NOT NULL,
  phone_encrypted bytea,
  state text DEFAULT 'waiting'::text NOT NULL,
  tries integer DEFAULT 0 NOT NULL,
  taken_by bigint,
  asked_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  state_since timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  erased_at timestamp with time zone,
  CONSTRAINT call_backs_pkey PRIMARY KEY (call_back_id),
  CONSTRAINT call_backs_check CHECK ((ends > starts)),
  CONSTRAINT call_backs_check1 CHECK (((erased_at IS NULL) = (phone_encrypted IS NOT NULL))),
  CONSTRAINT call_backs_check2 CHECK (((erased_at IS NULL) OR (state <> 'waiting'::text))),
  CONSTRAINT call_backs_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(office_id),
  CONSTRAINT call_backs_report_id_fkey FOREIGN KEY (report_id) REFERENCES problem_reports(report_id),
  CONSTRAINT call_backs_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'done'::text, 'missed'::text, 'cancelled'::text, 'office-closed'::text, 'not-made'::text]))),
  CONSTRAINT call_backs_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES staff_users(staff_id),
  CONSTRAINT call_backs_tries_check CHECK ((tries >= 0))
);
COMMENT ON TABLE call_backs IS 'Written by call-backs. phone_encrypted set to NULL is the erasure (RETENTION_RULES ticket-contact).';
GRANT INSERT, SELECT, UPDATE ON call_backs TO ansinh_app;

CREATE TABLE campaign_employer_targets (
  campaign_id uuid NOT NULL,
  employer_id bigint NOT NULL,
  version integer NOT NULL,
  registered_percent smallint,
  staff_id bigint NOT NULL,
  recorded_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  CONSTRAINT campaign_employer_targets_pkey PRIMARY KEY (campaign_id, employer_id, version),
  CONSTRAINT campaign_employer_targets_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES employers(employer_id),
  CONSTRAINT campaign_employer_targets_registered_percent_check CHECK (((registered_percent >= 1) AND (registered_percent <= 100))),
  CONSTRAINT campaign_employer_targets_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff_users(staff_id),
  CONSTRAINT campaign_employer_targets_version_check CHECK ((version > 0))
);
COMMENT ON TABLE campaign_employer_targets IS 'Written by campaigns. A target of one employer beside the campaign''s; null: the campaign''s own holds again. The highest version holds.';
GRANT INSERT, SELECT ON campaign_employer_targets TO ansinh_app;

CREATE TABLE campaigns (
  campaign_id uuid NOT NULL,
  version integer NOT NULL,
  office_id integer NOT NULL,
  name text NOT NULL,
  from_on date NOT NULL,
  to_on date NOT NULL,
  registered_percent smallint,
  handed_in_percent smallint,
  approved_percent smallint,
  signed_in_percent smallint,
  ended boolean DEFAULT false NOT NULL,
  staff_id bigint NOT NULL,
  recorded_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  CONSTRAINT campaigns_pkey PRIMARY KEY (campaign_id, version),
  CONSTRAINT campaigns_approved_percent_check CHECK (((approved_percent >= 1) AND (approved_percent <= 100))),
  CONSTRAINT campaigns_check CHECK ((from_on <= to_on)),
  CONSTRAINT campaigns_handed_in_percent_check CHECK (((handed_in_percent >= 1) AND (handed_in_percent <= 100))),
  CONSTRAINT campaigns_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  CONSTRAINT campaigns_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(office_id),
  CONSTRAINT campaigns_registered_percent_check CHECK (((registered_percent >= 1) AND (registered_percent <= 100))),
  CONSTRAINT campaigns_signed_in_percent_check CHECK (((signed_in_percent >= 1) AND (signed_in_percent <= 100))),
  CONSTRAINT campaigns_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff_users(staff_id),
  CONSTRAINT campaigns_version_check CHECK ((version > 0))
);
COMMENT ON TABLE campaigns IS 'Written by campaigns. Each change is a row of its own; the highest version holds. Of an office and those below it. No UPDATE, no DELETE.';
GRANT INSERT, SELECT ON campaigns TO ansinh_app;

CREATE TABLE case_assignments (
  registration_id uuid NOT NULL,
  staff_id integer NOT NULL,
  assigned_by integer NOT NULL,
  assigned_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  CONSTRAINT case_assignments_pkey PRIMARY KEY (registration_id),
  CONSTRAINT case_assignments_assigned_by_fkey FOREIGN KEY (assigned_by) REFERENCES staff_users(staff_id),
  CONSTRAINT case_assignments_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES registrations(registration_id) ON DELETE CASCADE,
  CONSTRAINT case_assignments_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff_users(staff_id)
);
COMMENT ON TABLE case_assignments IS 'Written by queues. The queue "mine": to which colleague of the office a case was handed.';
GRANT DELETE, INSERT, SELECT, UPDATE ON case_assignments TO ansinh_app;

CREATE TABLE case_papers (
  registration_id uuid NOT NULL,
  filed_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  archive_box text NOT NULL,
  archive_number text NOT NULL,
  staff_id integer NOT NULL,
  office_id integer NOT NULL,
  CONSTRAINT case_papers_pkey PRIMARY KEY (registration_id, filed_at),
  CONSTRAINT case_papers_archive_box_check CHECK (((length(archive_box) >= 1) AND (length(archive_box) <= 40))),
  CONSTRAINT case_papers_archive_number_check CHECK (((length(archive_number) >= 1) AND (length(archive_number) <= 40))),
  CONSTRAINT case_papers_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(office_id),
  CONSTRAINT case_papers_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES registrations(registration_id) ON DELETE CASCADE,
  CONSTRAINT case_papers_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff_users(staff_id)
);
COMMENT ON TABLE case_papers IS 'Written by papers. Box and number of the signed Form 01 in the office''s archive, as the clerk wrote them.';
GRANT INSERT, SELECT ON case_papers TO ansinh_app;

CREATE TABLE chat_duties (
  staff_id bigint NOT NULL,
  duty_id uuid NOT NULL,
  departments text[] NOT NULL,
  since timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  present_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  CONSTRAINT chat_duties_pkey PRIMARY KEY (staff_id),
  CONSTRAINT chat_duties_departments_check CHECK (((cardinality(departments) >= 1) AND (cardinality(departments) <= 5))),
  CONSTRAINT chat_duties_duty_id_key UNIQUE (duty_id),
  CONSTRAINT chat_duties_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff_users(staff_id)
);
COMMENT ON TABLE chat_duties IS 'Written by chats. Agents on duty, for which departments, and when each last gave a sign of life.';
GRANT DELETE, INSERT, SELECT, UPDATE ON chat_duties TO ansinh_app;

CREATE TABLE chat_messages (
  chat_id uuid NOT NULL,
  seq integer NOT NULL,
  message_id uuid NOT NULL,
  by_kind text NOT NULL,
  by_id bigint,
  kind text DEFAULT 'words'::text NOT NULL,
  words text DEFAULT ''::text NOT NULL,
  masked boolean DEFAULT false NOT NULL,
  sent_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  CONSTRAINT chat_messages_pkey PRIMARY KEY (chat_id, seq),
  CONSTRAINT chat_messages_by_kind_check CHECK ((by_kind = ANY (ARRAY['asker'::text, 'agent'::text, 'system'::text]))),
  CONSTRAINT chat_messages_chat_id_fkey FOREIGN KEY (chat_id) REFERENCES chats(chat_id) ON DELETE CASCADE,
  CONSTRAINT chat_messages_chat_id_message_id_key UNIQUE (chat_id, message_id),
  CONSTRAINT chat_messages_kind_check CHECK ((kind = ANY (ARRAY['words'::text, 'joined'::text, 'agent-gone'::text, 'handed-over'::text, 'ended'::text]))),
  CONSTRAINT chat_messages_seq_check CHECK ((seq > 0)),
  CONSTRAINT chat_messages_words_check CHECK ((length(words) <= 4000))
);
COMMENT ON TABLE chat_messages IS 'Written by chats. What was said and what happened, in order and without gaps. No UPDATE; gone with its chat.';
GRANT INSERT, SELECT ON chat_messages TO ansinh_app;

CREATE TABLE chat_sides (
  chat_id uuid NOT NULL,
  side text NOT NULL,
  delivered_seq integer DEFAULT 0 NOT NULL,
  seen_seq integer DEFAULT 0 NOT NULL,
  present_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  CONSTRAINT chat_sides_pkey PRIMARY KEY (chat_id, side),
  CONSTRAINT chat_sides_chat_id_fkey FOREIGN KEY (chat_id) REFERENCES chats(chat_id) ON DELETE CASCADE,
  CONSTRAINT chat_sides_side_check CHECK ((side = ANY (ARRAY['asker'::text, 'agent'::text])))
);
COMMENT ON TABLE chat_sides IS 'Written by chats. How far each side has got, and when it last gave a sign of life. Apart from chats, so that marks and messages do not wait for each other.';
GRANT INSERT, SELECT, UPDATE ON chat_sides TO ansinh_app;

CREATE TABLE chats (
  chat_id uuid NOT NULL,
  asker_kind text NOT NULL,
  asker_id bigint,
  officer_id bigint,
  secret_hash bytea,
  asker_shown text DEFAULT ''::text NOT NULL,
  language text NOT NULL,
  category text NOT NULL,
  department text NOT NULL,
  office_id integer,
  state text DEFAULT 'waiting'::text NOT NULL,
  agent_id bigint,
  returned boolean DEFAULT false NOT NULL,
  queued_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  begun_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  taken_at timestamp with time zone,
  ended_at timestamp with time zone,
  end_reason text,
  abusive_seqs integer[] DEFAULT '{}'::integer[] NOT NULL,
  rule_version text NOT NULL,
  last_seq integer DEFAULT 0 NOT NULL,
  ticket_id uuid,
  ticket_number text,
  CONSTRAINT chats_pkey PRIMARY KEY (chat_id),
  CONSTRAINT chats_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES staff_users(staff_id),
  CONSTRAINT chats_asker_kind_check CHECK ((asker_kind = ANY (ARRAY['citizen'::text, 'employer'::text, 'stranger'::text]))),
  CONSTRAINT chats_asker_shown_check CHECK ((length(asker_shown) <= 300)),
  CONSTRAINT chats_category_check CHECK (((length(category) >= 1) AND (length(category) <= 60))),
  CONSTRAINT chats_check CHECK (((asker_id IS NULL) = (asker_kind = 'stranger'::text))),
  CONSTRAINT chats_check1 CHECK (((officer_id IS NOT NULL) = (asker_kind = 'employer'::text))),
  CONSTRAINT chats_check2 CHECK (((secret_hash IS NOT NULL) = (asker_kind = 'stranger'::text))),
  CONSTRAINT chats_check3 CHECK (((agent_id IS NOT NULL) = (state = 'active'::text))),
  CONSTRAINT chats_check4 CHECK (((ended_at IS NOT NULL) = (state = 'ended'::text))),
  CONSTRAINT chats_department_check CHECK ((department = ANY (ARRAY['collection'::text, 'communication'::text, 'benefits'::text, 'health-insurance'::text, 'it'::text]))),
  CONSTRAINT chats_end_reason_check CHECK ((end_reason = ANY (ARRAY['answered'::text, 'by-asker'::text, 'asker-gone'::text, 'abusive'::text]))),
  CONSTRAINT chats_language_check CHECK ((language = ANY (ARRAY['vi'::text, 'en'::text]))),
  CONSTRAINT chats_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(office_id),
  CONSTRAINT chats_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'active'::text, 'ended'::text])))
);
COMMENT ON TABLE chats IS 'Written by chats. How each chat stands. last_seq is counted up under the row''s lock, so that a chat''s messages are committed in their order.';
GRANT DELETE, INSERT, SELECT, UPDATE ON chats TO ansinh_app;

CREATE TABLE closure_moves (
  order_id uuid NOT NULL,
  registration_id uuid NOT NULL,
  before jsonb NOT NULL,
  after jsonb NOT NULL,
  moved_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  settled_at timestamp with time zone,
  CONSTRAINT closure_moves_pkey PRIMARY KEY (order_id, registration_id),
  CONSTRAINT closure_moves_order_id_fkey FOREIGN KEY (order_id) REFERENCES closure_orders(order_id),
  CONSTRAINT closure_moves_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES registrations(registration_id) ON DELETE CASCADE
);
COMMENT ON TABLE closure_moves IS 'Written by closures. The deadline of each case as it was before the closure and as the closure left it; gone with the registration.';
COMMENT ON COLUMN closure_moves.before IS 'Dates, rule and facts; of a case that had run out in the closed days also its state and since when.';
GRANT INSERT, SELECT, UPDATE ON closure_moves TO ansinh_app;

CREATE TABLE closure_orders (
  order_id uuid NOT NULL,
  office_ids integer[] NOT NULL,
  from_on date NOT NULL,
  to_on date NOT NULL,
  reason text NOT NULL,
  state text DEFAULT 'applying'::text NOT NULL,
  staff_id integer NOT NULL,
  recorded_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  applied_at timestamp with time zone,
  undo_staff_id integer,
  undo_asked_at timestamp with time zone,
  undone_at timestamp with time zone,
  cause text DEFAULT 'closed'::text NOT NULL,
  CONSTRAINT closure_orders_pkey PRIMARY KEY (order_id),
  CONSTRAINT closure_orders_cause_check CHECK ((cause = ANY (ARRAY['closed'::text, 'incident'::text]))),
  CONSTRAINT closure_orders_check CHECK ((to_on >= from_on)),
  CONSTRAINT closure_orders_office_ids_check CHECK ((cardinality(office_ids) >= 1)),
  CONSTRAINT closure_orders_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 200))),
  CONSTRAINT closure_orders_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff_users(staff_id),
  CONSTRAINT closure_orders_state_check CHECK ((state = ANY (ARRAY['applying'::text, 'applied'::text, 'undoing'::text, 'undone'::text]))),
  CONSTRAINT closure_orders_undo_staff_id_fkey FOREIGN KEY (undo_staff_id) REFERENCES staff_users(staff_id)
);
COMMENT ON TABLE closure_orders IS 'Written by closures. One row per action of a supervisor; its days stand in office_closures, one row per office.';
GRANT INSERT, SELECT, UPDATE ON closure_orders TO ansinh_app;

CREATE TABLE closure_request_moves (
  order_id uuid NOT NULL,
  request_id uuid NOT NULL,
  person_id bigint NOT NULL,
  before_due_on date NOT NULL,
  after_due_on date NOT NULL,
  moved_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  settled_at timestamp with time zone,
  CONSTRAINT closure_request_moves_pkey PRIMARY KEY (order_id, request_id),
  CONSTRAINT closure_request_moves_order_id_fkey FOREIGN KEY (order_id) REFERENCES closure_orders(order_id)
);
COMMENT ON TABLE closure_request_moves IS 'Written by procedures. When each request was due before a closure and after it; settled once the closure was taken back.';
GRANT INSERT, SELECT, UPDATE ON closure_request_moves TO ansinh_app;

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
  CONSTRAINT collection_agents_pkey PRIMARY KEY (agent_code, valid_from)
);
COMMENT ON TABLE collection_agents IS 'Written by reference-lists. Organisations authorised to collect voluntary and household contributions; authority_number is the contract''s.';
GRANT INSERT, SELECT, UPDATE ON collection_agents TO ansinh_app;

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
  CONSTRAINT collection_points_pkey PRIMARY KEY (point_code, valid_from)
);
COMMENT ON TABLE collection_points IS 'Written by reference-lists. Where an agent collects; hours are told as the agent writes them.';
GRANT INSERT, SELECT, UPDATE ON collection_points TO ansinh_app;

CREATE TABLE consent_decisions (
  person_id bigint NOT NULL,
  purpose text NOT NULL,
  decision_no smallint NOT NULL,
  decision text NOT NULL,
  text_version text NOT NULL,
  text_sha256 bytea NOT NULL,
  decided_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  CONSTRAINT consent_decisions_pkey PRIMARY KEY (person_id, purpose, decision_no),
  CONSTRAINT consent_decisions_decision_check CHECK ((decision = ANY (ARRAY['given'::text, 'withdrawn'::text])))
) PARTITION BY HASH (person_id);
-- 32 partitions like FOR VALUES WITH (modulus 32, remainder n); ansinh_app: nothing
COMMENT ON TABLE consent_decisions IS 'Written by own-data. What a person agreed to, in which wording, and what they took back; the last decision of a purpose counts. No UPDATE, no DELETE.';
GRANT INSERT, SELECT ON consent_decisions TO ansinh_app;

CREATE TABLE contact_changes (
  person_id bigint NOT NULL,
  change_id uuid NOT NULL,
  kind text NOT NULL,
  before_hmac bytea,
  after_encrypted bytea NOT NULL,
  old_proof text NOT NULL,
  old_proved_at timestamp with time zone,
  new_proved_at timestamp with time zone,
  cancel_code_hmac bytea,
  asked_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  applies_at timestamp with time zone,
  applied_at timestamp with time zone,
  cancelled_at timestamp with time zone,
  CONSTRAINT contact_changes_pkey PRIMARY KEY (person_id, change_id),
  CONSTRAINT contact_changes_check CHECK (((applies_at IS NULL) OR ((old_proved_at IS NOT NULL) AND (new_proved_at IS NOT NULL)))),
  CONSTRAINT contact_changes_check1 CHECK (((applied_at IS NULL) OR (cancelled_at IS NULL))),
  CONSTRAINT contact_changes_kind_check CHECK ((kind = ANY (ARRAY['phone'::text, 'email'::text]))),
  CONSTRAINT contact_changes_old_proof_check CHECK ((old_proof = ANY (ARRAY['phone'::text, 'email'::text, 'counter'::text])))
) PARTITION BY HASH (person_id);
-- 32 partitions like FOR VALUES WITH (modulus 32, remainder n); ansinh_app: nothing
COMMENT ON TABLE contact_changes IS 'Written by contacts. Proved on the old and the new side, applied 24 h later by a job unless somebody objects.';
GRANT INSERT, SELECT, UPDATE ON contact_changes TO ansinh_app;

CREATE TABLE correction_file_numbers (
  file_number text NOT NULL,
  person_id bigint NOT NULL,
  request_id uuid NOT NULL,
  CONSTRAINT correction_file_numbers_pkey PRIMARY KEY (file_number)
);
COMMENT ON TABLE correction_file_numbers IS 'Written by procedures. Where a correction''s file number leads; unique by value.';
GRANT INSERT, SELECT ON correction_file_numbers TO ansinh_app;

CREATE TABLE correction_request_moves (
  person_id bigint NOT NULL,
  request_id uuid NOT NULL,
  move_no smallint NOT NULL,
  state text NOT NULL,
  actor_kind text NOT NULL,
  moved_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  due_on date,
  reason_code text,
  said text DEFAULT ''::text NOT NULL,
  CONSTRAINT correction_request_moves_pkey PRIMARY KEY (person_id, request_id, move_no),
  CONSTRAINT correction_request_moves_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['citizen'::text, 'staff'::text, 'system'::text]))),
  CONSTRAINT correction_request_moves_said_check CHECK ((length(said) <= 1000)),
  CONSTRAINT correction_request_moves_state_check CHECK ((state = ANY (ARRAY['received'::text, 'in-review'::text, 'waiting'::text, 'corrected'::text, 'kept'::text, 'withdrawn'::text])))
) PARTITION BY HASH (person_id);
-- 32 partitions like FOR VALUES WITH (modulus 32, remainder n); ansinh_app: nothing
COMMENT ON TABLE correction_request_moves IS 'Written by procedures. The request stands where its last move left it. No UPDATE, no DELETE.';
COMMENT ON COLUMN correction_request_moves.due_on IS 'From this move on the answer is due then; null: as before. The clock stands still while the person is asked.';
COMMENT ON COLUMN correction_request_moves.said IS 'What the person added, or the office''s own words beside the reason.';
GRANT INSERT, SELECT ON correction_request_moves TO ansinh_app;

CREATE TABLE correction_requests (
  person_id bigint NOT NULL,
  request_id uuid NOT NULL,
  file_number text NOT NULL,
  office_id integer NOT NULL,
  line_kind text NOT NULL,
  line_id text NOT NULL,
  line_shown jsonb NOT NULL,
  problem text NOT NULL,
  what text NOT NULL,
  wanted jsonb DEFAULT '[]'::jsonb NOT NULL,
  sent_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  due_on date NOT NULL,
  due_rule_version text NOT NULL,
  purpose text DEFAULT 'correction'::text NOT NULL,
  CONSTRAINT correction_requests_pkey PRIMARY KEY (person_id, request_id),
  CONSTRAINT correction_requests_line_id_check CHECK (((length(line_id) >= 1) AND (length(line_id) <= 80))),
  CONSTRAINT correction_requests_line_kind_check CHECK ((line_kind = ANY (ARRAY['participation-spell'::text, 'health-card'::text, 'benefit'::text, 'visit'::text, 'visit-cost'::text, 'medical-paper'::text, 'identity'::text]))),
  CONSTRAINT correction_requests_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(office_id),
  CONSTRAINT correction_requests_purpose_check CHECK ((purpose = ANY (ARRAY['correction'::text, 'adjust'::text]))),
  CONSTRAINT correction_requests_what_check CHECK ((length(what) <= 1000))
) PARTITION BY HASH (person_id);
-- 32 partitions like FOR VALUES WITH (modulus 32, remainder n); ansinh_app: nothing
COMMENT ON TABLE correction_requests IS 'Written by procedures. line_shown = title, cells and source as the person read them; evidence joins later in a table of its own.';
COMMENT ON COLUMN correction_requests.purpose IS 'adjust: Form 01 "điều chỉnh", about the line identity/own, with papers; correction: any line, in one''s own words.';
GRANT INSERT, SELECT ON correction_requests TO ansinh_app;

CREATE TABLE correction_serials (
  office_id integer NOT NULL,
  year smallint NOT NULL,
  last_serial integer NOT NULL,
  CONSTRAINT correction_serials_pkey PRIMARY KEY (office_id, year),
  CONSTRAINT correction_serials_last_serial_check CHECK (((last_serial >= 1) AND (last_serial <= 999999))),
  CONSTRAINT correction_serials_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(office_id)
);
COMMENT ON TABLE correction_serials IS 'Written by procedures. Last number of {office code}/{yyyy}/DC{serial}; taken in the transaction that uses it.';
GRANT INSERT, SELECT, UPDATE ON correction_serials TO ansinh_app;

CREATE TABLE counter_codes (
  person_id bigint NOT NULL,
  code_id uuid NOT NULL,
  code_hash text,
  reason text NOT NULL,
  note text DEFAULT ''::text NOT NULL,
  old_phone_gone boolean NOT NULL,
  staff_id integer NOT NULL,
  office_id integer NOT NULL,
  issued_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone,
  CONSTRAINT counter_codes_pkey PRIMARY KEY (person_id, code_id),
  CONSTRAINT counter_codes_note_check CHECK ((length(note) <= 300)),
  CONSTRAINT counter_codes_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(office_id),
  CONSTRAINT counter_codes_reason_check CHECK ((reason = ANY (ARRAY['password-forgotten'::text, 'message-not-received'::text, 'phone-gone'::text, 'other'::text])))
) PARTITION BY HASH (person_id);
-- 32 partitions like FOR VALUES WITH (modulus 32, remainder n); ansinh_app: nothing
COMMENT ON TABLE counter_codes IS 'Written by recovery. Activation codes given at the counter after the original ID was seen: single use, 72 h, hashed only.';
GRANT INSERT, SELECT, UPDATE ON counter_codes TO ansinh_app;

CREATE TABLE data_export_files (
  person_id bigint NOT NULL,
  export_id uuid NOT NULL,
  format text NOT NULL,
  size_bytes integer NOT NULL,
  sha256 bytea NOT NULL,
  sealed bytea NOT NULL,
  CONSTRAINT data_export_files_pkey PRIMARY KEY (person_id, export_id, format),
  CONSTRAINT data_export_files_format_check CHECK ((format = ANY (ARRAY['json'::text, 'pdf'::text])))
) PARTITION BY HASH (person_id);
-- 32 partitions like FOR VALUES WITH (modulus 32, remainder n); ansinh_app: nothing
COMMENT ON TABLE data_export_files IS 'Written by own-data. The files of a copy, encrypted, until they are erased.';
GRANT DELETE, INSERT, SELECT ON data_export_files TO ansinh_app;

CREATE TABLE data_exports (
  person_id bigint NOT NULL,
  export_id uuid NOT NULL,
  asked_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  state text DEFAULT 'waiting'::text NOT NULL,
  attempts smallint DEFAULT 0 NOT NULL,
  sections_done smallint DEFAULT 0 NOT NULL,
  sections_total smallint DEFAULT 0 NOT NULL,
  made_at timestamp with time zone,
  CONSTRAINT data_exports_pkey PRIMARY KEY (person_id, export_id),
  CONSTRAINT data_exports_check CHECK (((made_at IS NOT NULL) = (state = ANY (ARRAY['ready'::text, 'erased'::text])))),
  CONSTRAINT data_exports_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'gathering'::text, 'ready'::text, 'failed'::text, 'erased'::text])))
) PARTITION BY HASH (person_id);
-- 32 partitions like FOR VALUES WITH (modulus 32, remainder n); ansinh_app: nothing
COMMENT ON TABLE data_exports IS 'Written by own-data. Copies of a person''s data that were asked for, and how far the making is. The row stays, the files go after the retention rule data-export.';
GRANT INSERT, SELECT ON data_exports TO ansinh_app;

CREATE TABLE data_request_file_numbers (
  file_number text NOT NULL,
  person_id bigint NOT NULL,
  request_id uuid NOT NULL,
  CONSTRAINT data_request_file_numbers_pkey PRIMARY KEY (file_number)
);
COMMENT ON TABLE data_request_file_numbers IS 'Written by data-requests. Where the number of a request about data leads; unique by value.';
GRANT INSERT, SELECT ON data_request_file_numbers TO ansinh_app;

CREATE TABLE data_request_moves (
  person_id bigint NOT NULL,
  request_id uuid NOT NULL,
  move_no smallint NOT NULL,
  state text NOT NULL,
  actor_kind text NOT NULL,
  note text DEFAULT ''::text NOT NULL,
  moved_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  CONSTRAINT data_request_moves_pkey PRIMARY KEY (person_id, request_id, move_no),
  CONSTRAINT data_request_moves_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['citizen'::text, 'staff'::text, 'system'::text]))),
  CONSTRAINT data_request_moves_note_check CHECK ((length(note) <= 1000)),
  CONSTRAINT data_request_moves_state_check CHECK ((state = ANY (ARRAY['received'::text, 'answered'::text, 'done'::text, 'refused'::text, 'withdrawn'::text])))
) PARTITION BY HASH (person_id);
-- 32 partitions like FOR VALUES WITH (modulus 32, remainder n); ansinh_app: nothing
COMMENT ON TABLE data_request_moves IS 'Written by data-requests. The request stands where its last move left it. No UPDATE, no DELETE.';
GRANT INSERT, SELECT ON data_request_moves TO ansinh_app;

CREATE TABLE data_request_places (
  request_id uuid NOT NULL,
  person_id bigint NOT NULL,
  office_id integer NOT NULL,
  state text NOT NULL,
  due_on date NOT NULL,
  CONSTRAINT data_request_places_pkey PRIMARY KEY (request_id),
  CONSTRAINT data_request_places_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(office_id),
  CONSTRAINT data_request_places_state_check CHECK ((state = ANY (ARRAY['received'::text, 'answered'::text, 'done'::text, 'refused'::text, 'withdrawn'::text])))
);
COMMENT ON TABLE data_request_places IS 'Written by data-requests. What waits at an office, and where a request''s id leads; its content stays with the person''s rows.';
GRANT INSERT, SELECT ON data_request_places TO ansinh_app;

CREATE TABLE data_request_serials (
  office_id integer NOT NULL,
  year smallint NOT NULL,
  last_serial integer NOT NULL,
  CONSTRAINT data_request_serials_pkey PRIMARY KEY (office_id, year),
  CONSTRAINT data_request_serials_last_serial_check CHECK (((last_serial >= 1) AND (last_serial <= 999999))),
  CONSTRAINT data_request_serials_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(office_id)
);
COMMENT ON TABLE data_request_serials IS 'Written by data-requests. Last number of {office code}/{yyyy}/DL{serial}; taken in the transaction that uses it.';
GRANT INSERT, SELECT, UPDATE ON data_request_serials TO ansinh_app;

CREATE TABLE data_requests (
  person_id bigint NOT NULL,
  request_id uuid NOT NULL,
  file_number text NOT NULL,
  office_id integer NOT NULL,
  kind text NOT NULL,
  what text NOT NULL,
  sent_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  answer_by date NOT NULL,
  due_on date NOT NULL,
  due_rule_version text NOT NULL,
  CONSTRAINT data_requests_pkey PRIMARY KEY (person_id, request_id),
  CONSTRAINT data_requests_kind_check CHECK ((kind = ANY (ARRAY['view'::text, 'copy'::text, 'correct'::text, 'withdraw-consent'::text, 'restrict'::text, 'delete'::text]))),
  CONSTRAINT data_requests_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(office_id),
  CONSTRAINT data_requests_what_check CHECK ((length(what) <= 1000))
) PARTITION BY HASH (person_id);
-- 32 partitions like FOR VALUES WITH (modulus 32, remainder n); ansinh_app: nothing
COMMENT ON TABLE data_requests IS 'Written by data-requests. What was asked never changes; where it stands is the last of its moves.';
GRANT INSERT, SELECT ON data_requests TO ansinh_app;

CREATE TABLE decisions (
  decision_id uuid NOT NULL,
  registration_id uuid NOT NULL,
  kind text NOT NULL,
  staff_id integer NOT NULL,
  office_id integer NOT NULL,
  person_id bigint,
  checklist jsonb NOT NULL,
  differences jsonb DEFAULT '[]'::jsonb NOT NULL,
  reason_codes text[] DEFAULT '{}'::text[] NOT NULL,
  state_before text NOT NULL,
  decided_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  releases_at timestamp with time zone NOT NULL,
  released_at timestamp with time zone,
  undone_at timestamp with time zone,
  CONSTRAINT decisions_pkey PRIMARY KEY (decision_id),
  CONSTRAINT decisions_check CHECK (((released_at IS NULL) OR (undone_at IS NULL))),
  CONSTRAINT decisions_kind_check CHECK ((kind = ANY (ARRAY['approve'::text, 'return'::text, 'refuse'::text]))),
  CONSTRAINT decisions_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff_users(staff_id)
);
COMMENT ON TABLE decisions IS 'Written by decisions. Recorded at once, released after the undo time; one standing decision per registration at a time.';
GRANT DELETE, INSERT, SELECT, UPDATE ON decisions TO ansinh_app;

CREATE TABLE dependant_queue (
  request_id uuid NOT NULL,
  person_id bigint NOT NULL,
  office_id integer NOT NULL,
  sent_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  closed_at timestamp with time zone,
  photo_erased_at timestamp with time zone,
  CONSTRAINT dependant_queue_pkey PRIMARY KEY (request_id),
  CONSTRAINT dependant_queue_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(office_id)
);
COMMENT ON TABLE dependant_queue IS 'Written by dependants. What waits at an office, and where a request''s id leads; its content stays with the guardian''s rows.';
GRANT INSERT, SELECT, UPDATE ON dependant_queue TO ansinh_app;

CREATE TABLE dependant_request_moves (
  person_id bigint NOT NULL,
  request_id uuid NOT NULL,
  move_no smallint NOT NULL,
  state text NOT NULL,
  reason_code text,
  staff_id integer,
  moved_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  CONSTRAINT dependant_request_moves_pkey PRIMARY KEY (person_id, request_id, move_no),
  CONSTRAINT dependant_request_moves_check CHECK (((state = 'refused'::text) = (reason_code IS NOT NULL))),
  CONSTRAINT dependant_request_moves_state_check CHECK ((state = ANY (ARRAY['sent'::text, 'approved'::text, 'refused'::text, 'withdrawn'::text])))
) PARTITION BY HASH (person_id);
-- 32 partitions like FOR VALUES WITH (modulus 32, remainder n); ansinh_app: nothing
COMMENT ON TABLE dependant_request_moves IS 'Written by dependants. No move = the photo is still awaited. No UPDATE, no DELETE.';
GRANT INSERT, SELECT ON dependant_request_moves TO ansinh_app;

CREATE TABLE dependant_requests (
  person_id bigint NOT NULL,
  request_id uuid NOT NULL,
  child_name text NOT NULL,
  child_born_on date NOT NULL,
  child_insurance_number text,
  child_national_id text,
  relation text NOT NULL,
  office_id integer NOT NULL,
  started_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  CONSTRAINT dependant_requests_pkey PRIMARY KEY (person_id, request_id),
  CONSTRAINT dependant_requests_child_insurance_number_check CHECK ((child_insurance_number ~ '^\d{10}$'::text)),
  CONSTRAINT dependant_requests_child_name_check CHECK (((length(child_name) >= 1) AND (length(child_name) <= 100))),
  CONSTRAINT dependant_requests_child_national_id_check CHECK ((child_national_id ~ '^\d{12}$'::text)),
  CONSTRAINT dependant_requests_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(office_id),
  CONSTRAINT dependant_requests_relation_check CHECK ((relation = ANY (ARRAY['father'::text, 'mother'::text, 'guardian'::text])))
) PARTITION BY HASH (person_id);
-- 32 partitions like FOR VALUES WITH (modulus 32, remainder n); ansinh_app: nothing
COMMENT ON TABLE dependant_requests IS 'Written by dependants. As declared; never changed. The birth certificate lies with documents under request_id.';
GRANT INSERT, SELECT ON dependant_requests TO ansinh_app;

CREATE TABLE desk_requests (
  request_id uuid NOT NULL,
  person_id bigint NOT NULL,
  office_id integer NOT NULL,
  file_number text NOT NULL,
  purpose text NOT NULL,
  line_kind text NOT NULL,
  state text NOT NULL,
  due_on date NOT NULL,
  sent_at timestamp with time zone NOT NULL,
  state_since timestamp with time zone NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  decision_id uuid,
  CONSTRAINT desk_requests_pkey PRIMARY KEY (request_id),
  CONSTRAINT desk_requests_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(office_id)
);
COMMENT ON TABLE desk_requests IS 'Written by procedures. Each request as its office''s queue shows it; in step with correction_request_moves by the same transaction.';
GRANT INSERT, SELECT, UPDATE ON desk_requests TO ansinh_app;

CREATE TABLE documents (
  document_id uuid NOT NULL,
  registration_id uuid,
  person_id bigint,
  kind text NOT NULL,
  media_type text NOT NULL,
  size_bytes integer NOT NULL,
  width_px integer,
  height_px integer,
  content_hmac bytea,
  storage_key text NOT NULL,
  wrapped_key bytea,
  sealed_facts bytea,
  hints jsonb DEFAULT '{}'::jsonb NOT NULL,
  received_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  replaced_at timestamp with time zone,
  erased_at timestamp with time zone,
  CONSTRAINT documents_pkey PRIMARY KEY (document_id),
  CONSTRAINT documents_check CHECK (((erased_at IS NULL) = (wrapped_key IS NOT NULL))),
  CONSTRAINT documents_check1 CHECK (((erased_at IS NULL) OR ((sealed_facts IS NULL) AND (content_hmac IS NULL)))),
  CONSTRAINT documents_kind_check CHECK ((kind = ANY (ARRAY['id-front'::text, 'id-back'::text, 'portrait'::text, 'form-scan'::text, 'birth-certificate'::text, 'attachment-1'::text, 'attachment-2'::text, 'attachment-3'::text]))),
  CONSTRAINT documents_storage_key_check CHECK ((storage_key ~ '^[0-9a-f]{64}$'::text))
);
COMMENT ON TABLE documents IS 'Written by documents. wrapped_key set to NULL together with the file removal is the erasure: bytes and key are both gone.';
COMMENT ON COLUMN documents.registration_id IS 'What the file was sent for: a registration, a request with papers (request_photo_folders), or a ticket (ticket_photo_folders).';
GRANT DELETE, INSERT, SELECT, UPDATE ON documents TO ansinh_app;

CREATE TABLE email_links (
  link_hash bytea NOT NULL,
  person_id bigint NOT NULL,
  asked_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone,
  CONSTRAINT email_links_pkey PRIMARY KEY (link_hash)
);
COMMENT ON TABLE email_links IS 'Written by recovery. The secret of a link sent to the e-mail on file, hashed; 30 minutes, once, together with the birth date.';
GRANT DELETE, INSERT, SELECT, UPDATE ON email_links TO ansinh_app;

CREATE TABLE employer_letters (
  letter_id uuid NOT NULL,
  office_id integer NOT NULL,
  staff_id bigint NOT NULL,
  campaign_id uuid,
  standing text NOT NULL,
  title text NOT NULL,
  words text NOT NULL,
  state text DEFAULT 'sending'::text NOT NULL,
  employers integer NOT NULL,
  made_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  settled_at timestamp with time zone,
  CONSTRAINT employer_letters_pkey PRIMARY KEY (letter_id),
  CONSTRAINT employer_letters_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(office_id),
  CONSTRAINT employer_letters_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff_users(staff_id),
  CONSTRAINT employer_letters_state_check CHECK ((state = ANY (ARRAY['sending'::text, 'sent'::text, 'stopped'::text]))),
  CONSTRAINT employer_letters_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  CONSTRAINT employer_letters_words_check CHECK (((length(words) >= 1) AND (length(words) <= 4000)))
);
COMMENT ON TABLE employer_letters IS 'Written by campaign-letters. Orders of letters to employers, as they stand.';
GRANT INSERT, SELECT, UPDATE ON employer_letters TO ansinh_app;

CREATE TABLE employer_mergers (
  merger_id uuid DEFAULT gen_random_uuid() NOT NULL,
  from_employer_id bigint NOT NULL,
  to_employer_id bigint NOT NULL,
  officers text NOT NULL,
  moved integer DEFAULT 0 NOT NULL,
  united integer DEFAULT 0 NOT NULL,
  consents_ended integer DEFAULT 0 NOT NULL,
  settled_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  undone_at timestamp with time zone,
  CONSTRAINT employer_mergers_pkey PRIMARY KEY (merger_id),
  CONSTRAINT employer_mergers_check CHECK ((from_employer_id <> to_employer_id)),
  CONSTRAINT employer_mergers_from_employer_id_fkey FOREIGN KEY (from_employer_id) REFERENCES employers(employer_id),
  CONSTRAINT employer_mergers_officers_check CHECK ((officers = ANY (ARRAY['carried'::text, 'ended'::text]))),
  CONSTRAINT employer_mergers_to_employer_id_fkey FOREIGN KEY (to_employer_id) REFERENCES employers(employer_id)
);
COMMENT ON TABLE employer_mergers IS 'Written by roster-ends. That the people of an employer passed to what it was renamed or merged into, how many, and what became of its officers.';
GRANT INSERT, SELECT ON employer_mergers TO ansinh_app;

CREATE TABLE employer_messages (
  employer_id bigint NOT NULL,
  message_id uuid DEFAULT gen_random_uuid() NOT NULL,
  letter_id uuid NOT NULL,
  title text NOT NULL,
  words text NOT NULL,
  made_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  sent_at timestamp with time zone,
  read_at timestamp with time zone,
  read_by bigint,
  CONSTRAINT employer_messages_pkey PRIMARY KEY (employer_id, message_id),
  CONSTRAINT employer_messages_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES employers(employer_id),
  CONSTRAINT employer_messages_letter_id_employer_id_key UNIQUE (letter_id, employer_id),
  CONSTRAINT employer_messages_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES employer_letters(letter_id)
);
COMMENT ON TABLE employer_messages IS 'Written by campaign-letters. The inbox of an employer''s officers; nothing in it before sent_at.';
GRANT INSERT, SELECT, UPDATE ON employer_messages TO ansinh_app;

CREATE TABLE employer_officers (
  officer_id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
  employer_id bigint NOT NULL,
  user_name text NOT NULL,
  full_name text NOT NULL,
  role text NOT NULL,
  valid_from date DEFAULT ansinh_today() NOT NULL,
  valid_to date,
  stopped_at timestamp with time zone,
  password_hash text,
  totp_secret_encrypted bytea NOT NULL,
  totp_last_step bigint,
  activation_hash bytea,
  activation_until timestamp with time zone,
  made_by_staff integer,
  made_by_officer integer,
  made_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  CONSTRAINT employer_officers_pkey PRIMARY KEY (officer_id),
  CONSTRAINT employer_officers_check CHECK ((valid_to >= valid_from)),
  CONSTRAINT employer_officers_check1 CHECK (((activation_hash IS NULL) = (activation_until IS NULL))),
  CONSTRAINT employer_officers_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES employer_organisations(employer_id),
  CONSTRAINT employer_officers_full_name_check CHECK (((length(full_name) >= 1) AND (length(full_name) <= 100))),
  CONSTRAINT employer_officers_made_by_officer_fkey FOREIGN KEY (made_by_officer) REFERENCES employer_officers(officer_id),
  CONSTRAINT employer_officers_made_by_staff_fkey FOREIGN KEY (made_by_staff) REFERENCES staff_users(staff_id),
  CONSTRAINT employer_officers_role_check CHECK ((role = ANY (ARRAY['administrator'::text, 'officer'::text]))),
  CONSTRAINT employer_officers_user_name_check CHECK ((user_name ~ '^[a-z0-9.-]{2,30}@[a-z0-9]{5,10}$'::text)),
  CONSTRAINT employer_officers_user_name_key UNIQUE (user_name)
);
COMMENT ON TABLE employer_officers IS 'Written by employer-officers. Officers of employers and schools: role, days, password and TOTP.';
GRANT INSERT, SELECT, UPDATE ON employer_officers TO ansinh_app;

CREATE TABLE employer_organisations (
  employer_id bigint NOT NULL,
  kind text DEFAULT 'employer'::text NOT NULL,
  opened_by integer,
  opened_office_id integer NOT NULL,
  opened_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  ended_at timestamp with time zone,
  end_reason text,
  CONSTRAINT employer_organisations_pkey PRIMARY KEY (employer_id),
  CONSTRAINT employer_organisations_check CHECK (((ended_at IS NULL) = (end_reason IS NULL))),
  CONSTRAINT employer_organisations_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES employers(employer_id),
  CONSTRAINT employer_organisations_end_reason_check CHECK (((length(end_reason) >= 1) AND (length(end_reason) <= 300))),
  CONSTRAINT employer_organisations_kind_check CHECK ((kind = ANY (ARRAY['employer'::text, 'school'::text]))),
  CONSTRAINT employer_organisations_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES staff_users(staff_id),
  CONSTRAINT employer_organisations_opened_office_id_fkey FOREIGN KEY (opened_office_id) REFERENCES offices(office_id)
);
COMMENT ON TABLE employer_organisations IS 'Written by employer-officers. Employers and schools whose officers may sign in; opened by their office. Ended: nobody of it signs in.';
GRANT INSERT, SELECT, UPDATE ON employer_organisations TO ansinh_app;

CREATE TABLE employer_sessions (
  session_hash bytea NOT NULL,
  officer_id integer NOT NULL,
  stage text NOT NULL,
  created_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  last_seen_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  revoked_at timestamp with time zone,
  CONSTRAINT employer_sessions_pkey PRIMARY KEY (session_hash),
  CONSTRAINT employer_sessions_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES employer_officers(officer_id),
  CONSTRAINT employer_sessions_stage_check CHECK ((stage = ANY (ARRAY['second-factor'::text, 'full'::text])))
);
COMMENT ON TABLE employer_sessions IS 'Written by employer-officers. 15 min idle, 8 h in all, like staff_sessions.';
GRANT DELETE, INSERT, SELECT, UPDATE ON employer_sessions TO ansinh_app;

CREATE TABLE employer_standings (
  employer_id bigint NOT NULL,
  employer_code text NOT NULL,
  name text NOT NULL,
  name_folded text NOT NULL,
  office_id integer NOT NULL,
  district_code text NOT NULL,
  industry text NOT NULL,
  size_band text NOT NULL,
  size integer,
  ended boolean NOT NULL,
  people integer NOT NULL,
  not_started integer NOT NULL,
  registered integer NOT NULL,
  form_printed integer NOT NULL,
  form_handed_in integer NOT NULL,
  approved integer NOT NULL,
  signed_in integer NOT NULL,
  needs_help integer NOT NULL,
  reached_registered integer GENERATED ALWAYS AS (((((registered + form_printed) + form_handed_in) + approved) + signed_in)) STORED,
  reached_handed_in integer GENERATED ALWAYS AS (((form_handed_in + approved) + signed_in)) STORED,
  reached_approved integer GENERATED ALWAYS AS ((approved + signed_in)) STORED,
  standing text GENERATED ALWAYS AS (
CASE
    WHEN (people = 0) THEN
    CASE
        WHEN ended THEN 'ended'::text
        ELSE 'no-roster'::text
    END
    WHEN (not_started = people) THEN 'nobody-registered'::text
    ELSE 'under-way'::text
END) STORED,
  CONSTRAINT employer_standings_pkey PRIMARY KEY (employer_id)
);
COMMENT ON TABLE employer_standings IS 'Written by the counting of campaigns. How far each employer is; equal to a recount of roster_entries at the time told by rollout_counted.';
GRANT DELETE, INSERT, SELECT, UPDATE ON employer_standings TO ansinh_app;

CREATE TABLE employer_versions (
  employer_code text NOT NULL,
  name text NOT NULL,
  tax_code text,
  address text NOT NULL,
  ward_code text,
  office_id integer NOT NULL,
  industry text,
  size integer,
  successor_code text,
  valid_from date NOT NULL,
  valid_to date,
  source text NOT NULL,
  import_batch_id uuid,
  CONSTRAINT employer_versions_pkey PRIMARY KEY (employer_code, valid_from),
  CONSTRAINT employer_versions_employer_code_check CHECK ((employer_code ~ '^[A-Z]{2,3}\d{3,4}[A-Z]$'::text)),
  CONSTRAINT employer_versions_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(office_id),
  CONSTRAINT employer_versions_size_check CHECK ((size >= 0)),
  CONSTRAINT employer_versions_tax_code_check CHECK ((tax_code ~ '^\d{10}(-\d{3})?$'::text))
);
COMMENT ON TABLE employer_versions IS 'Written by employers. Name, place and office of an employer by time; successor_code names the employer it was renamed or merged into.';
GRANT INSERT, SELECT, UPDATE ON employer_versions TO ansinh_app;

CREATE TABLE employer_wishes (
  registration_id uuid NOT NULL,
  wish_no bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  wish text NOT NULL,
  is_on boolean NOT NULL,
  decided_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  CONSTRAINT employer_wishes_pkey PRIMARY KEY (registration_id, wish_no),
  CONSTRAINT employer_wishes_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES registrations(registration_id) ON DELETE CASCADE,
  CONSTRAINT employer_wishes_wish_check CHECK ((wish = ANY (ARRAY['share-reasons'::text, 'help'::text])))
);
COMMENT ON TABLE employer_wishes IS 'Written by rollouts. Consent of the person, per purpose, revocable; off until said. Goes with the registration.';
GRANT INSERT, SELECT ON employer_wishes TO ansinh_app;

CREATE TABLE employers (
  employer_id bigint DEFAULT nextval('employer_ids'::regclass) NOT NULL,
  employer_code text NOT NULL,
  name text NOT NULL,
  name_folded text GENERATED ALWAYS AS (fold_text(name)) STORED,
  address text NOT NULL,
  ward_code text,
  office_id integer NOT NULL,
  source text NOT NULL,
  tax_code text,
  successor_code text,
  valid_from date,
  valid_to date,
  CONSTRAINT employers_pkey PRIMARY KEY (employer_id),
  CONSTRAINT employers_employer_code_check CHECK ((employer_code ~ '^[A-Z]{2,3}\d{3,4}[A-Z]$'::text)),
  CONSTRAINT employers_employer_code_key UNIQUE (employer_code),
  CONSTRAINT employers_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(office_id),
  CONSTRAINT employers_tax_code_check CHECK ((tax_code ~ '^\d{10}(-\d{3})?$'::text))
);
COMMENT ON TABLE employers IS 'Written by employers. One row each, as it stands; valid_to tells that it is no more. employer_versions holds what was said for which time.';
GRANT DELETE, INSERT, SELECT, UPDATE ON employers TO ansinh_app;

CREATE TABLE error_notes (
  error_id text NOT NULL,
  noted_at timestamp with time zone NOT NULL,
  operation_id text,
  code text NOT NULL,
  status smallint NOT NULL,
  try_again_at timestamp with time zone,
  surface text NOT NULL,
  screen text,
  app_version text,
  actor_kind text NOT NULL,
  subject_tag bytea,
  subject_sealed bytea,
  CONSTRAINT error_notes_pkey PRIMARY KEY (error_id, noted_at),
  CONSTRAINT error_notes_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['anonymous'::text, 'applicant'::text, 'citizen'::text, 'staff'::text, 'employer'::text, 'system'::text]))),
  CONSTRAINT error_notes_app_version_check CHECK ((length(app_version) <= 24)),
  CONSTRAINT error_notes_check CHECK (((subject_tag IS NULL) = (subject_sealed IS NULL))),
  CONSTRAINT error_notes_error_id_check CHECK ((error_id ~ '^[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}$'::text)),
  CONSTRAINT error_notes_screen_check CHECK ((length(screen) <= 100)),
  CONSTRAINT error_notes_surface_check CHECK ((surface = ANY (ARRAY['citizen'::text, 'office'::text, 'both'::text])))
);
COMMENT ON TABLE error_notes IS 'Written by support-desk. What was answered where and when, by the id that the person saw; kept 30 days. No names, no numbers, nothing typed.';
GRANT DELETE, INSERT, SELECT ON error_notes TO ansinh_app;

CREATE TABLE extension_reasons (
  registration_id uuid NOT NULL,
  granted_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  staff_id integer NOT NULL,
  reason text NOT NULL,
  CONSTRAINT extension_reasons_pkey PRIMARY KEY (registration_id, granted_at),
  CONSTRAINT extension_reasons_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 300))),
  CONSTRAINT extension_reasons_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES registrations(registration_id) ON DELETE CASCADE,
  CONSTRAINT extension_reasons_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff_users(staff_id)
);
COMMENT ON TABLE extension_reasons IS 'Written by counter. Why a clerk gave more time, in the clerk''s words; gone with the registration. The audit line holds no free text.';
GRANT DELETE, INSERT, SELECT, UPDATE ON extension_reasons TO ansinh_app;

CREATE TABLE fraud_reviews (
  review_id uuid NOT NULL,
  registration_id uuid NOT NULL,
  kind text NOT NULL,
  staff_id integer NOT NULL,
  office_id integer NOT NULL,
  reason_code text NOT NULL,
  said text DEFAULT ''::text NOT NULL,
  signal_kinds text[] DEFAULT '{}'::text[] NOT NULL,
  reviewed_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  CONSTRAINT fraud_reviews_pkey PRIMARY KEY (review_id),
  CONSTRAINT fraud_reviews_kind_check CHECK ((kind = ANY (ARRAY['send'::text, 'pass'::text, 'refuse'::text]))),
  CONSTRAINT fraud_reviews_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES registrations(registration_id) ON DELETE CASCADE,
  CONSTRAINT fraud_reviews_said_check CHECK ((length(said) <= 300)),
  CONSTRAINT fraud_reviews_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff_users(staff_id)
);
COMMENT ON TABLE fraud_reviews IS 'Written by fraud. Who sent a case to review and who decided it, with the reason. Gone with the registration; the audit line stays.';
GRANT INSERT, SELECT ON fraud_reviews TO ansinh_app;

CREATE TABLE fraud_signals (
  registration_id uuid NOT NULL,
  kind text NOT NULL,
  measured integer NOT NULL,
  others uuid[] DEFAULT '{}'::uuid[] NOT NULL,
  staff_id integer,
  rule_version text NOT NULL,
  found_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  cleared_at timestamp with time zone,
  reviewed boolean DEFAULT false NOT NULL,
  CONSTRAINT fraud_signals_pkey PRIMARY KEY (registration_id, kind),
  CONSTRAINT fraud_signals_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES registrations(registration_id) ON DELETE CASCADE
);
COMMENT ON TABLE fraud_signals IS 'Written by fraud. Reasons to look twice, each with what was counted and the rule''s version. Hints, never verdicts; the applicant is never told.';
GRANT INSERT, SELECT, UPDATE ON fraud_signals TO ansinh_app;

CREATE TABLE fraud_subjects (
  registration_id uuid NOT NULL,
  subject_hmac bytea NOT NULL,
  family_hmac bytea NOT NULL,
  phone_hmac bytea NOT NULL,
  device_hmac bytea,
  address_hmac bytea NOT NULL,
  traced_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  CONSTRAINT fraud_subjects_pkey PRIMARY KEY (registration_id),
  CONSTRAINT fraud_subjects_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES registrations(registration_id) ON DELETE CASCADE
);
COMMENT ON TABLE fraud_subjects IS 'Written by fraud. Who stands behind a registration and by which phone and device it came, as keyed hashes (RETENTION_RULES fraud-trace).';
GRANT DELETE, INSERT, SELECT, UPDATE ON fraud_subjects TO ansinh_app;

CREATE TABLE hand_in_batch_forms (
  batch_id uuid NOT NULL,
  "position" integer NOT NULL,
  registration_id uuid NOT NULL,
  code_tail text NOT NULL,
  received_at timestamp with time zone,
  received_by integer,
  CONSTRAINT hand_in_batch_forms_pkey PRIMARY KEY (batch_id, "position"),
  CONSTRAINT hand_in_batch_forms_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES hand_in_batches(batch_id) ON DELETE CASCADE,
  CONSTRAINT hand_in_batch_forms_batch_id_registration_id_key UNIQUE (batch_id, registration_id),
  CONSTRAINT hand_in_batch_forms_code_tail_check CHECK ((length(code_tail) = 4)),
  CONSTRAINT hand_in_batch_forms_received_by_fkey FOREIGN KEY (received_by) REFERENCES staff_users(staff_id)
);
COMMENT ON TABLE hand_in_batch_forms IS 'Written by batches. The forms a cover sheet names; whose they are stands with the registrations.';
GRANT INSERT, SELECT, UPDATE ON hand_in_batch_forms TO ansinh_app;

CREATE TABLE hand_in_batch_odds (
  batch_id uuid NOT NULL,
  scan_id uuid NOT NULL,
  reason text NOT NULL,
  code_tail text NOT NULL,
  scanned_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  staff_id integer NOT NULL,
  CONSTRAINT hand_in_batch_odds_pkey PRIMARY KEY (batch_id, scan_id),
  CONSTRAINT hand_in_batch_odds_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES hand_in_batches(batch_id) ON DELETE CASCADE,
  CONSTRAINT hand_in_batch_odds_code_tail_check CHECK ((length(code_tail) <= 4)),
  CONSTRAINT hand_in_batch_odds_reason_check CHECK ((reason = ANY (ARRAY['unknown-code'::text, 'not-in-batch'::text, 'already-handed-in'::text, 'other-office'::text, 'expired'::text, 'not-waiting'::text, 'locked'::text]))),
  CONSTRAINT hand_in_batch_odds_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff_users(staff_id)
);
COMMENT ON TABLE hand_in_batch_odds IS 'Written by batches. Scans that fell out, each with the reason; the paper goes back with the employer.';
GRANT INSERT, SELECT ON hand_in_batch_odds TO ansinh_app;

CREATE TABLE hand_in_batches (
  batch_id uuid NOT NULL,
  batch_number text NOT NULL,
  year smallint NOT NULL,
  serial integer NOT NULL,
  code_hmac bytea NOT NULL,
  code_encrypted bytea NOT NULL,
  employer_name text NOT NULL,
  office_id integer NOT NULL,
  made_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  handed_over_at timestamp with time zone,
  handed_over_by integer,
  receipt_hmac bytea,
  receipt_encrypted bytea,
  employer_id bigint,
  delivered_at timestamp with time zone,
  CONSTRAINT hand_in_batches_pkey PRIMARY KEY (batch_id),
  CONSTRAINT hand_in_batches_batch_number_key UNIQUE (batch_number),
  CONSTRAINT hand_in_batches_check CHECK (((handed_over_at IS NULL) = (receipt_hmac IS NULL))),
  CONSTRAINT hand_in_batches_code_hmac_key UNIQUE (code_hmac),
  CONSTRAINT hand_in_batches_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES employers(employer_id),
  CONSTRAINT hand_in_batches_employer_name_check CHECK (((length(employer_name) >= 1) AND (length(employer_name) <= 200))),
  CONSTRAINT hand_in_batches_handed_over_by_fkey FOREIGN KEY (handed_over_by) REFERENCES staff_users(staff_id),
  CONSTRAINT hand_in_batches_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(office_id),
  CONSTRAINT hand_in_batches_office_id_year_serial_key UNIQUE (office_id, year, serial),
  CONSTRAINT hand_in_batches_receipt_hmac_key UNIQUE (receipt_hmac),
  CONSTRAINT hand_in_batches_serial_check CHECK ((serial >= 1))
);
COMMENT ON TABLE hand_in_batches IS 'Written by batches. One cover sheet; numbered {office code}/{yyyy}/BK{serial}.';
COMMENT ON COLUMN hand_in_batches.employer_id IS 'Who made the batch in its own area; NULL for one made by the office. The name beside it stays as it was on the cover sheet.';
GRANT INSERT, SELECT, UPDATE ON hand_in_batches TO ansinh_app;

CREATE TABLE hand_in_lines (
  batch_id uuid NOT NULL,
  "position" integer NOT NULL,
  employer_id bigint NOT NULL,
  entry_id uuid NOT NULL,
  CONSTRAINT hand_in_lines_pkey PRIMARY KEY (batch_id, "position"),
  CONSTRAINT hand_in_lines_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES hand_in_batches(batch_id) ON DELETE CASCADE
);
COMMENT ON TABLE hand_in_lines IS 'Written by hand-ins. Whose form stands at which place of a batch, in the words of the employer’s own list.';
GRANT INSERT, SELECT ON hand_in_lines TO ansinh_app;

CREATE TABLE health_card_endings (
  person_id bigint NOT NULL,
  card_id uuid NOT NULL,
  ended_at timestamp with time zone DEFAULT now() NOT NULL,
  kind text NOT NULL,
  import_batch_id uuid,
  source text NOT NULL,
  CONSTRAINT health_card_endings_pkey PRIMARY KEY (person_id, card_id),
  CONSTRAINT health_card_endings_kind_check CHECK ((kind = ANY (ARRAY['correction'::text, 'change'::text, 'withdrawal'::text])))
) PARTITION BY HASH (person_id);
-- 32 partitions like FOR VALUES WITH (modulus 32, remainder n); ansinh_app: nothing
COMMENT ON TABLE health_card_endings IS 'Written by cards. From when on, and why, a card row is no longer what we know. No UPDATE, no DELETE.';
GRANT INSERT, SELECT ON health_card_endings TO ansinh_app;

CREATE TABLE health_cards (
  person_id bigint NOT NULL,
  card_id uuid NOT NULL,
  health_card_number text NOT NULL,
  legacy_card_number text,
  participant_group text NOT NULL,
  coverage_level smallint NOT NULL,
  registered_facility_code text NOT NULL,
  area_code text,
  valid_from date NOT NULL,
  valid_to date,
  continuous_since date,
  issued_on date NOT NULL,
  issuing_office_id integer,
  recorded_at timestamp with time zone DEFAULT now() NOT NULL,
  source text NOT NULL,
  import_batch_id uuid,
  CONSTRAINT health_cards_pkey PRIMARY KEY (person_id, card_id),
  CONSTRAINT health_cards_area_code_check CHECK ((area_code = ANY (ARRAY['K1'::text, 'K2'::text, 'K3'::text]))),
  CONSTRAINT health_cards_coverage_level_check CHECK (((coverage_level >= 1) AND (coverage_level <= 5))),
  CONSTRAINT health_cards_health_card_number_check CHECK ((health_card_number ~ '^\d{10}$'::text)),
  CONSTRAINT health_cards_legacy_card_number_check CHECK ((legacy_card_number ~ '^[A-Z]{2}[1-5]\d{12}$'::text)),
  CONSTRAINT health_cards_participant_group_check CHECK ((participant_group ~ '^[A-Z]{2}$'::text))
) PARTITION BY HASH (person_id);
-- 32 partitions like FOR VALUES WITH (modulus 32, remainder n); ansinh_app: nothing
COMMENT ON TABLE health_cards IS 'Written by cards. Several cards overlap in time; the date decides.';
GRANT INSERT, SELECT ON health_cards TO ansinh_app;

CREATE TABLE health_facilities (
  facility_code text NOT NULL,
  name text NOT NULL,
  name_folded text GENERATED ALWAYS AS (fold_text(name)) STORED,
  province_code text,
  address text,
  valid_from date NOT NULL,
  valid_to date,
  source text NOT NULL,
  ward_code text,
  facility_type text,
  phone text,
  aliases text[] DEFAULT '{}'::text[] NOT NULL,
  import_batch_id uuid,
  hours text,
  longitude double precision,
  latitude double precision,
  CONSTRAINT health_facilities_pkey PRIMARY KEY (facility_code, valid_from),
  CONSTRAINT health_facilities_facility_code_check CHECK ((facility_code ~ '^\d{2}[0-9A-Z]{3}$'::text))
);
COMMENT ON TABLE health_facilities IS 'Written by reference-lists. Facilities with a health-insurance contract; those of the army may have no province.';
COMMENT ON COLUMN health_facilities.hours IS 'As the facility tells them; by proposals of the reference desk.';
GRANT DELETE, INSERT, SELECT, UPDATE ON health_facilities TO ansinh_app;

CREATE TABLE help_question_counts (
  asked_on date NOT NULL,
  language text NOT NULL,
  kind text NOT NULL,
  slot integer NOT NULL,
  questions bigint NOT NULL,
  CONSTRAINT help_question_counts_pkey PRIMARY KEY (asked_on, language, kind, slot),
  CONSTRAINT help_question_counts_kind_check CHECK ((kind = ANY (ARRAY['answer'::text, 'unknown'::text]))),
  CONSTRAINT help_question_counts_language_check CHECK ((language = ANY (ARRAY['vi'::text, 'en'::text]))),
  CONSTRAINT help_question_counts_questions_check CHECK ((questions > 0)),
  CONSTRAINT help_question_counts_slot_check CHECK (((slot >= 0) AND (slot <= 15)))
);
COMMENT ON TABLE help_question_counts IS 'Written by assistant. How many questions were answered and how many were not, by day.';
GRANT INSERT, SELECT, UPDATE ON help_question_counts TO ansinh_app;

CREATE TABLE help_votes (
  article_id text NOT NULL,
  language text NOT NULL,
  voted_on date NOT NULL,
  helped boolean NOT NULL,
  votes bigint NOT NULL,
  CONSTRAINT help_votes_pkey PRIMARY KEY (article_id, language, voted_on, helped),
  CONSTRAINT help_votes_language_check CHECK ((language = ANY (ARRAY['vi'::text, 'en'::text]))),
  CONSTRAINT help_votes_votes_check CHECK ((votes > 0))
);
COMMENT ON TABLE help_votes IS 'Written by help. How many readers an article helped, and how many it did not, by day.';
GRANT INSERT, SELECT, UPDATE ON help_votes TO ansinh_app;

CREATE TABLE households (
  household_id bigint NOT NULL,
  household_code text NOT NULL,
  ward_code text NOT NULL,
  address text NOT NULL,
  CONSTRAINT households_pkey PRIMARY KEY (household_id),
  CONSTRAINT households_household_code_check CHECK ((household_code ~ '^\d{10}$'::text)),
  CONSTRAINT households_household_code_key UNIQUE (household_code)
);
COMMENT ON TABLE households IS 'Written by persons.';
GRANT DELETE, INSERT, SELECT, UPDATE ON households TO ansinh_app;

CREATE TABLE import_batches (
  batch_id uuid NOT NULL,
  kind text NOT NULL,
  state text NOT NULL,
  refused_code text,
  file_name text NOT NULL,
  file_format text NOT NULL,
  file_bytes bigint NOT NULL,
  file_sha256 bytea,
  file_key_encrypted bytea,
  file_erased_at timestamp with time zone,
  source text NOT NULL,
  sent_by_staff_id integer,
  phase text DEFAULT 'waiting'::text NOT NULL,
  rows_read integer DEFAULT 0 NOT NULL,
  bytes_read bigint DEFAULT 0 NOT NULL,
  mapping jsonb DEFAULT '[]'::jsonb NOT NULL,
  group_counts jsonb DEFAULT '{}'::jsonb NOT NULL,
  applied_counts jsonb,
  compensates_batch_id uuid,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  previewed_at timestamp with time zone,
  confirmed_at timestamp with time zone,
  applied_at timestamp with time zone,
  refused_details jsonb DEFAULT '{}'::jsonb NOT NULL,
  preview_digest bigint,
  base_moved boolean DEFAULT false NOT NULL,
  decides_batch_id uuid,
  employer_id bigint,
  chosen_headings jsonb DEFAULT '[]'::jsonb NOT NULL,
  CONSTRAINT import_batches_pkey PRIMARY KEY (batch_id),
  CONSTRAINT import_batches_compensates_batch_id_fkey FOREIGN KEY (compensates_batch_id) REFERENCES import_batches(batch_id),
  CONSTRAINT import_batches_decides_batch_id_fkey FOREIGN KEY (decides_batch_id) REFERENCES import_batches(batch_id),
  CONSTRAINT import_batches_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES employers(employer_id),
  CONSTRAINT import_batches_file_format_check CHECK ((file_format = ANY (ARRAY['csv'::text, 'xlsx'::text, 'xml'::text]))),
  CONSTRAINT import_batches_file_sha256_check CHECK ((length(file_sha256) = 32)),
  CONSTRAINT import_batches_state_check CHECK ((state = ANY (ARRAY['uploading'::text, 'uploaded'::text, 'parsed'::text, 'matched'::text, 'preview'::text, 'confirmed'::text, 'applied'::text, 'partly'::text, 'refused'::text, 'discarded'::text, 'undone'::text])))
);
COMMENT ON TABLE import_batches IS 'Written by imports. One file, or one compensation of a file; its state moves by conditional updates only.';
COMMENT ON COLUMN import_batches.decides_batch_id IS 'The batch whose close matches this one writes, as a person decided; it has no file of its own.';
COMMENT ON COLUMN import_batches.employer_id IS 'The employer whose own file this is: no operator sees it, no other employer finds it by its hash. NULL: a file of the agency.';
COMMENT ON COLUMN import_batches.chosen_headings IS 'Headings whose meaning a person chose: [{"heading", "column"}]; column null means that this one is not read.';
GRANT INSERT, SELECT, UPDATE ON import_batches TO ansinh_app;

CREATE TABLE import_close_matches (
  batch_id uuid NOT NULL,
  row_no integer NOT NULL,
  like_person_id bigint NOT NULL,
  cells text[] NOT NULL,
  verdict text,
  decided_at timestamp with time zone,
  decided_by_staff_id integer,
  written_by_batch_id uuid,
  CONSTRAINT import_close_matches_pkey PRIMARY KEY (batch_id, row_no),
  CONSTRAINT import_close_matches_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES import_batches(batch_id),
  CONSTRAINT import_close_matches_check CHECK (((verdict IS NULL) = (decided_at IS NULL))),
  CONSTRAINT import_close_matches_verdict_check CHECK ((verdict = ANY (ARRAY['same'::text, 'other'::text, 'neither'::text]))),
  CONSTRAINT import_close_matches_written_by_batch_id_fkey FOREIGN KEY (written_by_batch_id) REFERENCES import_batches(batch_id)
);
COMMENT ON TABLE import_close_matches IS 'Written by close-matches. Rows of a written batch that wait for a person to say whether they are that person; canonical texts in the order of the kind''s columns; erased with the batch''s file.';
GRANT DELETE, INSERT, SELECT ON import_close_matches TO ansinh_app;

CREATE TABLE import_row_faults (
  batch_id uuid NOT NULL,
  row_no integer NOT NULL,
  column_name text,
  code text NOT NULL,
  value text,
  in_match boolean DEFAULT true NOT NULL,
  CONSTRAINT import_row_faults_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES import_batches(batch_id)
);
COMMENT ON TABLE import_row_faults IS 'Written by imports and by the kinds that match. Row, column, value and what to do, for the preview and the file sent back; erased with the file.';
COMMENT ON COLUMN import_row_faults.in_match IS 'Found against the register; forgotten when the batch is matched again.';
GRANT DELETE, INSERT, SELECT, UPDATE ON import_row_faults TO ansinh_app;

CREATE UNLOGGED TABLE import_rows (
  batch_id uuid NOT NULL,
  row_no integer NOT NULL,
  row_group text,
  person_id bigint,
  cells text[] NOT NULL,
  faulty boolean DEFAULT false NOT NULL,
  CONSTRAINT import_rows_row_group_check CHECK ((row_group = ANY (ARRAY['new'::text, 'known'::text, 'close-match'::text, 'moved'::text, 'rejected'::text])))
) WITH (fillfactor=100);
COMMENT ON TABLE import_rows IS 'Written by imports; row_group and person_id by the kind that matches. Rows under way, canonical texts in the order of the kind''s columns.';
COMMENT ON COLUMN import_rows.faulty IS 'Rejected when the file was read; stays so however often the batch is matched again.';
GRANT DELETE, INSERT, SELECT, UPDATE ON import_rows TO ansinh_app;

CREATE TABLE inbox_messages (
  inbox_message_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  message_id uuid NOT NULL,
  channel text NOT NULL,
  recipient text NOT NULL,
  subject text,
  body text NOT NULL,
  received_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
  CONSTRAINT inbox_messages_pkey PRIMARY KEY (inbox_message_id),
  CONSTRAINT inbox_messages_message_id_key UNIQUE (message_id)
);
COMMENT ON TABLE inbox_messages IS 'Written by messages. The development gateway: exists only to be read on the inbox page of a demo database.';
GRANT DELETE, INSERT, SELECT, UPDATE ON inbox_messages TO ansinh_app;

CREATE TABLE incident_deadlines (
  order_id uuid NOT NULL,
  incident_id uuid NOT NULL,
  CONSTRAINT incident_deadlines_pkey PRIMARY KEY (order_id),
  CONSTRAINT incident_deadlines_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(incident_id),
  CONSTRAINT incident_deadlines_order_id_fkey FOREIGN KEY (order_id) REFERENCES closure_orders(order_id)
);
COMMENT ON TABLE incident_deadlines IS 'Written by incidents. Which orders of closures moved deadlines for it. No UPDATE, no DELETE.';
GRANT INSERT, SELECT ON incident_deadlines TO ansinh_app;

CREATE TABLE incident_updates (
  incident_id uuid NOT NULL,
  update_no integer NOT NULL,
  state text NOT NULL,
  title_vi text NOT NULL,
  title_en text NOT NULL,
  words_vi text NOT NULL,
  words_en text NOT NULL,
  expected_end_at timestamp with time zone,
  staff_id integer NOT NULL,
  recorded_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  CONSTRAINT incident_updates_pkey PRIMARY KEY (incident_id, update_no),
  CONSTRAINT incident_updates_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(incident_id),
  CONSTRAINT incident_updates_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff_users(staff_id),
  CONSTRAINT incident_updates_state_check CHECK ((state = ANY (ARRAY['open'::text, 'ended'::text, 'withdrawn'::text]))),
  CONSTRAINT incident_updates_title_en_check CHECK (((length(title_en) >= 1) AND (length(title_en) <= 120))),
  CONSTRAINT incident_updates_title_vi_check CHECK (((length(title_vi) >= 1) AND (length(title_vi) <= 120))),
  CONSTRAINT incident_updates_update_no_check CHECK ((update_no > 0)),
  CONSTRAINT incident_updates_words_en_check CHECK (((length(words_en) >= 1) AND (length(words_en) <= 1000))),
  CONSTRAINT incident_updates_words_vi_check CHECK (((length(words_vi) >= 1) AND (length(words_vi) <= 1000)))
);
COMMENT ON TABLE incident_updates IS 'Written by incidents. What was said, in both languages; the highest number holds. ended, withdrawn: the last one. No UPDATE, no DELETE.';
GRANT INSERT, SELECT ON incident_updates TO ansinh_app;

CREATE TABLE incidents (
  incident_id uuid NOT NULL,
  kind text NOT NULL,
  office_id integer,
  features text[] NOT NULL,
  begins_at timestamp with time zone NOT NULL,
  staff_id integer NOT NULL,
  recorded_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  CONSTRAINT incidents_pkey PRIMARY KEY (incident_id),
  CONSTRAINT incidents_kind_check CHECK ((kind = ANY (ARRAY['planned-work'::text, 'disturbance'::text, 'outage'::text, 'fraud-warning'::text]))),
  CONSTRAINT incidents_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(office_id),
  CONSTRAINT incidents_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff_users(staff_id)
);
COMMENT ON TABLE incidents IS 'Written by incidents. One row per thing announced; what is said of it stands in incident_updates. No UPDATE, no DELETE.';
GRANT INSERT, SELECT ON incidents TO ansinh_app;

CREATE TABLE installation (
  singleton boolean DEFAULT true NOT NULL,
  demo boolean NOT NULL,
  seeded_at timestamp with time zone,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT installation_pkey PRIMARY KEY (singleton),
  CONSTRAINT installation_singleton_check CHECK (singleton)
);
COMMENT ON TABLE installation IS 'Written by platform. One row: whether this database was made and marked as a demo.';
GRANT SELECT ON installation TO ansinh_app;

CREATE TABLE insurance_numbers (
  insurance_number text NOT NULL,
  person_id bigint NOT NULL,
  CONSTRAINT insurance_numbers_pkey PRIMARY KEY (insurance_number),
  CONSTRAINT insurance_numbers_insurance_number_check CHECK ((insurance_number ~ '^\d{10}$'::text))
);
COMMENT ON TABLE insurance_numbers IS 'Written by persons. Where an insurance number leads; unique by value.';
GRANT DELETE, INSERT, SELECT, UPDATE ON insurance_numbers TO ansinh_app;

CREATE TABLE invitation_sendings (
  employer_id bigint NOT NULL,
  sending_id uuid NOT NULL,
  channel text NOT NULL,
  kind text NOT NULL,
  states text[] NOT NULL,
  department text,
  planned integer NOT NULL,
  state text DEFAULT 'waiting'::text NOT NULL,
  done_until uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  made_by bigint NOT NULL,
  made_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  finished_at timestamp with time zone,
  CONSTRAINT invitation_sendings_pkey PRIMARY KEY (employer_id, sending_id),
  CONSTRAINT invitation_sendings_channel_check CHECK ((channel = ANY (ARRAY['sms'::text, 'email'::text]))),
  CONSTRAINT invitation_sendings_check CHECK (((state = 'done'::text) = (finished_at IS NOT NULL))),
  CONSTRAINT invitation_sendings_department_check CHECK ((length(department) <= 120)),
  CONSTRAINT invitation_sendings_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES employers(employer_id),
  CONSTRAINT invitation_sendings_kind_check CHECK ((kind = ANY (ARRAY['invitation'::text, 'reminder'::text]))),
  CONSTRAINT invitation_sendings_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'done'::text])))
);
COMMENT ON TABLE invitation_sendings IS 'Written by invitations. One order of an employer to invite or remind; made_by is its officer.';
GRANT INSERT, SELECT, UPDATE ON invitation_sendings TO ansinh_app;

CREATE TABLE invitation_stops (
  recipient_hmac bytea NOT NULL,
  stopped_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  CONSTRAINT invitation_stops_pkey PRIMARY KEY (recipient_hmac)
);
COMMENT ON TABLE invitation_stops IS 'Written by invitations. Addresses whose holder wants no invitation any more, from any employer; a keyed hash, no address.';
GRANT INSERT, SELECT ON invitation_stops TO ansinh_app;

CREATE TABLE invitations (
  employer_id bigint NOT NULL,
  once_key text NOT NULL,
  sending_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  channel text NOT NULL,
  parts smallint NOT NULL,
  message_key text NOT NULL,
  recipient_hmac bytea NOT NULL,
  stop_hmac bytea NOT NULL,
  made_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  CONSTRAINT invitations_pkey PRIMARY KEY (employer_id, once_key),
  CONSTRAINT invitations_channel_check CHECK ((channel = ANY (ARRAY['sms'::text, 'email'::text]))),
  CONSTRAINT invitations_message_key_key UNIQUE (message_key),
  CONSTRAINT invitations_stop_hmac_key UNIQUE (stop_hmac)
);
COMMENT ON TABLE invitations IS 'Written by invitations. Each message that was laid in the outbox for an employer; what became of it stands in messages.';
GRANT INSERT, SELECT ON invitations TO ansinh_app;

CREATE TABLE limit_counters (
  key text NOT NULL,
  points integer DEFAULT 0 NOT NULL,
  expire bigint,
  CONSTRAINT limit_counters_pkey PRIMARY KEY (key)
);
COMMENT ON TABLE limit_counters IS 'Written by platform (rate-limiter-flexible). Keys are keyed hashes, never names, numbers or addresses.';
GRANT DELETE, INSERT, SELECT, UPDATE ON limit_counters TO ansinh_app;

CREATE TABLE mandate_offer_answers (
  person_id bigint NOT NULL,
  offer_id uuid NOT NULL,
  kind text NOT NULL,
  answered_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  CONSTRAINT mandate_offer_answers_pkey PRIMARY KEY (person_id, offer_id),
  CONSTRAINT mandate_offer_answers_kind_check CHECK ((kind = ANY (ARRAY['accepted'::text, 'declined'::text, 'withdrawn'::text])))
) PARTITION BY HASH (person_id);
-- 32 partitions like FOR VALUES WITH (modulus 32, remainder n); ansinh_app: nothing
COMMENT ON TABLE mandate_offer_answers IS 'Written by mandates. accepted, declined: by who was asked; withdrawn: by who gives. No UPDATE, no DELETE.';
GRANT INSERT, SELECT ON mandate_offer_answers TO ansinh_app;

CREATE TABLE mandate_offer_receivers (
  person_id bigint NOT NULL,
  offer_id uuid NOT NULL,
  giver_person_id bigint NOT NULL,
  CONSTRAINT mandate_offer_receivers_pkey PRIMARY KEY (person_id, offer_id)
) PARTITION BY HASH (person_id);
-- 32 partitions like FOR VALUES WITH (modulus 32, remainder n); ansinh_app: nothing
COMMENT ON TABLE mandate_offer_receivers IS 'Written by mandates. What was offered to me: leads to the giver''s row.';
GRANT INSERT, SELECT ON mandate_offer_receivers TO ansinh_app;

CREATE TABLE mandate_offers (
  person_id bigint NOT NULL,
  offer_id uuid NOT NULL,
  reader_person_id bigint,
  reader_number text NOT NULL,
  areas text[] NOT NULL,
  last_on date NOT NULL,
  offered_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  CONSTRAINT mandate_offers_pkey PRIMARY KEY (person_id, offer_id),
  CONSTRAINT mandate_offers_areas_check CHECK (((areas <@ ARRAY['card'::text, 'participation'::text, 'benefits'::text, 'medical-book'::text]) AND (cardinality(areas) > 0))),
  CONSTRAINT mandate_offers_check CHECK ((reader_person_id <> person_id)),
  CONSTRAINT mandate_offers_reader_number_check CHECK ((reader_number ~ '^(\d{10}|\d{12})$'::text))
) PARTITION BY HASH (person_id);
-- 32 partitions like FOR VALUES WITH (modulus 32, remainder n); ansinh_app: nothing
COMMENT ON TABLE mandate_offers IS 'Written by mandates. As offered; never changed. Unanswered it lapses after the days of the rule.';
GRANT INSERT, SELECT ON mandate_offers TO ansinh_app;

CREATE TABLE messages (
  message_id uuid NOT NULL,
  idempotency_key text NOT NULL,
  event text NOT NULL,
  channel text NOT NULL,
  priority smallint DEFAULT 1 NOT NULL,
  person_id bigint,
  registration_id uuid,
  recipient_hmac bytea NOT NULL,
  recipient_encrypted bytea,
  subject text,
  text_encrypted bytea,
  segments smallint DEFAULT 1 NOT NULL,
  state text DEFAULT 'queued'::text NOT NULL,
  attempts integer DEFAULT 0 NOT NULL,
  send_after timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  give_up_at timestamp with time zone DEFAULT (ansinh_now() + '24:00:00'::interval) NOT NULL,
  leased_until timestamp with time zone,
  lease_id uuid,
  gateway_message_id text,
  failure_code text,
  created_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  accepted_at timestamp with time zone,
  final_at timestamp with time zone,
  CONSTRAINT messages_pkey PRIMARY KEY (message_id),
  CONSTRAINT messages_channel_check CHECK ((channel = ANY (ARRAY['sms'::text, 'email'::text, 'push'::text]))),
  CONSTRAINT messages_check CHECK (((state <> ALL (ARRAY['delivered'::text, 'permanent'::text, 'cancelled'::text])) OR ((text_encrypted IS NULL) AND (recipient_encrypted IS NULL) AND (final_at IS NOT NULL)))),
  CONSTRAINT messages_idempotency_key_key UNIQUE (idempotency_key),
  CONSTRAINT messages_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'delivered'::text, 'temporary'::text, 'permanent'::text, 'cancelled'::text])))
);
COMMENT ON TABLE messages IS 'Written by messages. queued → sent → delivered | temporary (retried) | permanent; text and recipient are wiped at the final state.';
GRANT DELETE, INSERT, SELECT, UPDATE ON messages TO ansinh_app;

CREATE TABLE national_ids (
  national_id text NOT NULL,
  person_id bigint NOT NULL,
  CONSTRAINT national_ids_pkey PRIMARY KEY (national_id),
  CONSTRAINT national_ids_national_id_check CHECK ((national_id ~ '^\d{12}$'::text))
);
COMMENT ON TABLE national_ids IS 'Written by persons. Where a 12-digit id leads; unique by value.';
GRANT DELETE, INSERT, SELECT, UPDATE ON national_ids TO ansinh_app;

CREATE TABLE notice_choices (
  person_id bigint NOT NULL,
  kind text NOT NULL,
  channel text NOT NULL,
  is_on boolean NOT NULL,
  changed_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  CONSTRAINT notice_choices_pkey PRIMARY KEY (person_id, kind, channel),
  CONSTRAINT notice_choices_channel_check CHECK ((channel = ANY (ARRAY['sms'::text, 'email'::text, 'push'::text]))),
  CONSTRAINT notice_choices_kind_check CHECK ((kind = ANY (ARRAY['case'::text, 'card'::text, 'participation'::text, 'visit'::text, 'statement'::text, 'announcement'::text]))) NOT VALID
) PARTITION BY HASH (person_id);
-- 32 partitions like FOR VALUES WITH (modulus 32, remainder n); ansinh_app: nothing
COMMENT ON TABLE notice_choices IS 'Written by notices. What a person switched; without a row the usual holds. Safety cannot be switched.';
GRANT INSERT, SELECT, UPDATE ON notice_choices TO ansinh_app;

CREATE TABLE notices (
  person_id bigint NOT NULL,
  notice_id uuid DEFAULT gen_random_uuid() NOT NULL,
  notice_key text NOT NULL,
  event text NOT NULL,
  kind text NOT NULL,
  subject_id text,
  title_vi text NOT NULL,
  body_vi text NOT NULL,
  title_en text NOT NULL,
  body_en text NOT NULL,
  told_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  read_at timestamp with time zone,
  CONSTRAINT notices_pkey PRIMARY KEY (person_id, notice_id),
  CONSTRAINT notices_kind_check CHECK ((kind = ANY (ARRAY['security'::text, 'case'::text, 'card'::text, 'participation'::text, 'visit'::text, 'statement'::text, 'announcement'::text]))) NOT VALID,
  CONSTRAINT notices_person_id_notice_key_key UNIQUE (person_id, notice_key)
) PARTITION BY HASH (person_id);
-- 32 partitions like FOR VALUES WITH (modulus 32, remainder n); ansinh_app: nothing
COMMENT ON TABLE notices IS 'Written by notices. The text is what was told; only read_at changes. Kept as long as the retention rule says.';
GRANT DELETE, INSERT, SELECT ON notices TO ansinh_app;

CREATE TABLE number_requests (
  request_id uuid NOT NULL,
  asked_sealed bytea NOT NULL,
  recorded_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  CONSTRAINT number_requests_pkey PRIMARY KEY (request_id)
);
COMMENT ON TABLE number_requests IS 'Written by number-requests. Questions for an insurance number that wait to be looked up; seconds, at most a day.';
GRANT DELETE, INSERT, SELECT ON number_requests TO ansinh_app;

CREATE TABLE office_capacities (
  office_id integer NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  clerks smallint NOT NULL,
  minutes_per_form smallint NOT NULL,
  employer_percent smallint NOT NULL,
  staff_id integer NOT NULL,
  noted_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  CONSTRAINT office_capacities_pkey PRIMARY KEY (office_id, valid_from),
  CONSTRAINT office_capacities_check CHECK ((valid_to >= valid_from)),
  CONSTRAINT office_capacities_clerks_check CHECK (((clerks >= 0) AND (clerks <= 200))),
  CONSTRAINT office_capacities_employer_percent_check CHECK (((employer_percent >= 0) AND (employer_percent <= 100))),
  CONSTRAINT office_capacities_minutes_per_form_check CHECK (((minutes_per_form >= 1) AND (minutes_per_form <= 120))),
  CONSTRAINT office_capacities_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(office_id),
  CONSTRAINT office_capacities_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff_users(staff_id)
);
COMMENT ON TABLE office_capacities IS 'Written by visit-plans. How many forms of employers an office takes, by time; without a row the default of the domain holds.';
GRANT INSERT, SELECT, UPDATE ON office_capacities TO ansinh_app;

CREATE TABLE office_closures (
  closure_id uuid NOT NULL,
  office_id integer NOT NULL,
  from_on date NOT NULL,
  to_on date NOT NULL,
  reason text NOT NULL,
  recorded_at timestamp with time zone DEFAULT now() NOT NULL,
  cancelled_at timestamp with time zone,
  order_id uuid,
  cause text DEFAULT 'closed'::text NOT NULL,
  CONSTRAINT office_closures_pkey PRIMARY KEY (closure_id),
  CONSTRAINT office_closures_cause_check CHECK ((cause = ANY (ARRAY['closed'::text, 'incident'::text]))),
  CONSTRAINT office_closures_check CHECK ((to_on >= from_on)),
  CONSTRAINT office_closures_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(office_id)
);
COMMENT ON TABLE office_closures IS 'Written by closures. Days an office is shut beside the calendar; deadlines falling on them move. order_id: the action that shut it; none for rows of a list.';
COMMENT ON COLUMN office_closures.cause IS 'incident: the office is open, but deadlines pass over these days as over closed ones.';
GRANT DELETE, INSERT, SELECT, UPDATE ON office_closures TO ansinh_app;

CREATE TABLE office_serials (
  office_id integer NOT NULL,
  year smallint NOT NULL,
  last_serial integer NOT NULL,
  CONSTRAINT office_serials_pkey PRIMARY KEY (office_id, year),
  CONSTRAINT office_serials_last_serial_check CHECK (((last_serial >= 1) AND (last_serial <= 999999))),
  CONSTRAINT office_serials_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(office_id)
);
COMMENT ON TABLE office_serials IS 'Written by registrations. Last number of {office code}/{yyyy}/{serial}; taken in the transaction that uses it.';
GRANT DELETE, INSERT, SELECT, UPDATE ON office_serials TO ansinh_app;

CREATE TABLE offices (
  office_id integer DEFAULT nextval('office_ids'::regclass) NOT NULL,
  official_code text,
  provisional_code text,
  name text NOT NULL,
  name_folded text GENERATED ALWAYS AS (fold_text(name)) STORED,
  office_level text NOT NULL,
  parent_office_id integer,
  province_code text NOT NULL,
  address text NOT NULL,
  phone text,
  opening_hours jsonb DEFAULT '{"spans": [["08:00", "11:30"], ["13:30", "17:00"]], "weekdays": [1, 2, 3, 4, 5]}'::jsonb NOT NULL,
  opening_hours_assumed boolean DEFAULT true NOT NULL,
  longitude double precision,
  latitude double precision,
  receives_registrations boolean DEFAULT true NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  source text NOT NULL,
  office_key text DEFAULT ('own/'::text || gen_random_uuid()) NOT NULL,
  ward_codes text[] DEFAULT '{}'::text[] NOT NULL,
  replaces text[] DEFAULT '{}'::text[] NOT NULL,
  replaces_folded text[] DEFAULT '{}'::text[] NOT NULL,
  note text,
  import_batch_id uuid,
  CONSTRAINT offices_pkey PRIMARY KEY (office_id),
  CONSTRAINT offices_office_level_check CHECK ((office_level = ANY (ARRAY['province'::text, 'district'::text, 'grassroots'::text]))),
  CONSTRAINT offices_official_code_check CHECK ((official_code ~ '^\d{3,5}$'::text)),
  CONSTRAINT offices_parent_office_id_fkey FOREIGN KEY (parent_office_id) REFERENCES offices(office_id),
  CONSTRAINT offices_provisional_code_check CHECK ((provisional_code ~ '^9\d{4}$'::text))
);
COMMENT ON TABLE offices IS 'Written by reference-lists. One row per office and version; office_key holds the versions together. Without an official code a provisional one (9 and our number) stands in and is shown as such.';
COMMENT ON COLUMN offices.ward_codes IS 'Wards an office serves; a hint for choosing, never a fence (Decree 164/2025: no territorial limit).';
GRANT DELETE, INSERT, SELECT, UPDATE ON offices TO ansinh_app;

CREATE TABLE old_card_numbers (
  old_card_number text NOT NULL,
  person_id bigint NOT NULL,
  recorded_at timestamp with time zone DEFAULT now() NOT NULL,
  import_batch_id uuid,
  CONSTRAINT old_card_numbers_pkey PRIMARY KEY (old_card_number),
  CONSTRAINT old_card_numbers_old_card_number_check CHECK ((old_card_number ~ '^[A-Z]{2}[1-5]\d{12}$'::text))
);
COMMENT ON TABLE old_card_numbers IS 'Written by cards. Where an old card number leads that does not end in the person''s insurance number; unique by value. The others are found by their last ten digits.';
GRANT DELETE, INSERT, SELECT ON old_card_numbers TO ansinh_app;

CREATE TABLE on_site_visits (
  visit_id uuid NOT NULL,
  employer_id bigint NOT NULL,
  office_id integer NOT NULL,
  state text DEFAULT 'asked'::text NOT NULL,
  wanted_on date NOT NULL,
  set_on date,
  people integer NOT NULL,
  place text NOT NULL,
  note text DEFAULT ''::text NOT NULL,
  answer text DEFAULT ''::text NOT NULL,
  officer_id bigint NOT NULL,
  asked_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  staff_id integer,
  answered_at timestamp with time zone,
  CONSTRAINT on_site_visits_pkey PRIMARY KEY (visit_id),
  CONSTRAINT on_site_visits_answer_check CHECK ((length(answer) <= 500)),
  CONSTRAINT on_site_visits_check CHECK (((state <> ALL (ARRAY['another-day'::text, 'accepted'::text, 'done'::text])) OR (set_on IS NOT NULL))),
  CONSTRAINT on_site_visits_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES employers(employer_id),
  CONSTRAINT on_site_visits_note_check CHECK ((length(note) <= 500)),
  CONSTRAINT on_site_visits_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(office_id),
  CONSTRAINT on_site_visits_people_check CHECK (((people >= 1) AND (people <= 100000))),
  CONSTRAINT on_site_visits_place_check CHECK (((length(place) >= 1) AND (length(place) <= 300))),
  CONSTRAINT on_site_visits_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff_users(staff_id),
  CONSTRAINT on_site_visits_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'another-day'::text, 'accepted'::text, 'done'::text, 'declined'::text, 'withdrawn'::text])))
);
COMMENT ON TABLE on_site_visits IS 'Written by visit-plans. An employer asks that a clerk comes; the office accepts, offers another day, or declines.';
GRANT INSERT, SELECT ON on_site_visits TO ansinh_app;

CREATE TABLE one_time_codes (
  code_id uuid NOT NULL,
  purpose text NOT NULL,
  subject text NOT NULL,
  phone_hmac bytea NOT NULL,
  phone_encrypted bytea,
  code_hash bytea NOT NULL,
  tries_left smallint DEFAULT 5 NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  consumed_at timestamp with time zone,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT one_time_codes_pkey PRIMARY KEY (code_id),
  CONSTRAINT one_time_codes_purpose_check CHECK ((purpose = ANY (ARRAY['prove-phone'::text, 'open-registration'::text, 'first-password'::text, 'change-contact'::text, 'stop-account'::text])))
);
COMMENT ON TABLE one_time_codes IS 'Written by accounts. Hashed only; tried and consumed in one conditional UPDATE; kept 24 h.';
GRANT DELETE, INSERT, SELECT, UPDATE ON one_time_codes TO ansinh_app;

CREATE TABLE paper_codes (
  code_hmac bytea NOT NULL,
  kind text NOT NULL,
  issued_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  valid_until date,
  sealed_content bytea NOT NULL,
  file_hashes bytea[] DEFAULT '{}'::bytea[] NOT NULL,
  CONSTRAINT paper_codes_pkey PRIMARY KEY (code_hmac),
  CONSTRAINT paper_codes_kind_check CHECK ((kind = ANY (ARRAY['health-card'::text, 'receipt'::text])))
);
COMMENT ON TABLE paper_codes IS 'Written by paper-codes. Where the keyed hash of a printed code leads: what the check page may tell, encrypted, and SHA-256 of the files handed out.';
GRANT DELETE, INSERT, SELECT ON paper_codes TO ansinh_app;

CREATE TABLE participation_spell_endings (
  person_id bigint NOT NULL,
  spell_id uuid NOT NULL,
  ended_at timestamp with time zone DEFAULT now() NOT NULL,
  kind text NOT NULL,
  import_batch_id uuid,
  source text NOT NULL,
  CONSTRAINT participation_spell_endings_pkey PRIMARY KEY (person_id, spell_id),
  CONSTRAINT participation_spell_endings_kind_check CHECK ((kind = ANY (ARRAY['correction'::text, 'change'::text, 'withdrawal'::text])))
) PARTITION BY HASH (person_id);
-- 32 partitions like FOR VALUES WITH (modulus 32, remainder n); ansinh_app: nothing
COMMENT ON TABLE participation_spell_endings IS 'Written by contributions. From when on, and why, a spell is no longer what we know. No UPDATE, no DELETE.';
GRANT INSERT, SELECT ON participation_spell_endings TO ansinh_app;

CREATE TABLE participation_spells (
  person_id bigint NOT NULL,
  spell_id uuid NOT NULL,
  branch text NOT NULL,
  scheme text DEFAULT 'compulsory'::text NOT NULL,
  from_month date NOT NULL,
  to_month date,
  employer_id bigint,
  employer_name text NOT NULL,
  job_title text,
  workplace text,
  contributory_salary_vnd bigint,
  wage_parts jsonb DEFAULT '{}'::jsonb NOT NULL,
  late_months smallint DEFAULT 0 NOT NULL,
  recorded_at timestamp with time zone DEFAULT now() NOT NULL,
  source text NOT NULL,
  import_batch_id uuid,
  employer_code text,
  rate_percent numeric(5,2),
  CONSTRAINT participation_spells_pkey PRIMARY KEY (person_id, spell_id),
  CONSTRAINT participation_spells_branch_check CHECK ((branch = ANY (ARRAY['social'::text, 'unemployment'::text, 'employment-injury'::text, 'health'::text]))),
  CONSTRAINT participation_spells_check CHECK (((EXTRACT(day FROM to_month) = (1)::numeric) AND (to_month >= from_month))),
  CONSTRAINT participation_spells_from_month_check CHECK ((EXTRACT(day FROM from_month) = (1)::numeric)),
  CONSTRAINT participation_spells_rate_percent_check CHECK (((rate_percent >= (0)::numeric) AND (rate_percent <= (100)::numeric))),
  CONSTRAINT participation_spells_scheme_check CHECK ((scheme = ANY (ARRAY['compulsory'::text, 'voluntary'::text])))
) PARTITION BY HASH (person_id);
-- 32 partitions like FOR VALUES WITH (modulus 32, remainder n); ansinh_app: nothing
COMMENT ON TABLE participation_spells IS 'Written by contributions. Spells as people read them; months are computed. Append-only: what ends a spell is a row of participation_spell_endings.';
COMMENT ON COLUMN participation_spells.wage_parts IS 'baseVnd | baseCoefficient, positionAllowanceVnd | positionAllowanceCoefficient, overFrameSeniorityPercent, occupationalSeniorityPercent, wageAllowanceVnd, supplementsVnd, otherAllowanceVnd; coefficients count times the reference level of the month.';
COMMENT ON COLUMN participation_spells.late_months IS 'How many months at the end of the spell are not paid yet: employers pay in order.';
COMMENT ON COLUMN participation_spells.employer_code IS 'As the file or the register had it. Months of one employer are folded by this code, by the name where there is none.';
COMMENT ON COLUMN participation_spells.rate_percent IS 'Share of the wage that was paid, employer and employee together, as declared; null where nobody said.';
GRANT INSERT, SELECT ON participation_spells TO ansinh_app;

CREATE TABLE passkey_credentials (
  credential_id bytea NOT NULL,
  person_id bigint NOT NULL,
  CONSTRAINT passkey_credentials_pkey PRIMARY KEY (credential_id)
);
COMMENT ON TABLE passkey_credentials IS 'Written by passkeys. Whose a credential is; one credential belongs to one person.';
GRANT DELETE, INSERT, SELECT ON passkey_credentials TO ansinh_app;

CREATE TABLE passkeys (
  person_id bigint NOT NULL,
  passkey_id uuid NOT NULL,
  credential_id bytea NOT NULL,
  public_key bytea NOT NULL,
  counter bigint NOT NULL,
  synced boolean NOT NULL,
  name text NOT NULL,
  made_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  last_used_at timestamp with time zone,
  CONSTRAINT passkeys_pkey PRIMARY KEY (person_id, passkey_id),
  CONSTRAINT passkeys_counter_check CHECK ((counter >= 0)),
  CONSTRAINT passkeys_credential_id_check CHECK (((length(credential_id) >= 16) AND (length(credential_id) <= 1023))),
  CONSTRAINT passkeys_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60)))
) PARTITION BY HASH (person_id);
-- 32 partitions like FOR VALUES WITH (modulus 32, remainder n); ansinh_app: nothing
COMMENT ON TABLE passkeys IS 'Written by passkeys. What opens an account by the lock of a device; removed by the owner, by “Không phải tôi” and by every way back into the account.';
GRANT DELETE, INSERT, SELECT ON passkeys TO ansinh_app;

CREATE TABLE password_tickets (
  ticket_hash bytea NOT NULL,
  person_id bigint NOT NULL,
  purpose text NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone,
  CONSTRAINT password_tickets_pkey PRIMARY KEY (ticket_hash),
  CONSTRAINT password_tickets_purpose_check CHECK ((purpose = ANY (ARRAY['first-sign-in'::text, 'first-password-request'::text, 'email-link'::text])))
);
COMMENT ON TABLE password_tickets IS 'Written by accounts. Between proving the first password and choosing one''s own: single use, minutes.';
GRANT DELETE, INSERT, SELECT, UPDATE ON password_tickets TO ansinh_app;

CREATE TABLE person_names (
  person_id bigint NOT NULL,
  name_folded text COLLATE "C" NOT NULL,
  birth_year smallint NOT NULL,
  born_on date,
  CONSTRAINT person_names_pkey PRIMARY KEY (person_id)
);
COMMENT ON TABLE person_names IS 'Written by persons. Name and birth of everybody, to be found by; the person itself is read by its id. One row a person.';
GRANT DELETE, INSERT, SELECT, UPDATE ON person_names TO ansinh_app;

CREATE TABLE person_versions (
  person_id bigint NOT NULL,
  version_id uuid DEFAULT gen_random_uuid() NOT NULL,
  full_name text NOT NULL,
  born_on_partial text NOT NULL,
  sex text NOT NULL,
  insurance_number text NOT NULL,
  national_id text,
  legacy_id text,
  passport_number text,
  nationality text NOT NULL,
  ward_code text,
  address text,
  household_id bigint,
  household_relation text,
  phone_on_file text,
  died_on date,
  merged_into_person_id bigint,
  recorded_at timestamp with time zone NOT NULL,
  source text NOT NULL,
  import_batch_id uuid,
  ended_at timestamp with time zone DEFAULT now() NOT NULL,
  kind text NOT NULL,
  ended_by_batch_id uuid,
  ended_source text NOT NULL,
  CONSTRAINT person_versions_pkey PRIMARY KEY (person_id, version_id),
  CONSTRAINT person_versions_kind_check CHECK ((kind = ANY (ARRAY['correction'::text, 'change'::text, 'withdrawal'::text])))
) PARTITION BY HASH (person_id);
-- 32 partitions like FOR VALUES WITH (modulus 32, remainder n); ansinh_app: nothing
COMMENT ON TABLE person_versions IS 'Written by persons. What was known of a person from recorded_at until ended_at, with who said so and who ended it. No UPDATE, no DELETE.';
GRANT INSERT, SELECT ON person_versions TO ansinh_app;

CREATE TABLE persons (
  person_id bigint DEFAULT nextval('person_ids'::regclass) NOT NULL,
  full_name text NOT NULL,
  name_folded text GENERATED ALWAYS AS (fold_text(full_name)) STORED,
  born_on_partial text NOT NULL,
  born_on date,
  birth_year smallint NOT NULL,
  sex text NOT NULL,
  insurance_number text NOT NULL,
  national_id text,
  legacy_id text,
  passport_number text,
  nationality text DEFAULT 'VN'::text NOT NULL,
  ward_code text,
  address text,
  household_id bigint,
  household_relation text,
  phone_on_file text,
  died_on date,
  merged_into_person_id bigint,
  recorded_at timestamp with time zone DEFAULT now() NOT NULL,
  source text NOT NULL,
  import_batch_id uuid,
  CONSTRAINT persons_pkey PRIMARY KEY (person_id),
  CONSTRAINT persons_born_on_partial_check CHECK ((born_on_partial ~ '^\d{4}(-\d{2}(-\d{2})?)?$'::text)),
  CONSTRAINT persons_full_name_check CHECK (((length(full_name) >= 1) AND (length(full_name) <= 100))),
  CONSTRAINT persons_insurance_number_check CHECK ((insurance_number ~ '^\d{10}$'::text)),
  CONSTRAINT persons_legacy_id_check CHECK ((legacy_id ~ '^\d{9}$'::text)),
  CONSTRAINT persons_national_id_check CHECK ((national_id ~ '^\d{12}$'::text)),
  CONSTRAINT persons_nationality_check CHECK ((nationality ~ '^[A-Z]{2}$'::text)),
  CONSTRAINT persons_sex_check CHECK ((sex = ANY (ARRAY['male'::text, 'female'::text])))
) PARTITION BY HASH (person_id);
-- 32 partitions like FOR VALUES WITH (modulus 32, remainder n); ansinh_app: nothing
COMMENT ON TABLE persons IS 'Written by persons.';
GRANT DELETE, INSERT, SELECT, UPDATE ON persons TO ansinh_app;

CREATE TABLE photo_handoffs (
  handoff_hash bytea NOT NULL,
  registration_id uuid NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone,
  CONSTRAINT photo_handoffs_pkey PRIMARY KEY (handoff_hash),
  CONSTRAINT photo_handoffs_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES registrations(registration_id) ON DELETE CASCADE
);
COMMENT ON TABLE photo_handoffs IS 'Written by photos. Computer → phone for the photo step: one time, 10 minutes.';
GRANT DELETE, INSERT, SELECT, UPDATE ON photo_handoffs TO ansinh_app;

CREATE TABLE photo_prints (
  document_id uuid NOT NULL,
  registration_id uuid NOT NULL,
  kind text NOT NULL,
  print bit varying(1024) NOT NULL,
  bands integer[] NOT NULL,
  sealed_cells bytea NOT NULL,
  CONSTRAINT photo_prints_pkey PRIMARY KEY (document_id),
  CONSTRAINT photo_prints_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents(document_id) ON DELETE CASCADE
);
COMMENT ON TABLE photo_prints IS 'Written by documents. A coarse print of a photo (steps in brightness of 17 x 16 cells, of a card 33 x 32) by which the very same picture is found again; erased in the statement that erases the photo''s key.';
COMMENT ON COLUMN photo_prints.sealed_cells IS 'Levels of grey of 17 x 16 cells of a portrait, 33 x 32 of a card, sealed with the master key: they decide between candidates.';
GRANT DELETE, INSERT, SELECT ON photo_prints TO ansinh_app;

CREATE TABLE practice_forms (
  form_id uuid NOT NULL,
  staff_id integer NOT NULL,
  seed integer NOT NULL,
  drawn_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  decision text,
  is_right boolean,
  answered_at timestamp with time zone,
  CONSTRAINT practice_forms_pkey PRIMARY KEY (form_id),
  CONSTRAINT practice_forms_check CHECK ((((answered_at IS NULL) = (decision IS NULL)) AND ((decision IS NULL) = (is_right IS NULL)))),
  CONSTRAINT practice_forms_decision_check CHECK ((decision = ANY (ARRAY['approve'::text, 'return'::text]))),
  CONSTRAINT practice_forms_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff_users(staff_id)
);
COMMENT ON TABLE practice_forms IS 'Written by practice. What a member of staff answered at practice forms; shown to nobody else, an office sees the share of right answers of five or more together.';
GRANT INSERT, SELECT, UPDATE ON practice_forms TO ansinh_app;

CREATE TABLE prepared_drafts (
  employer_id bigint NOT NULL,
  draft_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  code_hash bytea NOT NULL,
  full_name text NOT NULL,
  born_on date NOT NULL,
  birth_year_only boolean DEFAULT false NOT NULL,
  sex text,
  insurance_number text,
  national_id text,
  prepared_by integer NOT NULL,
  prepared_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  expires_at timestamp with time zone DEFAULT (ansinh_now() + '30 days'::interval) NOT NULL,
  phone_mark bytea,
  opened_at timestamp with time zone,
  CONSTRAINT prepared_drafts_pkey PRIMARY KEY (employer_id, draft_id),
  CONSTRAINT prepared_drafts_check CHECK ((expires_at <= (prepared_at + '30 days'::interval))),
  CONSTRAINT prepared_drafts_check1 CHECK (((phone_mark IS NULL) = (opened_at IS NULL))),
  CONSTRAINT prepared_drafts_code_hash_key UNIQUE (code_hash),
  CONSTRAINT prepared_drafts_employer_id_entry_id_key UNIQUE (employer_id, entry_id),
  CONSTRAINT prepared_drafts_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES employers(employer_id),
  CONSTRAINT prepared_drafts_full_name_check CHECK (((length(full_name) >= 1) AND (length(full_name) <= 100))),
  CONSTRAINT prepared_drafts_insurance_number_check CHECK ((insurance_number ~ '^\d{10}$'::text)),
  CONSTRAINT prepared_drafts_national_id_check CHECK ((national_id ~ '^\d{12}$'::text)),
  CONSTRAINT prepared_drafts_prepared_by_fkey FOREIGN KEY (prepared_by) REFERENCES employer_officers(officer_id),
  CONSTRAINT prepared_drafts_sex_check CHECK ((sex = ANY (ARRAY['male'::text, 'female'::text])))
);
COMMENT ON TABLE prepared_drafts IS 'Written by prepared-drafts. Name, numbers and birth date of a roster entry, waiting for that person''s phone; erased by a job, at most 30 days.';
GRANT DELETE, INSERT, SELECT, UPDATE ON prepared_drafts TO ansinh_app;

CREATE TABLE printing_consents (
  registration_id uuid NOT NULL,
  employer_id bigint NOT NULL,
  given_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  withdrawn_at timestamp with time zone,
  ended_by text,
  CONSTRAINT printing_consents_pkey PRIMARY KEY (registration_id, given_at),
  CONSTRAINT printing_consents_check CHECK (((ended_by IS NULL) OR (withdrawn_at IS NOT NULL))),
  CONSTRAINT printing_consents_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES employers(employer_id),
  CONSTRAINT printing_consents_ended_by_check CHECK ((ended_by = ANY (ARRAY['holder'::text, 'merger'::text]))),
  CONSTRAINT printing_consents_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES registrations(registration_id) ON DELETE CASCADE
);
COMMENT ON TABLE printing_consents IS 'Written by bulk-forms. Which one employer may print and hand in the form of a registration, since when, and until when (Law 91/2025/QH15: shown for what, to whom, and taken back at any time).';
GRANT INSERT, SELECT ON printing_consents TO ansinh_app;

CREATE TABLE problem_report_moves (
  report_id uuid NOT NULL,
  move_no integer NOT NULL,
  kind text NOT NULL,
  by_kind text NOT NULL,
  by_id bigint,
  department text NOT NULL,
  words text DEFAULT ''::text NOT NULL,
  shown_to_asker boolean NOT NULL,
  moved_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  CONSTRAINT problem_report_moves_pkey PRIMARY KEY (report_id, move_no),
  CONSTRAINT problem_report_moves_by_kind_check CHECK ((by_kind = ANY (ARRAY['asker'::text, 'staff'::text, 'system'::text]))),
  CONSTRAINT problem_report_moves_kind_check CHECK ((kind = ANY (ARRAY['filed'::text, 'assigned'::text, 'noted'::text, 'answered'::text, 'forwarded'::text, 'reopened'::text, 'escalated'::text, 'added'::text, 'closed'::text, 'marked'::text, 'talked'::text, 'called'::text]))),
  CONSTRAINT problem_report_moves_move_no_check CHECK ((move_no > 0)),
  CONSTRAINT problem_report_moves_report_id_fkey FOREIGN KEY (report_id) REFERENCES problem_reports(report_id),
  CONSTRAINT problem_report_moves_words_check CHECK ((length(words) <= 20000))
);
COMMENT ON TABLE problem_report_moves IS 'Written by problem-reports. Everything that happened to a report, in order. No UPDATE, no DELETE.';
GRANT INSERT, SELECT ON problem_report_moves TO ansinh_app;

CREATE TABLE problem_reports (
  report_id uuid NOT NULL,
  report_number text NOT NULL,
  asker_kind text NOT NULL,
  asker_id bigint,
  filed_by_kind text NOT NULL,
  filed_by_id bigint,
  caller_name text,
  caller_phone text,
  office_id integer NOT NULL,
  category text NOT NULL,
  department text NOT NULL,
  title text NOT NULL,
  words text NOT NULL,
  visibility text DEFAULT 'asker'::text NOT NULL,
  state text DEFAULT 'open'::text NOT NULL,
  assignee_id bigint,
  due_at timestamp with time zone NOT NULL,
  due_rule_version text NOT NULL,
  escalated_at timestamp with time zone,
  filed_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  state_since timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  asker_name text,
  context jsonb DEFAULT '{}'::jsonb NOT NULL,
  abusive_at timestamp with time zone,
  CONSTRAINT problem_reports_pkey PRIMARY KEY (report_id),
  CONSTRAINT problem_reports_asker CHECK (((asker_id IS NOT NULL) OR (asker_kind = ANY (ARRAY['citizen'::text, 'hospital'::text])))),
  CONSTRAINT problem_reports_asker_kind_check CHECK ((asker_kind = ANY (ARRAY['employer'::text, 'citizen'::text, 'hospital'::text, 'clerk'::text]))),
  CONSTRAINT problem_reports_asker_name_check CHECK (((length(asker_name) >= 1) AND (length(asker_name) <= 200))),
  CONSTRAINT problem_reports_assignee_id_fkey FOREIGN KEY (assignee_id) REFERENCES staff_users(staff_id),
  CONSTRAINT problem_reports_caller_name_check CHECK ((length(caller_name) <= 100)),
  CONSTRAINT problem_reports_caller_phone_check CHECK ((length(caller_phone) <= 20)),
  CONSTRAINT problem_reports_category_check CHECK (((length(category) >= 1) AND (length(category) <= 60))),
  CONSTRAINT problem_reports_context_check CHECK ((jsonb_typeof(context) = 'object'::text)),
  CONSTRAINT problem_reports_department_check CHECK ((department = ANY (ARRAY['collection'::text, 'communication'::text, 'benefits'::text, 'health-insurance'::text, 'it'::text]))),
  CONSTRAINT problem_reports_filed_by_kind_check CHECK ((filed_by_kind = ANY (ARRAY['asker'::text, 'staff'::text]))),
  CONSTRAINT problem_reports_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(office_id),
  CONSTRAINT problem_reports_report_number_key UNIQUE (report_number),
  CONSTRAINT problem_reports_state_check CHECK ((state = ANY (ARRAY['open'::text, 'answered'::text, 'closed'::text]))),
  CONSTRAINT problem_reports_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  CONSTRAINT problem_reports_visibility_check CHECK ((visibility = ANY (ARRAY['asker'::text, 'writer'::text]))),
  CONSTRAINT problem_reports_words_check CHECK (((length(words) >= 1) AND (length(words) <= 20000)))
);
COMMENT ON TABLE problem_reports IS 'Written by problem-reports. How each stands; what happened to it is in problem_report_moves.';
GRANT INSERT, SELECT, UPDATE ON problem_reports TO ansinh_app;

CREATE TABLE push_subscriptions (
  person_id bigint NOT NULL,
  subscription_id uuid DEFAULT gen_random_uuid() NOT NULL,
  endpoint_hmac bytea NOT NULL,
  endpoint_encrypted bytea NOT NULL,
  made_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  CONSTRAINT push_subscriptions_pkey PRIMARY KEY (person_id, subscription_id),
  CONSTRAINT push_subscriptions_person_id_endpoint_hmac_key UNIQUE (person_id, endpoint_hmac)
) PARTITION BY HASH (person_id);
-- 32 partitions like FOR VALUES WITH (modulus 32, remainder n); ansinh_app: nothing
COMMENT ON TABLE push_subscriptions IS 'Written by notices. Where a browser is rung; a push has no payload, so no key of the browser is kept.';
GRANT DELETE, INSERT, SELECT ON push_subscriptions TO ansinh_app;

CREATE TABLE reference_changes (
  change_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  list text NOT NULL,
  row_key jsonb NOT NULL,
  before jsonb,
  after jsonb NOT NULL,
  import_batch_id uuid NOT NULL,
  source text NOT NULL,
  recorded_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT reference_changes_pkey PRIMARY KEY (change_id)
);
COMMENT ON TABLE reference_changes IS 'Written by reference-lists and employers. Every change of a dated list by an import: the row before (null: it was not there) and after. No UPDATE, no DELETE.';
GRANT INSERT, SELECT ON reference_changes TO ansinh_app;

CREATE TABLE reference_proposals (
  proposal_id uuid NOT NULL,
  list text NOT NULL,
  entry_code text NOT NULL,
  entry_name text NOT NULL,
  before jsonb NOT NULL,
  after jsonb NOT NULL,
  from_on date NOT NULL,
  until_on date,
  paper_number text NOT NULL,
  note text,
  state text DEFAULT 'waiting'::text NOT NULL,
  staff_id integer NOT NULL,
  proposed_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  decided_by integer,
  decided_at timestamp with time zone,
  decided_reason text,
  applied_at timestamp with time zone,
  reverted_at timestamp with time zone,
  replaced jsonb,
  CONSTRAINT reference_proposals_pkey PRIMARY KEY (proposal_id),
  CONSTRAINT reference_proposals_check CHECK ((until_on >= from_on)),
  CONSTRAINT reference_proposals_check1 CHECK (((state = 'waiting'::text) = (decided_by IS NULL))),
  CONSTRAINT reference_proposals_check2 CHECK (((decided_by IS NULL) OR ((decided_by = staff_id) = (state = 'withdrawn'::text)))),
  CONSTRAINT reference_proposals_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES staff_users(staff_id),
  CONSTRAINT reference_proposals_decided_reason_check CHECK (((length(decided_reason) >= 1) AND (length(decided_reason) <= 300))),
  CONSTRAINT reference_proposals_list_check CHECK ((list = ANY (ARRAY['health-facility'::text, 'office'::text, 'collection-agent'::text, 'collection-point'::text, 'sick-leave'::text]))),
  CONSTRAINT reference_proposals_note_check CHECK (((length(note) >= 1) AND (length(note) <= 500))),
  CONSTRAINT reference_proposals_paper_number_check CHECK (((length(paper_number) >= 1) AND (length(paper_number) <= 100))),
  CONSTRAINT reference_proposals_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff_users(staff_id),
  CONSTRAINT reference_proposals_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'approved'::text, 'refused'::text, 'withdrawn'::text])))
);
COMMENT ON TABLE reference_proposals IS 'Written by reference-desk. What an operator asked to change in a list, and who decided; its traces in the lists are reference_changes under the same id.';
GRANT INSERT, SELECT ON reference_proposals TO ansinh_app;

CREATE TABLE registration_accesses (
  token_hash bytea NOT NULL,
  registration_id uuid NOT NULL,
  scope text NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  CONSTRAINT registration_accesses_pkey PRIMARY KEY (token_hash, registration_id),
  CONSTRAINT registration_accesses_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES registrations(registration_id) ON DELETE CASCADE,
  CONSTRAINT registration_accesses_scope_check CHECK ((scope = ANY (ARRAY['own'::text, 'photos'::text])))
);
COMMENT ON TABLE registration_accesses IS 'Written by applicants. Which browser may open which registration: the one that made it, or one that proved form code and phone.';
GRANT DELETE, INSERT, SELECT, UPDATE ON registration_accesses TO ansinh_app;

CREATE TABLE registration_locks (
  registration_id uuid NOT NULL,
  staff_id integer NOT NULL,
  locked_until timestamp with time zone NOT NULL,
  CONSTRAINT registration_locks_pkey PRIMARY KEY (registration_id),
  CONSTRAINT registration_locks_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES registrations(registration_id) ON DELETE CASCADE,
  CONSTRAINT registration_locks_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff_users(staff_id)
);
COMMENT ON TABLE registration_locks IS 'Written by decisions. Soft lock with a visible name and a time-out.';
GRANT DELETE, INSERT, SELECT, UPDATE ON registration_locks TO ansinh_app;

CREATE TABLE registration_moves (
  registration_id uuid NOT NULL,
  move_no integer NOT NULL,
  move text NOT NULL,
  from_state text NOT NULL,
  to_state text NOT NULL,
  actor_kind text NOT NULL,
  actor_id text,
  reason_codes text[] DEFAULT '{}'::text[] NOT NULL,
  details jsonb DEFAULT '{}'::jsonb NOT NULL,
  moved_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  CONSTRAINT registration_moves_pkey PRIMARY KEY (registration_id, move_no),
  CONSTRAINT registration_moves_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES registrations(registration_id) ON DELETE CASCADE
);
COMMENT ON TABLE registration_moves IS 'Written by registrations. Every move of the state table, in order.';
GRANT DELETE, INSERT, SELECT, UPDATE ON registration_moves TO ansinh_app;

CREATE TABLE registration_openings (
  opening_id uuid NOT NULL,
  registration_id uuid,
  expires_at timestamp with time zone NOT NULL,
  CONSTRAINT registration_openings_pkey PRIMARY KEY (opening_id),
  CONSTRAINT registration_openings_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES registrations(registration_id) ON DELETE CASCADE
);
COMMENT ON TABLE registration_openings IS 'Written by applicants. A form code was shown and a one-time code asked for; registration_id is NULL for a code that no form has, so that both look alike.';
GRANT DELETE, INSERT, SELECT, UPDATE ON registration_openings TO ansinh_app;

CREATE TABLE registrations (
  registration_id uuid NOT NULL,
  state text NOT NULL,
  purpose text DEFAULT 'register'::text NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  submitted_version integer,
  privacy_text_version text,
  privacy_read_at timestamp with time zone,
  declared jsonb,
  declared_name_folded text GENERATED ALWAYS AS (fold_text((declared ->> 'fullName'::text))) STORED,
  proved_phone text,
  phone_proved_at timestamp with time zone,
  email text,
  employer_may_print boolean DEFAULT false NOT NULL,
  office_id integer,
  file_number text,
  form_code_hmac bytea,
  form_code_encrypted bytea,
  submitted_at timestamp with time zone,
  submitted_on date,
  clock_started_on date,
  due_on date,
  grace_ends_on date,
  deadline_rule_version text,
  deadline_facts jsonb,
  extensions smallint DEFAULT 0 NOT NULL,
  applicant_extensions smallint DEFAULT 0 NOT NULL,
  received_at timestamp with time zone,
  document_kind text,
  person_id bigint,
  marks jsonb DEFAULT '[]'::jsonb NOT NULL,
  state_before_decision text,
  created_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  touched_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  state_since timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  id_photos_erased_at timestamp with time zone,
  form_printed_at timestamp with time zone,
  CONSTRAINT registrations_pkey PRIMARY KEY (registration_id),
  CONSTRAINT registrations_check CHECK (((state = 'draft'::text) OR (state = 'withdrawn'::text) OR ((declared IS NOT NULL) AND (proved_phone IS NOT NULL) AND (office_id IS NOT NULL) AND (file_number IS NOT NULL) AND (form_code_hmac IS NOT NULL) AND (submitted_on IS NOT NULL)))),
  CONSTRAINT registrations_check1 CHECK (((state <> 'awaiting-visit'::text) OR ((due_on IS NOT NULL) AND (grace_ends_on >= due_on) AND (deadline_rule_version IS NOT NULL)))),
  CONSTRAINT registrations_file_number_key UNIQUE (file_number),
  CONSTRAINT registrations_form_code_hmac_key UNIQUE (form_code_hmac),
  CONSTRAINT registrations_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(office_id),
  CONSTRAINT registrations_purpose_check CHECK ((purpose = ANY (ARRAY['register'::text, 'adjust'::text, 'stop'::text]))),
  CONSTRAINT registrations_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'awaiting-visit'::text, 'received'::text, 'checked'::text, 'approved'::text, 'activated'::text, 'returned'::text, 'refused'::text, 'expired'::text, 'withdrawn'::text, 'fraud-review'::text])))
);
COMMENT ON TABLE registrations IS 'Written by registrations. declared = the answers as sent; due_on and grace_ends_on are stored once with the rule''s version and read by everybody.';
GRANT DELETE, INSERT, SELECT, UPDATE ON registrations TO ansinh_app;

CREATE TABLE representation_endings (
  person_id bigint NOT NULL,
  representation_id uuid NOT NULL,
  ended_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  kind text NOT NULL,
  CONSTRAINT representation_endings_pkey PRIMARY KEY (person_id, representation_id),
  CONSTRAINT representation_endings_kind_check CHECK ((kind = ANY (ARRAY['came-of-age'::text, 'run-out'::text, 'given-up'::text, 'revoked'::text])))
) PARTITION BY HASH (person_id);
-- 32 partitions like FOR VALUES WITH (modulus 32, remainder n); ansinh_app: nothing
COMMENT ON TABLE representation_endings IS 'Written by representations. Standing = no ending here and last_on not past. given-up: by who looks; revoked: by whose data it is.';
GRANT INSERT, SELECT ON representation_endings TO ansinh_app;

CREATE TABLE representation_subjects (
  person_id bigint NOT NULL,
  representation_id uuid NOT NULL,
  reader_person_id bigint NOT NULL,
  CONSTRAINT representation_subjects_pkey PRIMARY KEY (person_id, representation_id)
) PARTITION BY HASH (person_id);
-- 32 partitions like FOR VALUES WITH (modulus 32, remainder n); ansinh_app: nothing
COMMENT ON TABLE representation_subjects IS 'Written by representations. Who looks at my data: leads from the subject to the reader''s row.';
GRANT INSERT, SELECT ON representation_subjects TO ansinh_app;

CREATE TABLE representations (
  person_id bigint NOT NULL,
  representation_id uuid NOT NULL,
  subject_person_id bigint NOT NULL,
  kind text NOT NULL,
  relation text,
  areas text[] NOT NULL,
  from_on date NOT NULL,
  last_on date NOT NULL,
  recorded_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  source text NOT NULL,
  CONSTRAINT representations_pkey PRIMARY KEY (person_id, representation_id),
  CONSTRAINT representations_areas_check CHECK (((areas <@ ARRAY['card'::text, 'participation'::text, 'benefits'::text, 'medical-book'::text]) AND (cardinality(areas) > 0))),
  CONSTRAINT representations_check CHECK ((last_on >= from_on)),
  CONSTRAINT representations_check1 CHECK (((kind = 'child'::text) = (relation IS NOT NULL))),
  CONSTRAINT representations_check2 CHECK ((subject_person_id <> person_id)),
  CONSTRAINT representations_kind_check CHECK ((kind = ANY (ARRAY['child'::text, 'mandate'::text]))),
  CONSTRAINT representations_relation_check CHECK ((relation = ANY (ARRAY['father'::text, 'mother'::text, 'guardian'::text])))
) PARTITION BY HASH (person_id);
-- 32 partitions like FOR VALUES WITH (modulus 32, remainder n); ansinh_app: nothing
COMMENT ON TABLE representations IS 'Written by representations. person_id looks at subject_person_id from from_on to last_on, both included. No UPDATE, no DELETE.';
GRANT INSERT, SELECT ON representations TO ansinh_app;

CREATE TABLE request_decisions (
  person_id bigint NOT NULL,
  decision_id uuid NOT NULL,
  request_id uuid NOT NULL,
  kind text NOT NULL,
  staff_id integer NOT NULL,
  office_id integer NOT NULL,
  reason_code text,
  said text DEFAULT ''::text NOT NULL,
  "values" jsonb DEFAULT '[]'::jsonb NOT NULL,
  removes_line boolean DEFAULT false NOT NULL,
  decided_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  releases_at timestamp with time zone NOT NULL,
  released_at timestamp with time zone,
  undone_at timestamp with time zone,
  undone_why text,
  CONSTRAINT request_decisions_pkey PRIMARY KEY (person_id, decision_id),
  CONSTRAINT request_decisions_check CHECK (((released_at IS NULL) OR (undone_at IS NULL))),
  CONSTRAINT request_decisions_check1 CHECK (((undone_at IS NULL) = (undone_why IS NULL))),
  CONSTRAINT request_decisions_kind_check CHECK ((kind = ANY (ARRAY['accept'::text, 'refuse'::text, 'ask'::text]))),
  CONSTRAINT request_decisions_said_check CHECK ((length(said) <= 300)),
  CONSTRAINT request_decisions_undone_why_check CHECK ((undone_why = ANY (ARRAY['by-hand'::text, 'line-moved'::text, 'request-closed'::text, 'number-taken'::text, 'value-refused'::text])))
) PARTITION BY HASH (person_id);
-- 32 partitions like FOR VALUES WITH (modulus 32, remainder n); ansinh_app: nothing
COMMENT ON TABLE request_decisions IS 'Written by requests. Recorded at once, written to the register and told when the undo time is over.';
GRANT INSERT, SELECT, UPDATE ON request_decisions TO ansinh_app;

CREATE TABLE request_photo_folders (
  request_id uuid NOT NULL,
  person_id bigint NOT NULL,
  opened_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  erased_at timestamp with time zone,
  CONSTRAINT request_photo_folders_pkey PRIMARY KEY (request_id)
);
COMMENT ON TABLE request_photo_folders IS 'Written by request-photos. Whose papers a request''s photos are, and that they are erased (RETENTION_RULES request-photo, request-draft-photo).';
GRANT INSERT, SELECT, UPDATE ON request_photo_folders TO ansinh_app;

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
  CONSTRAINT rollout_cells_pkey PRIMARY KEY (office_id, district_code, industry, size_band)
);
COMMENT ON TABLE rollout_cells IS 'Written by the counting of campaigns: the sums of employer_standings by office, district, industry and size. registered, handed_in, approved: this far or further.';
GRANT DELETE, INSERT, SELECT, UPDATE ON rollout_cells TO ansinh_app;

CREATE TABLE rollout_changes (
  change_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  employer_id bigint,
  entry_id uuid,
  person_id bigint,
  registration_id uuid,
  CONSTRAINT rollout_changes_pkey PRIMARY KEY (change_id)
);
COMMENT ON TABLE rollout_changes IS 'Written by the triggers of registrations and roster_entries, and by rollouts. Read and emptied by the job that follows the roll-out.';
GRANT DELETE, INSERT, SELECT ON rollout_changes TO ansinh_app;

CREATE TABLE rollout_counted (
  one boolean DEFAULT true NOT NULL,
  counted_at timestamp with time zone NOT NULL,
  CONSTRAINT rollout_counted_pkey PRIMARY KEY (one),
  CONSTRAINT rollout_counted_one_check CHECK (one)
);
COMMENT ON TABLE rollout_counted IS 'Written by the counting of campaigns. As of when all its figures are.';
GRANT DELETE, INSERT, SELECT, UPDATE ON rollout_counted TO ansinh_app;

CREATE TABLE rollout_counts (
  employer_id bigint NOT NULL,
  department text NOT NULL,
  state text NOT NULL,
  since_week date NOT NULL,
  people integer NOT NULL,
  CONSTRAINT rollout_counts_pkey PRIMARY KEY (employer_id, department, state, since_week)
);
COMMENT ON TABLE rollout_counts IS 'Written by the triggers of roster_entries. People who have not left, by employer, department, state and the week the state began.';
GRANT SELECT ON rollout_counts TO ansinh_app;

CREATE TABLE rollout_marks (
  mark_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  employer_id bigint NOT NULL,
  CONSTRAINT rollout_marks_pkey PRIMARY KEY (mark_id)
);
COMMENT ON TABLE rollout_marks IS 'Written by the triggers of rollout_counts and employers, taken away by the counting of campaigns.';
GRANT DELETE, INSERT, SELECT ON rollout_marks TO ansinh_app;

CREATE TABLE rollout_targets (
  employer_id bigint NOT NULL,
  target_no bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  department text DEFAULT ''::text NOT NULL,
  milestone text NOT NULL,
  percent smallint,
  due_on date NOT NULL,
  set_by bigint NOT NULL,
  set_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  CONSTRAINT rollout_targets_pkey PRIMARY KEY (employer_id, target_no),
  CONSTRAINT rollout_targets_department_check CHECK ((length(department) <= 120)),
  CONSTRAINT rollout_targets_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES employers(employer_id),
  CONSTRAINT rollout_targets_milestone_check CHECK ((milestone = ANY (ARRAY['registered'::text, 'handed-in'::text, 'approved'::text, 'signed-in'::text]))),
  CONSTRAINT rollout_targets_percent_check CHECK (((percent >= 1) AND (percent <= 100)))
);
COMMENT ON TABLE rollout_targets IS 'Written by rollouts. Targets of an employer, each dated; set_by is its officer.';
GRANT INSERT, SELECT ON rollout_targets TO ansinh_app;

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
  CONSTRAINT rollout_weeks_pkey PRIMARY KEY (week_on, office_id)
);
COMMENT ON TABLE rollout_weeks IS 'Written by the counting of campaigns. How far an office''s employers were in the week that began on this Monday, as last counted in it.';
GRANT DELETE, INSERT, SELECT, UPDATE ON rollout_weeks TO ansinh_app;

CREATE TABLE roster_batches (
  batch_id uuid NOT NULL,
  employer_id bigint NOT NULL,
  officer_id integer,
  covers text NOT NULL,
  entry_kind text NOT NULL,
  ends_missing boolean DEFAULT false NOT NULL,
  included_rows integer[] DEFAULT '{}'::integer[] NOT NULL,
  CONSTRAINT roster_batches_pkey PRIMARY KEY (batch_id),
  CONSTRAINT roster_batches_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES import_batches(batch_id),
  CONSTRAINT roster_batches_covers_check CHECK ((covers = ANY (ARRAY['whole'::text, 'part'::text]))),
  CONSTRAINT roster_batches_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES employers(employer_id),
  CONSTRAINT roster_batches_entry_kind_check CHECK ((entry_kind = ANY (ARRAY['employee'::text, 'pupil'::text])))
);
COMMENT ON TABLE roster_batches IS 'Written by rosters. One roster file of one employer, and what its officer decided about the preview.';
GRANT INSERT, SELECT ON roster_batches TO ansinh_app;

CREATE TABLE roster_changes (
  employer_id bigint NOT NULL,
  change_id uuid DEFAULT gen_random_uuid() NOT NULL,
  entry_id uuid NOT NULL,
  change_no bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  kind text NOT NULL,
  before jsonb DEFAULT '{}'::jsonb NOT NULL,
  after jsonb DEFAULT '{}'::jsonb NOT NULL,
  import_batch_id uuid,
  officer_id integer,
  undoes_change_id uuid,
  changed_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  CONSTRAINT roster_changes_pkey PRIMARY KEY (employer_id, change_id),
  CONSTRAINT roster_changes_employer_id_entry_id_fkey FOREIGN KEY (employer_id, entry_id) REFERENCES roster_entries(employer_id, entry_id),
  CONSTRAINT roster_changes_kind_check CHECK ((kind = ANY (ARRAY['added'::text, 'changed'::text, 'ended'::text, 'withdrawn'::text, 'restored'::text])))
);
COMMENT ON TABLE roster_changes IS 'Written by rosters and roster-ends. What was done to a line of a roster, by whom or by which file; what takes a change back names it. No UPDATE; gone with its line.';
GRANT INSERT, SELECT ON roster_changes TO ansinh_app;

CREATE TABLE roster_entries (
  employer_id bigint NOT NULL,
  entry_id uuid NOT NULL,
  kind text DEFAULT 'employee'::text NOT NULL,
  full_name text NOT NULL,
  name_folded text GENERATED ALWAYS AS (fold_text(full_name)) STORED,
  born_on date NOT NULL,
  birth_year_only boolean DEFAULT false NOT NULL,
  sex text,
  national_id text,
  id_expires_on date,
  insurance_number text,
  employee_number text,
  department text DEFAULT ''::text NOT NULL,
  shift text DEFAULT ''::text NOT NULL,
  work_phone text,
  work_email text,
  joined_on date,
  left_on date,
  import_batch_id uuid,
  source text NOT NULL,
  recorded_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  person_id bigint,
  registration_id uuid,
  state text DEFAULT 'not-started'::text NOT NULL,
  help_reason text,
  state_since timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  registered_at timestamp with time zone,
  handed_in_at timestamp with time zone,
  approved_at timestamp with time zone,
  signed_in_at timestamp with time zone,
  shared_reasons text[] DEFAULT '{}'::text[] NOT NULL,
  listed boolean DEFAULT true NOT NULL,
  CONSTRAINT roster_entries_pkey PRIMARY KEY (employer_id, entry_id),
  CONSTRAINT roster_entries_check CHECK (((state = 'needs-help'::text) = (help_reason IS NOT NULL))),
  CONSTRAINT roster_entries_department_check CHECK ((length(department) <= 120)),
  CONSTRAINT roster_entries_employee_number_check CHECK (((length(employee_number) >= 1) AND (length(employee_number) <= 40))),
  CONSTRAINT roster_entries_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES employers(employer_id),
  CONSTRAINT roster_entries_full_name_check CHECK (((length(full_name) >= 1) AND (length(full_name) <= 100))),
  CONSTRAINT roster_entries_insurance_number_check CHECK ((insurance_number ~ '^\d{10}$'::text)),
  CONSTRAINT roster_entries_kind_check CHECK ((kind = ANY (ARRAY['employee'::text, 'pupil'::text]))),
  CONSTRAINT roster_entries_national_id_check CHECK ((national_id ~ '^\d{12}$'::text)),
  CONSTRAINT roster_entries_sex_check CHECK ((sex = ANY (ARRAY['male'::text, 'female'::text]))),
  CONSTRAINT roster_entries_shift_check CHECK ((length(shift) <= 60)),
  CONSTRAINT roster_entries_state_check CHECK ((state = ANY (ARRAY['not-started'::text, 'registered'::text, 'form-printed'::text, 'form-handed-in'::text, 'approved'::text, 'signed-in'::text, 'needs-help'::text]))),
  CONSTRAINT roster_entries_work_email_check CHECK ((length(work_email) <= 254)),
  CONSTRAINT roster_entries_work_phone_check CHECK ((length(work_phone) <= 20))
);
COMMENT ON TABLE roster_entries IS 'Written by rosters (who they are), roster-ends (lines that end, move with a merger, or are erased) and rollouts (how far they are). One line for each person of each employer; somebody with two employers has two.';
COMMENT ON COLUMN roster_entries.listed IS 'Has not left yet. Follows left_on when it is written; a job takes it back when the day has come.';
GRANT INSERT, SELECT, UPDATE ON roster_entries TO ansinh_app;

CREATE TABLE roster_headings (
  employer_id bigint NOT NULL,
  heading_folded text NOT NULL,
  heading text NOT NULL,
  column_name text,
  CONSTRAINT roster_headings_pkey PRIMARY KEY (employer_id, heading_folded),
  CONSTRAINT roster_headings_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES employers(employer_id),
  CONSTRAINT roster_headings_heading_check CHECK (((length(heading) >= 1) AND (length(heading) <= 200))),
  CONSTRAINT roster_headings_heading_folded_check CHECK (((length(heading_folded) >= 1) AND (length(heading_folded) <= 200)))
);
COMMENT ON TABLE roster_headings IS 'Written by rosters. Headings of an employer''s own layout and the column each means; NULL: not read.';
GRANT INSERT, SELECT, UPDATE ON roster_headings TO ansinh_app;

CREATE TABLE roster_keys (
  key_id uuid NOT NULL,
  employer_id bigint NOT NULL,
  name text NOT NULL,
  scope text DEFAULT 'roster:read'::text NOT NULL,
  key_hash bytea NOT NULL,
  made_by integer NOT NULL,
  made_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  CONSTRAINT roster_keys_pkey PRIMARY KEY (key_id),
  CONSTRAINT roster_keys_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES employers(employer_id),
  CONSTRAINT roster_keys_key_hash_key UNIQUE (key_hash),
  CONSTRAINT roster_keys_made_by_fkey FOREIGN KEY (made_by) REFERENCES employer_officers(officer_id),
  CONSTRAINT roster_keys_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80))),
  CONSTRAINT roster_keys_scope_check CHECK ((scope = 'roster:read'::text))
);
COMMENT ON TABLE roster_keys IS 'Written by register-copies. Secrets (as hashes) of programs that read the roster of one employer; made and revoked by its administrators.';
GRANT INSERT, SELECT, UPDATE ON roster_keys TO ansinh_app;

CREATE TABLE roster_missing (
  batch_id uuid NOT NULL,
  employer_id bigint NOT NULL,
  entry_id uuid NOT NULL,
  CONSTRAINT roster_missing_pkey PRIMARY KEY (batch_id, entry_id),
  CONSTRAINT roster_missing_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES roster_batches(batch_id)
);
COMMENT ON TABLE roster_missing IS 'Written by rosters. Lines of the roster that a whole file does not name: a proposal, until somebody says that they left.';
GRANT DELETE, INSERT, SELECT ON roster_missing TO ansinh_app;

CREATE TABLE roster_origins (
  merger_id uuid NOT NULL,
  employer_id bigint NOT NULL,
  entry_id uuid NOT NULL,
  from_employer_id bigint NOT NULL,
  from_entry_id uuid NOT NULL,
  united boolean NOT NULL,
  left_on date,
  moved_on date DEFAULT ansinh_today() NOT NULL,
  CONSTRAINT roster_origins_pkey PRIMARY KEY (merger_id, from_entry_id),
  CONSTRAINT roster_origins_merger_id_fkey FOREIGN KEY (merger_id) REFERENCES employer_mergers(merger_id)
);
COMMENT ON TABLE roster_origins IS 'Written by roster-ends. Where a line of a roster came from when employers merged; a line that two employers had has one for each that it took in.';
GRANT INSERT, SELECT ON roster_origins TO ansinh_app;

CREATE TABLE schema_migrations (
  version integer NOT NULL,
  name text NOT NULL,
  sha256 text NOT NULL,
  applied_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT schema_migrations_pkey PRIMARY KEY (version)
);
COMMENT ON TABLE schema_migrations IS NULL;
GRANT DELETE, INSERT, SELECT, UPDATE ON schema_migrations TO ansinh_app;

CREATE TABLE second_checks (
  registration_id uuid NOT NULL,
  drawn boolean DEFAULT false NOT NULL,
  risky boolean DEFAULT false NOT NULL,
  first_staff_id integer,
  first_role text,
  first_decision_id uuid,
  first_checked_at timestamp with time zone,
  person_id bigint,
  document_kind text,
  checklist jsonb,
  CONSTRAINT second_checks_pkey PRIMARY KEY (registration_id),
  CONSTRAINT second_checks_check CHECK (((first_staff_id IS NULL) = (first_checked_at IS NULL))),
  CONSTRAINT second_checks_first_staff_id_fkey FOREIGN KEY (first_staff_id) REFERENCES staff_users(staff_id),
  CONSTRAINT second_checks_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES registrations(registration_id) ON DELETE CASCADE
);
COMMENT ON TABLE second_checks IS 'Written by second-checks. Who must be looked at by two people, and what the first of them ticked. A row with drawn and risky false asks for nothing.';
GRANT INSERT, SELECT, UPDATE ON second_checks TO ansinh_app;

CREATE TABLE sessions (
  person_id bigint NOT NULL,
  session_hash bytea NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  last_seen_at timestamp with time zone DEFAULT now() NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  revoked_at timestamp with time zone,
  device_label text,
  session_id uuid DEFAULT gen_random_uuid() NOT NULL,
  CONSTRAINT sessions_pkey PRIMARY KEY (person_id, session_hash)
) PARTITION BY HASH (person_id);
-- 32 partitions like FOR VALUES WITH (modulus 32, remainder n); ansinh_app: nothing
COMMENT ON TABLE sessions IS 'Written by accounts. The cookie carries person_id and a secret; only its hash is kept.';
GRANT DELETE, INSERT, SELECT, UPDATE ON sessions TO ansinh_app;

CREATE TABLE sick_leave_facilities (
  facility_code text NOT NULL,
  decision_number text,
  valid_from date NOT NULL,
  valid_to date,
  source text NOT NULL,
  import_batch_id uuid,
  CONSTRAINT sick_leave_facilities_pkey PRIMARY KEY (facility_code, valid_from),
  CONSTRAINT sick_leave_facilities_facility_code_check CHECK ((facility_code ~ '^\d{2}[0-9A-Z]{3}$'::text))
);
COMMENT ON TABLE sick_leave_facilities IS 'Written by reference-lists. Facilities entitled to issue sick-leave papers, by time.';
GRANT INSERT, SELECT, UPDATE ON sick_leave_facilities TO ansinh_app;

CREATE TABLE signed_forms (
  employer_id bigint NOT NULL,
  entry_id uuid NOT NULL,
  registration_id uuid NOT NULL,
  code_tail text NOT NULL,
  state text NOT NULL,
  reason text,
  how text NOT NULL,
  noted_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  officer_id bigint NOT NULL,
  batch_id uuid,
  CONSTRAINT signed_forms_pkey PRIMARY KEY (employer_id, entry_id),
  CONSTRAINT signed_forms_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES hand_in_batches(batch_id),
  CONSTRAINT signed_forms_check CHECK (((state = 'put-aside'::text) = (reason IS NOT NULL))),
  CONSTRAINT signed_forms_check1 CHECK (((state = 'ready'::text) OR (batch_id IS NULL))),
  CONSTRAINT signed_forms_code_tail_check CHECK ((length(code_tail) = 4)),
  CONSTRAINT signed_forms_employer_id_entry_id_fkey FOREIGN KEY (employer_id, entry_id) REFERENCES roster_entries(employer_id, entry_id) ON DELETE CASCADE,
  CONSTRAINT signed_forms_how_check CHECK ((how = ANY (ARRAY['scanned'::text, 'typed'::text, 'by-hand'::text]))),
  CONSTRAINT signed_forms_reason_check CHECK ((reason = ANY (ARRAY['wrong-signer'::text, 'unsigned'::text, 'damaged'::text, 'other'::text]))),
  CONSTRAINT signed_forms_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES registrations(registration_id) ON DELETE CASCADE,
  CONSTRAINT signed_forms_state_check CHECK ((state = ANY (ARRAY['ready'::text, 'put-aside'::text])))
);
COMMENT ON TABLE signed_forms IS 'Written by hand-ins. Forms that the employer has in hand, signed: ready, put aside with a reason, or in a batch.';
GRANT DELETE, INSERT, SELECT, UPDATE ON signed_forms TO ansinh_app;

CREATE TABLE spent_challenges (
  challenge_hash bytea NOT NULL,
  spent_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  CONSTRAINT spent_challenges_pkey PRIMARY KEY (challenge_hash)
);
COMMENT ON TABLE spent_challenges IS 'Written by passkeys. Challenges that were answered rightly, so that none is answered twice; an unanswered one stands nowhere.';
GRANT DELETE, INSERT, SELECT ON spent_challenges TO ansinh_app;

CREATE TABLE staff_posts (
  post_no bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  post_id uuid NOT NULL,
  staff_id integer NOT NULL,
  role text,
  office_id integer,
  from_on date NOT NULL,
  to_on date,
  reason text NOT NULL,
  given_by integer NOT NULL,
  given_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  CONSTRAINT staff_posts_pkey PRIMARY KEY (post_no),
  CONSTRAINT staff_posts_check CHECK ((to_on >= from_on)),
  CONSTRAINT staff_posts_check1 CHECK (((role IS NULL) = (office_id IS NULL))),
  CONSTRAINT staff_posts_check2 CHECK ((given_by <> staff_id)),
  CONSTRAINT staff_posts_given_by_fkey FOREIGN KEY (given_by) REFERENCES staff_users(staff_id),
  CONSTRAINT staff_posts_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(office_id),
  CONSTRAINT staff_posts_post_id_key UNIQUE (post_id),
  CONSTRAINT staff_posts_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 300))),
  CONSTRAINT staff_posts_role_check CHECK ((role = ANY (ARRAY['clerk'::text, 'supervisor'::text, 'province'::text, 'support'::text, 'operator'::text]))),
  CONSTRAINT staff_posts_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff_users(staff_id)
);
COMMENT ON TABLE staff_posts IS 'Written by staff-posts. Who has which role at which office on which days, given by whom and why. No UPDATE, no DELETE.';
GRANT INSERT, SELECT ON staff_posts TO ansinh_app;

CREATE TABLE staff_sessions (
  session_hash bytea NOT NULL,
  staff_id integer NOT NULL,
  stage text NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  last_seen_at timestamp with time zone DEFAULT now() NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  revoked_at timestamp with time zone,
  CONSTRAINT staff_sessions_pkey PRIMARY KEY (session_hash),
  CONSTRAINT staff_sessions_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff_users(staff_id),
  CONSTRAINT staff_sessions_stage_check CHECK ((stage = ANY (ARRAY['second-factor'::text, 'full'::text])))
);
COMMENT ON TABLE staff_sessions IS 'Written by staff. 15 min idle, 8 h in all.';
GRANT DELETE, INSERT, SELECT, UPDATE ON staff_sessions TO ansinh_app;

CREATE TABLE staff_users (
  staff_id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
  user_name text NOT NULL,
  full_name text NOT NULL,
  role text NOT NULL,
  office_id integer NOT NULL,
  person_id bigint,
  password_hash text NOT NULL,
  totp_secret_encrypted bytea NOT NULL,
  totp_last_step bigint,
  valid_from date NOT NULL,
  valid_to date,
  stopped_at timestamp with time zone,
  CONSTRAINT staff_users_pkey PRIMARY KEY (staff_id),
  CONSTRAINT staff_users_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(office_id),
  CONSTRAINT staff_users_role_check CHECK ((role = ANY (ARRAY['clerk'::text, 'supervisor'::text, 'province'::text, 'support'::text, 'operator'::text]))),
  CONSTRAINT staff_users_user_name_check CHECK ((user_name ~ '^[a-z0-9.-]{3,40}$'::text)),
  CONSTRAINT staff_users_user_name_key UNIQUE (user_name)
);
COMMENT ON TABLE staff_users IS 'Written by staff. Password and TOTP; one role and one office each, dated.';
GRANT DELETE, INSERT, SELECT, UPDATE ON staff_users TO ansinh_app;

CREATE TABLE statement_codes (
  code_hmac bytea NOT NULL,
  person_id bigint NOT NULL,
  statement_id uuid NOT NULL,
  CONSTRAINT statement_codes_pkey PRIMARY KEY (code_hmac)
);
COMMENT ON TABLE statement_codes IS 'Written by statements. Where the keyed hash of a printed code leads.';
GRANT DELETE, INSERT, SELECT ON statement_codes TO ansinh_app;

CREATE TABLE statements (
  person_id bigint NOT NULL,
  statement_id uuid NOT NULL,
  kind text NOT NULL,
  year smallint,
  issued_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  known_on timestamp with time zone DEFAULT now() NOT NULL,
  valid_until date,
  shown_fields text[] NOT NULL,
  sealed_code bytea NOT NULL,
  sealed_content bytea NOT NULL,
  file_hashes bytea[] DEFAULT '{}'::bytea[] NOT NULL,
  withdrawn_at timestamp with time zone,
  erased_at timestamp with time zone,
  CONSTRAINT statements_pkey PRIMARY KEY (person_id, statement_id),
  CONSTRAINT statements_check CHECK (((year IS NOT NULL) = (kind = 'yearly-notice'::text))),
  CONSTRAINT statements_kind_check CHECK ((kind = ANY (ARRAY['yearly-notice'::text, 'participation-book'::text, 'confirmation'::text, 'data-export'::text])))
) PARTITION BY HASH (person_id);
-- 32 partitions like FOR VALUES WITH (modulus 32, remainder n); ansinh_app: nothing
COMMENT ON TABLE statements IS 'Written by statements. Content and code are encrypted; file_hashes: SHA-256 of every file that was handed out. Only withdrawal and file hashes change.';
COMMENT ON COLUMN statements.known_on IS 'The register as known at this instant is what the content says.';
COMMENT ON COLUMN statements.erased_at IS 'Kept long enough: code and content are empty since then.';
GRANT DELETE, INSERT, SELECT ON statements TO ansinh_app;

CREATE TABLE step_ups (
  person_id bigint NOT NULL,
  session_hash bytea NOT NULL,
  proved_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  CONSTRAINT step_ups_pkey PRIMARY KEY (person_id, session_hash)
) PARTITION BY HASH (person_id);
-- 32 partitions like FOR VALUES WITH (modulus 32, remainder n); ansinh_app: nothing
COMMENT ON TABLE step_ups IS 'Written by step-ups. When the holder of a session last proved once more who they are; erased by night.';
GRANT DELETE, INSERT, SELECT, UPDATE ON step_ups TO ansinh_app;

CREATE TABLE ticket_contacts (
  report_id uuid NOT NULL,
  channel text,
  contact_encrypted bytea,
  code_hash bytea,
  made_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  erased_at timestamp with time zone,
  CONSTRAINT ticket_contacts_pkey PRIMARY KEY (report_id),
  CONSTRAINT ticket_contacts_channel_check CHECK ((channel = ANY (ARRAY['phone'::text, 'email'::text]))),
  CONSTRAINT ticket_contacts_check CHECK (
CASE
    WHEN (channel IS NULL) THEN ((contact_encrypted IS NULL) AND (erased_at IS NULL) AND (code_hash IS NOT NULL))
    ELSE ((erased_at IS NULL) = (contact_encrypted IS NOT NULL))
END),
  CONSTRAINT ticket_contacts_code_hash_check CHECK ((length(code_hash) = 32)),
  CONSTRAINT ticket_contacts_report_id_fkey FOREIGN KEY (report_id) REFERENCES problem_reports(report_id)
);
COMMENT ON TABLE ticket_contacts IS 'Written by tickets. contact_encrypted set to NULL is the erasure (RETENTION_RULES ticket-contact); channel NULL: nobody gave an address, only the code is kept.';
GRANT INSERT, SELECT, UPDATE ON ticket_contacts TO ansinh_app;

CREATE TABLE ticket_photo_folders (
  report_id uuid NOT NULL,
  opened_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  erased_at timestamp with time zone,
  CONSTRAINT ticket_photo_folders_pkey PRIMARY KEY (report_id),
  CONSTRAINT ticket_photo_folders_report_id_fkey FOREIGN KEY (report_id) REFERENCES problem_reports(report_id)
);
COMMENT ON TABLE ticket_photo_folders IS 'Written by tickets. That photos lie with documents under report_id, and that they are erased (RETENTION_RULES ticket-photo).';
GRANT INSERT, SELECT, UPDATE ON ticket_photo_folders TO ansinh_app;

CREATE TABLE ticket_ratings (
  report_id uuid NOT NULL,
  move_no integer NOT NULL,
  helped text NOT NULL,
  words text DEFAULT ''::text NOT NULL,
  rated_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  CONSTRAINT ticket_ratings_pkey PRIMARY KEY (report_id, move_no),
  CONSTRAINT ticket_ratings_helped_check CHECK ((helped = ANY (ARRAY['yes'::text, 'partly'::text, 'no'::text]))),
  CONSTRAINT ticket_ratings_report_id_move_no_fkey FOREIGN KEY (report_id, move_no) REFERENCES problem_report_moves(report_id, move_no),
  CONSTRAINT ticket_ratings_words_check CHECK ((length(words) <= 500))
);
COMMENT ON TABLE ticket_ratings IS 'Written by tickets. No UPDATE, no DELETE.';
GRANT INSERT, SELECT ON ticket_ratings TO ansinh_app;

CREATE TABLE upload_pieces (
  upload_id uuid NOT NULL,
  piece_offset integer NOT NULL,
  ciphertext bytea NOT NULL,
  CONSTRAINT upload_pieces_pkey PRIMARY KEY (upload_id, piece_offset),
  CONSTRAINT upload_pieces_upload_id_fkey FOREIGN KEY (upload_id) REFERENCES uploads(upload_id) ON DELETE CASCADE
);
COMMENT ON TABLE upload_pieces IS 'Written by documents. Encrypted pieces, gone once the file is whole.';
GRANT DELETE, INSERT, SELECT, UPDATE ON upload_pieces TO ansinh_app;

CREATE TABLE uploads (
  upload_id uuid NOT NULL,
  registration_id uuid NOT NULL,
  kind text NOT NULL,
  size_bytes integer NOT NULL,
  sha256 bytea NOT NULL,
  received_bytes integer DEFAULT 0 NOT NULL,
  hints jsonb DEFAULT '{}'::jsonb NOT NULL,
  created_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  completed_at timestamp with time zone,
  document_id uuid,
  CONSTRAINT uploads_pkey PRIMARY KEY (upload_id),
  CONSTRAINT uploads_check CHECK (((received_bytes >= 0) AND (received_bytes <= size_bytes))),
  CONSTRAINT uploads_kind_check CHECK ((kind = ANY (ARRAY['id-front'::text, 'id-back'::text, 'portrait'::text, 'birth-certificate'::text, 'form-scan'::text, 'attachment-1'::text, 'attachment-2'::text, 'attachment-3'::text]))),
  CONSTRAINT uploads_sha256_check CHECK ((length(sha256) = 32)),
  CONSTRAINT uploads_size_bytes_check CHECK (((size_bytes >= 1) AND (size_bytes <= 8388608)))
);
COMMENT ON TABLE uploads IS 'Written by documents. A file on its way, in pieces of at most 64 kB, resumable by offset.';
GRANT DELETE, INSERT, SELECT, UPDATE ON uploads TO ansinh_app;

CREATE TABLE visit_cost_lines (
  person_id bigint NOT NULL,
  visit_id uuid NOT NULL,
  line_no integer NOT NULL,
  cost_line_id uuid DEFAULT gen_random_uuid() NOT NULL,
  kind text NOT NULL,
  code text,
  name text NOT NULL,
  unit text,
  quantity numeric(21,9) NOT NULL,
  unit_price_vnd numeric(21,9) NOT NULL,
  coverage_percent smallint,
  amount_vnd numeric(15,2) NOT NULL,
  fund_vnd numeric(15,2) NOT NULL,
  other_vnd numeric(15,2) NOT NULL,
  own_vnd numeric(15,2) NOT NULL,
  copayment_vnd numeric(15,2) NOT NULL,
  CONSTRAINT visit_cost_lines_pkey PRIMARY KEY (person_id, visit_id, line_no),
  CONSTRAINT visit_cost_lines_coverage_percent_check CHECK (((coverage_percent >= 0) AND (coverage_percent <= 100))),
  CONSTRAINT visit_cost_lines_kind_check CHECK ((kind = ANY (ARRAY['drug'::text, 'service'::text])))
) PARTITION BY HASH (person_id);
-- 32 partitions like FOR VALUES WITH (modulus 32, remainder n); ansinh_app: nothing
COMMENT ON TABLE visit_cost_lines IS 'Written by visits. What a visit cost, line by line; stands and ends with its visit. No UPDATE, no DELETE.';
GRANT INSERT, SELECT ON visit_cost_lines TO ansinh_app;

CREATE TABLE visit_endings (
  person_id bigint NOT NULL,
  visit_id uuid NOT NULL,
  ended_at timestamp with time zone DEFAULT now() NOT NULL,
  kind text NOT NULL,
  import_batch_id uuid,
  source text NOT NULL,
  CONSTRAINT visit_endings_pkey PRIMARY KEY (person_id, visit_id),
  CONSTRAINT visit_endings_kind_check CHECK ((kind = ANY (ARRAY['correction'::text, 'change'::text, 'withdrawal'::text])))
) PARTITION BY HASH (person_id);
-- 32 partitions like FOR VALUES WITH (modulus 32, remainder n); ansinh_app: nothing
COMMENT ON TABLE visit_endings IS 'Written by visits. From when on, and why, a visit with its cost lines and papers is no longer what we know. No UPDATE, no DELETE.';
GRANT INSERT, SELECT ON visit_endings TO ansinh_app;

CREATE TABLE visit_keys (
  facility_code text NOT NULL,
  visit_key text NOT NULL,
  person_id bigint NOT NULL,
  visit_id uuid,
  content_hash bytea,
  CONSTRAINT visit_keys_pkey PRIMARY KEY (facility_code, visit_key)
);
COMMENT ON TABLE visit_keys IS 'Written by visits. Which visit stands for a facility''s MA_LK; unique by value. visit_id null: none stands any more. Facts are not here, so it moves by UPDATE.';
GRANT INSERT, SELECT ON visit_keys TO ansinh_app;

CREATE TABLE visit_papers (
  person_id bigint NOT NULL,
  visit_id uuid NOT NULL,
  paper_id uuid DEFAULT gen_random_uuid() NOT NULL,
  kind text NOT NULL,
  serial_number text,
  issued_on date,
  rest_from date,
  rest_to date,
  rest_days smallint,
  CONSTRAINT visit_papers_pkey PRIMARY KEY (person_id, paper_id),
  CONSTRAINT visit_papers_kind_check CHECK ((kind = ANY (ARRAY['discharge'::text, 'birth-certificate'::text, 'pregnancy-leave'::text, 'sick-leave'::text])))
) PARTITION BY HASH (person_id);
-- 32 partitions like FOR VALUES WITH (modulus 32, remainder n); ansinh_app: nothing
COMMENT ON TABLE visit_papers IS 'Written by visits. Papers a facility issued in a visit; stand and end with it. No names of parents or children. No UPDATE, no DELETE.';
GRANT INSERT, SELECT ON visit_papers TO ansinh_app;

CREATE TABLE visit_plan_lines (
  plan_id uuid NOT NULL,
  "position" integer NOT NULL,
  employer_id bigint NOT NULL,
  entry_id uuid NOT NULL,
  office_id integer NOT NULL,
  due_on date NOT NULL,
  visit_on date,
  CONSTRAINT visit_plan_lines_pkey PRIMARY KEY (plan_id, "position"),
  CONSTRAINT visit_plan_lines_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(office_id),
  CONSTRAINT visit_plan_lines_plan_id_entry_id_key UNIQUE (plan_id, entry_id),
  CONSTRAINT visit_plan_lines_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES visit_plans(plan_id) ON DELETE CASCADE
);
COMMENT ON TABLE visit_plan_lines IS 'Written by visit-plans. Who comes when, in the order of the day.';
GRANT INSERT, SELECT ON visit_plan_lines TO ansinh_app;

CREATE TABLE visit_plans (
  plan_id uuid NOT NULL,
  employer_id bigint NOT NULL,
  state text DEFAULT 'proposed'::text NOT NULL,
  officer_id bigint NOT NULL,
  made_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  kept_at timestamp with time zone,
  CONSTRAINT visit_plans_pkey PRIMARY KEY (plan_id),
  CONSTRAINT visit_plans_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES employers(employer_id),
  CONSTRAINT visit_plans_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'kept'::text, 'cancelled'::text])))
);
COMMENT ON TABLE visit_plans IS 'Written by visit-plans. Which people of an employer come on which day; only a kept one takes room.';
GRANT INSERT, SELECT ON visit_plans TO ansinh_app;

CREATE TABLE visits (
  person_id bigint NOT NULL,
  visit_id uuid NOT NULL,
  facility_code text NOT NULL,
  visit_key text NOT NULL,
  layout text NOT NULL,
  admitted_at timestamp without time zone NOT NULL,
  discharged_at timestamp without time zone NOT NULL,
  admitted_on date GENERATED ALWAYS AS ((admitted_at)::date) STORED NOT NULL,
  discharged_on date GENERATED ALWAYS AS ((discharged_at)::date) STORED NOT NULL,
  diagnosis text,
  main_disease_code text,
  other_disease_codes text[] DEFAULT '{}'::text[] NOT NULL,
  kind_code text,
  reason_code text,
  result_code text,
  discharge_code text,
  cards jsonb DEFAULT '[]'::jsonb NOT NULL,
  total_vnd numeric(15,2) NOT NULL,
  covered_vnd numeric(15,2) NOT NULL,
  fund_vnd numeric(15,2) NOT NULL,
  copayment_exact_vnd numeric(15,2) NOT NULL,
  copayment_vnd bigint GENERATED ALWAYS AS ((round(copayment_exact_vnd))::bigint) STORED NOT NULL,
  own_vnd numeric(15,2) NOT NULL,
  other_vnd numeric(15,2) NOT NULL,
  sums_agree boolean NOT NULL,
  content_hash bytea NOT NULL,
  recorded_at timestamp with time zone DEFAULT now() NOT NULL,
  import_batch_id uuid,
  source text NOT NULL,
  CONSTRAINT visits_pkey PRIMARY KEY (person_id, visit_id),
  CONSTRAINT visits_check CHECK ((discharged_at >= admitted_at)),
  CONSTRAINT visits_layout_check CHECK ((layout = ANY (ARRAY['qd4750'::text, 'qd4210'::text])))
) PARTITION BY HASH (person_id);
-- 32 partitions like FOR VALUES WITH (modulus 32, remainder n); ansinh_app: nothing
COMMENT ON TABLE visits IS 'Written by visits. One visit as a facility claimed it; times are local to the facility. No UPDATE, no DELETE: a re-sent claim is a new row, the old one gets an ending.';
COMMENT ON COLUMN visits.copayment_vnd IS 'Whole đồng, for the copayment of a year; the exact amount stands beside it.';
COMMENT ON COLUMN visits.sums_agree IS 'False: the cost lines do not add up to the totals, or the fund''s share is not what the formula gives; the screen says so.';
COMMENT ON COLUMN visits.content_hash IS 'SHA-256 of what the claim said: sent again with the same content it is not recorded again.';
GRANT INSERT, SELECT ON visits TO ansinh_app;

CREATE TABLE wage_regions (
  ward_code text NOT NULL,
  region smallint NOT NULL,
  checked boolean NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  source text NOT NULL,
  import_batch_id uuid,
  CONSTRAINT wage_regions_pkey PRIMARY KEY (ward_code, valid_from),
  CONSTRAINT wage_regions_region_check CHECK (((region >= 1) AND (region <= 4)))
);
COMMENT ON TABLE wage_regions IS 'Written by reference-lists. checked: compared with the text of the decree; until then a person reads that the region is not yet confirmed.';
GRANT INSERT, SELECT, UPDATE ON wage_regions TO ansinh_app;

CREATE TABLE walk_ins (
  registration_id uuid NOT NULL,
  staff_id integer NOT NULL,
  office_id integer NOT NULL,
  source text NOT NULL,
  begun_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  CONSTRAINT walk_ins_pkey PRIMARY KEY (registration_id),
  CONSTRAINT walk_ins_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(office_id),
  CONSTRAINT walk_ins_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES registrations(registration_id) ON DELETE CASCADE,
  CONSTRAINT walk_ins_source_check CHECK ((source = ANY (ARRAY['qr'::text, 'chip'::text, 'typed'::text]))),
  CONSTRAINT walk_ins_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff_users(staff_id)
);
COMMENT ON TABLE walk_ins IS 'Written by walk-ins. Which registrations were made at a counter, by whom; the draft may be continued at that desk alone.';
GRANT INSERT, SELECT ON walk_ins TO ansinh_app;

CREATE TABLE wording_proposals (
  proposal_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  code text NOT NULL,
  words text NOT NULL,
  staff_id integer NOT NULL,
  proposed_at timestamp with time zone DEFAULT ansinh_now() NOT NULL,
  CONSTRAINT wording_proposals_pkey PRIMARY KEY (proposal_id),
  CONSTRAINT wording_proposals_code_check CHECK (((length(code) >= 1) AND (length(code) <= 60))),
  CONSTRAINT wording_proposals_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff_users(staff_id),
  CONSTRAINT wording_proposals_words_check CHECK (((length(words) >= 1) AND (length(words) <= 2000)))
);
COMMENT ON TABLE wording_proposals IS 'Written by support-desk. How helpers would say a ready answer better, for those who keep the texts. No UPDATE, no DELETE.';
GRANT INSERT, SELECT ON wording_proposals TO ansinh_app;

-- Indexes

CREATE INDEX account_stops_due ON public.account_stops USING btree (applies_at) WHERE ((applied_at IS NULL) AND (cancelled_at IS NULL));
CREATE UNIQUE INDEX account_stops_one_open ON public.account_stops USING btree (person_id) WHERE ((applied_at IS NULL) AND (cancelled_at IS NULL));
CREATE INDEX administrative_units_by_name ON public.administrative_units USING btree (name_folded);
CREATE INDEX administrative_units_by_parent ON public.administrative_units USING btree (unit_level, parent_code);
CREATE INDEX administrative_units_by_short_name ON public.administrative_units USING btree (short_name_folded);
CREATE INDEX announcements_recent ON public.announcements USING btree (made_at DESC);
CREATE INDEX announcements_sending ON public.announcements USING btree (made_at) WHERE (state = 'sending'::text);
CREATE INDEX audit_lines_by_person ON public.audit_lines USING btree (person_id, at) WHERE (person_id IS NOT NULL);
CREATE INDEX audit_lines_by_registration ON public.audit_lines USING btree (registration_id, at) WHERE (registration_id IS NOT NULL);
CREATE INDEX audit_lines_by_staff ON public.audit_lines USING btree (actor_id, at) WHERE (actor_kind = 'staff'::text);
CREATE INDEX audit_lines_of_employer_officers ON public.audit_lines USING btree (actor_id, line_id) WHERE (actor_kind = 'employer'::text);
CREATE INDEX benefit_endings_by_batch ON public.benefit_endings USING brin (import_batch_id) WITH (pages_per_range='16');
CREATE INDEX benefits_by_batch ON public.benefits USING brin (import_batch_id) WITH (pages_per_range='16');
CREATE INDEX bulk_form_lines_of_entry ON public.bulk_form_lines USING btree (employer_id, entry_id);
CREATE INDEX bulk_form_lines_of_registration ON public.bulk_form_lines USING btree (registration_id, printed_at) WHERE (printed_at IS NOT NULL);
CREATE INDEX bulk_form_runs_of_employer ON public.bulk_form_runs USING btree (employer_id, made_at);
CREATE UNIQUE INDEX bulk_form_runs_one_at_a_time ON public.bulk_form_runs USING btree (officer_id) WHERE (state = 'running'::text);
CREATE INDEX call_backs_kept ON public.call_backs USING btree (state_since) WHERE ((state <> 'waiting'::text) AND (erased_at IS NULL));
CREATE INDEX call_backs_of_report ON public.call_backs USING btree (report_id, asked_at);
CREATE UNIQUE INDEX call_backs_one_waiting ON public.call_backs USING btree (report_id) WHERE (state = 'waiting'::text);
CREATE INDEX call_backs_queue ON public.call_backs USING btree (office_id, window_on, starts) WHERE (state = 'waiting'::text);
CREATE INDEX case_assignments_by_staff ON public.case_assignments USING btree (staff_id);
CREATE INDEX case_papers_by_place ON public.case_papers USING btree (office_id, archive_box, archive_number);
CREATE INDEX chats_ended ON public.chats USING btree (ended_at) WHERE (state = 'ended'::text);
CREATE INDEX chats_of_agent ON public.chats USING btree (agent_id) WHERE (state = 'active'::text);
CREATE INDEX chats_of_browser ON public.chats USING btree (secret_hash) WHERE (secret_hash IS NOT NULL);
CREATE UNIQUE INDEX chats_open_of_asker ON public.chats USING btree (asker_kind, asker_id, officer_id) NULLS NOT DISTINCT WHERE ((state <> 'ended'::text) AND (asker_kind <> 'stranger'::text));
CREATE INDEX chats_queue ON public.chats USING btree (returned DESC, queued_at, chat_id) WHERE (state = 'waiting'::text);
CREATE INDEX closure_moves_by_registration ON public.closure_moves USING btree (registration_id);
CREATE INDEX closure_orders_recent ON public.closure_orders USING btree (recorded_at DESC);
CREATE INDEX collection_points_by_ward ON public.collection_points USING btree (ward_code);
CREATE INDEX contact_changes_due ON public.contact_changes USING btree (applies_at) WHERE ((applies_at IS NOT NULL) AND (applied_at IS NULL) AND (cancelled_at IS NULL));
CREATE INDEX data_exports_made_at ON public.data_exports USING btree (made_at) WHERE (state = 'ready'::text);
CREATE INDEX data_request_places_open ON public.data_request_places USING btree (office_id, due_on) WHERE (state = ANY (ARRAY['received'::text, 'answered'::text]));
CREATE INDEX decisions_by_office ON public.decisions USING btree (office_id, decided_at);
CREATE INDEX decisions_by_registration ON public.decisions USING btree (registration_id, decided_at);
CREATE INDEX decisions_by_staff_day ON public.decisions USING btree (decided_at, staff_id) WHERE (kind = 'approve'::text);
CREATE INDEX decisions_due ON public.decisions USING btree (releases_at) WHERE ((released_at IS NULL) AND (undone_at IS NULL));
CREATE UNIQUE INDEX decisions_one_open ON public.decisions USING btree (registration_id) WHERE ((released_at IS NULL) AND (undone_at IS NULL));
CREATE INDEX dependant_queue_photos ON public.dependant_queue USING btree (closed_at) WHERE ((closed_at IS NOT NULL) AND (photo_erased_at IS NULL));
CREATE INDEX dependant_queue_waiting ON public.dependant_queue USING btree (office_id, sent_at) WHERE (closed_at IS NULL);
CREATE INDEX desk_requests_decided ON public.desk_requests USING btree (office_id, state_since) WHERE (state = ANY (ARRAY['corrected'::text, 'kept'::text, 'withdrawn'::text]));
CREATE INDEX desk_requests_open ON public.desk_requests USING btree (office_id, due_on) WHERE (state = ANY (ARRAY['received'::text, 'in-review'::text, 'waiting'::text]));
CREATE INDEX documents_by_content ON public.documents USING btree (content_hmac) WHERE (content_hmac IS NOT NULL);
CREATE INDEX documents_by_file ON public.documents USING btree (storage_key) WHERE (erased_at IS NULL);
CREATE UNIQUE INDEX documents_one_of_a_kind ON public.documents USING btree (registration_id, kind) WHERE ((erased_at IS NULL) AND (replaced_at IS NULL) AND (kind <> 'form-scan'::text));
CREATE INDEX email_links_by_person ON public.email_links USING btree (person_id);
CREATE INDEX employer_letters_by_office ON public.employer_letters USING btree (office_id, made_at DESC);
CREATE INDEX employer_mergers_into ON public.employer_mergers USING btree (to_employer_id, settled_at);
CREATE UNIQUE INDEX employer_mergers_standing ON public.employer_mergers USING btree (from_employer_id) WHERE (undone_at IS NULL);
CREATE INDEX employer_messages_sent ON public.employer_messages USING btree (employer_id, sent_at DESC) WHERE (sent_at IS NOT NULL);
CREATE INDEX employer_messages_waiting ON public.employer_messages USING btree (letter_id, employer_id) WHERE (sent_at IS NULL);
CREATE INDEX employer_officers_of_employer ON public.employer_officers USING btree (employer_id, officer_id);
CREATE INDEX employer_sessions_of_officer ON public.employer_sessions USING btree (officer_id) WHERE (revoked_at IS NULL);
CREATE INDEX employer_standings_by_name ON public.employer_standings USING btree (name_folded, employer_id);
CREATE INDEX employer_standings_by_office ON public.employer_standings USING btree (office_id);
CREATE INDEX employer_standings_by_people ON public.employer_standings USING btree (people DESC, employer_id);
CREATE INDEX employers_by_successor ON public.employers USING btree (successor_code) WHERE (successor_code IS NOT NULL);
CREATE INDEX error_notes_by_age ON public.error_notes USING brin (noted_at);
CREATE INDEX error_notes_by_subject ON public.error_notes USING btree (subject_tag, noted_at DESC) WHERE (subject_tag IS NOT NULL);
CREATE INDEX fraud_reviews_by_registration ON public.fraud_reviews USING btree (registration_id, reviewed_at);
CREATE INDEX fraud_signals_open ON public.fraud_signals USING btree (registration_id) WHERE (cleared_at IS NULL);
CREATE INDEX fraud_subjects_by_address ON public.fraud_subjects USING btree (address_hmac);
CREATE INDEX fraud_subjects_by_device ON public.fraud_subjects USING btree (device_hmac) WHERE (device_hmac IS NOT NULL);
CREATE INDEX fraud_subjects_by_phone ON public.fraud_subjects USING btree (phone_hmac);
CREATE INDEX fraud_subjects_traced ON public.fraud_subjects USING btree (traced_at);
CREATE INDEX hand_in_batches_of_employer ON public.hand_in_batches USING btree (employer_id, made_at) WHERE (employer_id IS NOT NULL);
CREATE INDEX hand_in_batches_open ON public.hand_in_batches USING btree (office_id, made_at) WHERE (handed_over_at IS NULL);
CREATE INDEX health_card_endings_by_batch ON public.health_card_endings USING brin (import_batch_id) WITH (pages_per_range='16');
CREATE INDEX health_cards_by_batch ON public.health_cards USING brin (import_batch_id) WITH (pages_per_range='16');
CREATE UNIQUE INDEX import_batches_by_compensated ON public.import_batches USING btree (compensates_batch_id) WHERE (compensates_batch_id IS NOT NULL);
CREATE UNIQUE INDEX import_batches_by_file ON public.import_batches USING btree (kind, COALESCE(employer_id, (0)::bigint), file_sha256) WHERE ((state <> ALL (ARRAY['uploading'::text, 'refused'::text, 'discarded'::text, 'undone'::text])) AND (compensates_batch_id IS NULL));
CREATE INDEX import_batches_of_employer ON public.import_batches USING btree (employer_id, created_at DESC) WHERE (employer_id IS NOT NULL);
CREATE INDEX import_close_matches_waiting ON public.import_close_matches USING btree (batch_id, row_no) WHERE (verdict IS NULL);
CREATE INDEX import_row_faults_by_batch ON public.import_row_faults USING btree (batch_id, row_no);
CREATE INDEX import_rows_by_batch ON public.import_rows USING brin (batch_id) WITH (pages_per_range='64');
CREATE INDEX inbox_messages_by_recipient ON public.inbox_messages USING btree (recipient, inbox_message_id);
CREATE INDEX incident_deadlines_by_incident ON public.incident_deadlines USING btree (incident_id);
CREATE INDEX incidents_recent ON public.incidents USING btree (recorded_at DESC);
CREATE INDEX invitations_by_time ON public.invitations USING btree (employer_id, made_at);
CREATE INDEX invitations_of_sending ON public.invitations USING btree (employer_id, sending_id);
CREATE INDEX messages_by_gateway_id ON public.messages USING btree (gateway_message_id) WHERE (gateway_message_id IS NOT NULL);
CREATE INDEX messages_by_person ON public.messages USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX messages_by_recipient ON public.messages USING btree (recipient_hmac, created_at);
CREATE INDEX messages_by_registration ON public.messages USING btree (registration_id) WHERE (registration_id IS NOT NULL);
CREATE INDEX messages_due ON public.messages USING btree (priority, send_after) WHERE (state = ANY (ARRAY['queued'::text, 'temporary'::text]));
CREATE INDEX messages_open ON public.messages USING btree (give_up_at) WHERE (state = ANY (ARRAY['queued'::text, 'temporary'::text, 'sent'::text]));
CREATE INDEX notices_announced ON public.notices USING btree (notice_key, person_id) WHERE (kind = 'announcement'::text);
CREATE INDEX notices_by_age ON public.notices USING brin (told_at);
CREATE INDEX notices_by_day ON public.notices USING btree (person_id, told_at DESC);
CREATE INDEX number_requests_by_time ON public.number_requests USING btree (recorded_at);
CREATE INDEX office_closures_by_office ON public.office_closures USING btree (office_id, to_on);
CREATE INDEX office_closures_by_order ON public.office_closures USING btree (order_id) WHERE (order_id IS NOT NULL);
CREATE UNIQUE INDEX offices_by_key ON public.offices USING btree (office_key, valid_from);
CREATE UNIQUE INDEX offices_by_official_code ON public.offices USING btree (official_code, valid_from) WHERE (official_code IS NOT NULL);
CREATE UNIQUE INDEX offices_by_provisional_code ON public.offices USING btree (provisional_code) WHERE (provisional_code IS NOT NULL);
CREATE INDEX offices_by_ward ON public.offices USING gin (ward_codes);
CREATE INDEX on_site_visits_of_employer ON public.on_site_visits USING btree (employer_id, asked_at);
CREATE INDEX on_site_visits_of_office ON public.on_site_visits USING btree (office_id, state);
CREATE INDEX one_time_codes_by_subject ON public.one_time_codes USING btree (purpose, subject, created_at);
CREATE INDEX paper_codes_by_age ON public.paper_codes USING btree (issued_at);
CREATE INDEX participation_spell_endings_by_batch ON public.participation_spell_endings USING brin (import_batch_id) WITH (pages_per_range='16');
CREATE INDEX participation_spells_by_batch ON public.participation_spells USING brin (import_batch_id) WITH (pages_per_range='16');
CREATE INDEX participation_spells_by_employer ON public.participation_spells USING btree (employer_id, to_month) WHERE ((branch = 'social'::text) AND (scheme = 'compulsory'::text) AND (employer_id IS NOT NULL));
CREATE INDEX passkey_credentials_by_person ON public.passkey_credentials USING btree (person_id);
CREATE INDEX password_tickets_by_person ON public.password_tickets USING btree (person_id);
CREATE INDEX person_names_by_birth ON public.person_names USING btree (born_on, name_folded) INCLUDE (person_id);
CREATE INDEX person_names_by_name ON public.person_names USING btree (name_folded);
CREATE INDEX person_names_by_year ON public.person_names USING btree (birth_year, name_folded);
CREATE INDEX person_versions_by_batch ON public.person_versions USING brin (ended_by_batch_id) WITH (pages_per_range='16');
CREATE INDEX persons_by_batch ON public.persons USING brin (import_batch_id) WITH (pages_per_range='16');
CREATE INDEX persons_by_household ON public.persons USING btree (household_id);
CREATE INDEX persons_by_ward ON public.persons USING btree (ward_code, person_id) WHERE (ward_code IS NOT NULL);
CREATE INDEX photo_prints_by_band ON public.photo_prints USING gin (bands) WITH (fastupdate=off);
CREATE INDEX photo_prints_by_registration ON public.photo_prints USING btree (registration_id);
CREATE INDEX practice_forms_by_staff ON public.practice_forms USING btree (staff_id, answered_at);
CREATE UNIQUE INDEX practice_forms_one_open ON public.practice_forms USING btree (staff_id) WHERE (answered_at IS NULL);
CREATE INDEX prepared_drafts_to_erase ON public.prepared_drafts USING btree (expires_at);
CREATE INDEX printing_consents_of_employer ON public.printing_consents USING btree (employer_id) WHERE (withdrawn_at IS NULL);
CREATE UNIQUE INDEX printing_consents_standing ON public.printing_consents USING btree (registration_id) WHERE (withdrawn_at IS NULL);
CREATE INDEX problem_reports_late ON public.problem_reports USING btree (due_at) WHERE ((state = 'open'::text) AND (escalated_at IS NULL));
CREATE INDEX problem_reports_of_asker ON public.problem_reports USING btree (asker_kind, asker_id, filed_at DESC);
CREATE INDEX problem_reports_of_error ON public.problem_reports USING btree (((context ->> 'errorId'::text))) WHERE (context ? 'errorId'::text);
CREATE INDEX problem_reports_open ON public.problem_reports USING btree (office_id, department, due_at) WHERE (state = 'open'::text);
CREATE INDEX problem_reports_settled ON public.problem_reports USING btree (state_since) WHERE (state <> 'open'::text);
CREATE INDEX reference_changes_by_batch ON public.reference_changes USING btree (import_batch_id, list, row_key, change_id);
CREATE INDEX reference_proposals_of_entry ON public.reference_proposals USING btree (list, entry_code, proposed_at DESC);
CREATE INDEX reference_proposals_to_apply ON public.reference_proposals USING btree (from_on) WHERE ((state = 'approved'::text) AND (reverted_at IS NULL) AND ((applied_at IS NULL) OR (until_on IS NOT NULL)));
CREATE INDEX reference_proposals_waiting ON public.reference_proposals USING btree (proposed_at) WHERE (state = 'waiting'::text);
CREATE INDEX registration_accesses_by_registration ON public.registration_accesses USING btree (registration_id);
CREATE INDEX registrations_by_declared_id ON public.registrations USING btree (((declared ->> 'nationalId'::text))) WHERE (declared ? 'nationalId'::text);
CREATE INDEX registrations_by_declared_number ON public.registrations USING btree (((declared ->> 'insuranceNumber'::text))) WHERE (declared ? 'insuranceNumber'::text);
CREATE INDEX registrations_by_grace ON public.registrations USING btree (grace_ends_on) WHERE (state = 'awaiting-visit'::text);
CREATE INDEX registrations_by_name ON public.registrations USING btree (office_id, declared_name_folded text_pattern_ops);
CREATE INDEX registrations_by_person ON public.registrations USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX registrations_queue ON public.registrations USING btree (office_id, state, due_on, registration_id);
CREATE INDEX registrations_to_erase ON public.registrations USING btree (state, state_since) WHERE (state = ANY (ARRAY['draft'::text, 'returned'::text, 'refused'::text, 'expired'::text, 'withdrawn'::text]));
CREATE INDEX registrations_waiting_by_birth ON public.registrations USING btree (((declared ->> 'bornOn'::text))) WHERE ((state = ANY (ARRAY['awaiting-visit'::text, 'received'::text, 'checked'::text, 'fraud-review'::text, 'returned'::text, 'expired'::text])) AND (file_number IS NOT NULL));
CREATE INDEX registrations_waiting_by_insurance_number ON public.registrations USING btree ("right"((declared ->> 'insuranceNumber'::text), 4)) WHERE ((state = ANY (ARRAY['awaiting-visit'::text, 'received'::text, 'checked'::text, 'fraud-review'::text, 'returned'::text, 'expired'::text])) AND (file_number IS NOT NULL));
CREATE INDEX registrations_waiting_by_national_id ON public.registrations USING btree ("right"((declared ->> 'nationalId'::text), 4)) WHERE ((state = ANY (ARRAY['awaiting-visit'::text, 'received'::text, 'checked'::text, 'fraud-review'::text, 'returned'::text, 'expired'::text])) AND (file_number IS NOT NULL));
CREATE INDEX registrations_waiting_by_passport ON public.registrations USING btree ("right"((declared ->> 'passportNumber'::text), 4)) WHERE ((state = ANY (ARRAY['awaiting-visit'::text, 'received'::text, 'checked'::text, 'fraud-review'::text, 'returned'::text, 'expired'::text])) AND (file_number IS NOT NULL));
CREATE INDEX registrations_waiting_by_phone ON public.registrations USING btree ("right"(proved_phone, 4)) WHERE ((state = ANY (ARRAY['awaiting-visit'::text, 'received'::text, 'checked'::text, 'fraud-review'::text, 'returned'::text, 'expired'::text])) AND (file_number IS NOT NULL));
CREATE INDEX registrations_with_id_photos ON public.registrations USING btree (registration_id) WHERE ((state = ANY (ARRAY['approved'::text, 'activated'::text])) AND (id_photos_erased_at IS NULL));
CREATE INDEX representations_due ON public.representations USING btree (last_on);
CREATE INDEX request_decisions_by_request ON public.request_decisions USING btree (person_id, request_id, decided_at);
CREATE INDEX request_decisions_due ON public.request_decisions USING btree (releases_at) WHERE ((released_at IS NULL) AND (undone_at IS NULL));
CREATE INDEX request_photo_folders_kept ON public.request_photo_folders USING btree (opened_at) WHERE (erased_at IS NULL);
CREATE INDEX roster_batches_of_employer ON public.roster_batches USING btree (employer_id);
CREATE INDEX roster_changes_by_batch ON public.roster_changes USING btree (import_batch_id) WHERE (import_batch_id IS NOT NULL);
CREATE INDEX roster_changes_of_entry ON public.roster_changes USING btree (employer_id, entry_id, change_no DESC);
CREATE INDEX roster_entries_by_department ON public.roster_entries USING btree (employer_id, department, name_folded);
CREATE UNIQUE INDEX roster_entries_by_insurance_number ON public.roster_entries USING btree (employer_id, insurance_number) WHERE ((left_on IS NULL) AND (insurance_number IS NOT NULL));
CREATE UNIQUE INDEX roster_entries_by_national_id ON public.roster_entries USING btree (employer_id, national_id) WHERE ((left_on IS NULL) AND (national_id IS NOT NULL));
CREATE INDEX roster_entries_by_state ON public.roster_entries USING btree (employer_id, state, name_folded, entry_id) WHERE (left_on IS NULL);
CREATE INDEX roster_entries_of_insurance_number ON public.roster_entries USING btree (insurance_number) WHERE (insurance_number IS NOT NULL);
CREATE INDEX roster_entries_of_national_id ON public.roster_entries USING btree (national_id) WHERE (national_id IS NOT NULL);
CREATE INDEX roster_entries_of_person ON public.roster_entries USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX roster_entries_of_registration ON public.roster_entries USING btree (registration_id) WHERE (registration_id IS NOT NULL);
CREATE INDEX roster_entries_to_end ON public.roster_entries USING btree (left_on) WHERE (listed AND (left_on IS NOT NULL));
CREATE INDEX roster_entries_to_erase ON public.roster_entries USING btree (left_on) WHERE (NOT listed);
CREATE INDEX roster_keys_of_employer ON public.roster_keys USING btree (employer_id, made_at);
CREATE INDEX roster_origins_from_line ON public.roster_origins USING btree (from_employer_id, from_entry_id);
CREATE INDEX roster_origins_of_line ON public.roster_origins USING btree (employer_id, entry_id);
CREATE INDEX second_checks_due ON public.second_checks USING btree (registration_id) WHERE (drawn OR risky);
CREATE INDEX signed_forms_of_batch ON public.signed_forms USING btree (batch_id) WHERE (batch_id IS NOT NULL);
CREATE INDEX spent_challenges_by_time ON public.spent_challenges USING btree (spent_at);
CREATE INDEX staff_posts_of_staff ON public.staff_posts USING btree (staff_id, post_no);
CREATE UNIQUE INDEX staff_users_one_of_person ON public.staff_users USING btree (person_id) WHERE ((person_id IS NOT NULL) AND (stopped_at IS NULL));
CREATE INDEX ticket_contacts_kept ON public.ticket_contacts USING btree (made_at) WHERE (erased_at IS NULL);
CREATE INDEX ticket_photo_folders_kept ON public.ticket_photo_folders USING btree (opened_at) WHERE (erased_at IS NULL);
CREATE INDEX uploads_by_registration ON public.uploads USING btree (registration_id, kind);
CREATE INDEX uploads_unfinished ON public.uploads USING btree (created_at) WHERE (completed_at IS NULL);
CREATE INDEX visit_endings_by_batch ON public.visit_endings USING brin (import_batch_id) WITH (pages_per_range='16');
CREATE INDEX visit_plan_lines_of_office ON public.visit_plan_lines USING btree (office_id, visit_on);
CREATE UNIQUE INDEX visit_plans_standing ON public.visit_plans USING btree (employer_id) WHERE (state <> 'cancelled'::text);
CREATE INDEX visits_by_batch ON public.visits USING brin (import_batch_id) WITH (pages_per_range='16');
-- Views

CREATE VIEW incidents_now AS
 SELECT i.incident_id,
    i.kind,
    i.office_id,
    i.features,
    i.begins_at,
    i.staff_id,
    i.recorded_at,
    u.update_no,
    u.state,
    u.expected_end_at,
    u.recorded_at AS said_at,
        CASE
            WHEN u.state = 'open'::text THEN NULL::timestamp with time zone
            ELSE u.recorded_at
        END AS ended_at
   FROM incidents i
     CROSS JOIN LATERAL ( SELECT incident_updates.incident_id,
            incident_updates.update_no,
            incident_updates.state,
            incident_updates.title_vi,
            incident_updates.title_en,
            incident_updates.words_vi,
            incident_updates.words_en,
            incident_updates.expected_end_at,
            incident_updates.staff_id,
            incident_updates.recorded_at
           FROM incident_updates
          WHERE incident_updates.incident_id = i.incident_id
          ORDER BY incident_updates.update_no DESC
         LIMIT 1) u;
GRANT SELECT ON incidents_now TO ansinh_app;

CREATE VIEW office_successions AS
 SELECT former.office_id AS old_office_id,
    later.office_id AS new_office_id,
    later.valid_from
   FROM offices former
     JOIN offices later ON later.office_id <> former.office_id AND later.valid_from > former.valid_from AND COALESCE(later.valid_to, 'infinity'::date) >= later.valid_from AND (later.office_key = former.office_key OR (former.official_code = ANY (later.replaces)) OR later.province_code = former.province_code AND (fold_place(former.name) = ANY (later.replaces_folded)));
GRANT SELECT ON office_successions TO ansinh_app;

CREATE VIEW shown_report_moves AS
 SELECT m.report_id,
    m.move_no,
    m.kind,
    m.by_kind,
    m.department,
    m.words,
    m.moved_at,
    r.asker_kind,
    r.asker_id
   FROM problem_report_moves m
     JOIN problem_reports r USING (report_id)
  WHERE m.shown_to_asker;
GRANT SELECT ON shown_report_moves TO ansinh_app;

CREATE VIEW ward_districts AS
 SELECT DISTINCT ON (shares.new_code) shares.new_code AS ward_code,
    shares.district_code
   FROM ( SELECT s.new_code,
            COALESCE(u.parent_code, s.old_code) AS district_code,
            count(*) AS wards
           FROM administrative_successions s
             LEFT JOIN administrative_units u ON s.old_level = 'old-ward'::text AND u.unit_level = 'old-ward'::text AND u.unit_code = s.old_code
          WHERE s.old_level = 'old-ward'::text AND u.parent_code IS NOT NULL OR s.old_level = 'old-district'::text
          GROUP BY s.new_code, (COALESCE(u.parent_code, s.old_code))) shares
     JOIN administrative_units w ON w.unit_level = 'ward'::text AND w.unit_code = shares.new_code
  ORDER BY shares.new_code, shares.wards DESC, shares.district_code;
GRANT SELECT ON ward_districts TO ansinh_app;

-- Triggers

CREATE TRIGGER audit_lines_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_lines FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_seals_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_seals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER employers_mark_changed AFTER UPDATE ON public.employers REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION mark_rollout();
CREATE TRIGGER employers_mark_new AFTER INSERT ON public.employers REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION mark_rollout();
CREATE TRIGGER registrations_rollout_in AFTER INSERT ON public.registrations FOR EACH ROW WHEN ((new.state <> 'draft'::text)) EXECUTE FUNCTION note_registration_change();
CREATE TRIGGER registrations_rollout_out AFTER DELETE ON public.registrations FOR EACH ROW WHEN ((old.state <> 'draft'::text)) EXECUTE FUNCTION note_registration_change();
CREATE TRIGGER registrations_rollout_over AFTER UPDATE ON public.registrations FOR EACH ROW WHEN ((((old.state <> 'draft'::text) OR (new.state <> 'draft'::text)) AND ((old.state <> new.state) OR (old.person_id IS DISTINCT FROM new.person_id) OR (old.declared IS DISTINCT FROM new.declared) OR (old.received_at IS DISTINCT FROM new.received_at) OR (old.form_printed_at IS DISTINCT FROM new.form_printed_at)))) EXECUTE FUNCTION note_registration_change();
CREATE TRIGGER rollout_counts_mark_changed AFTER UPDATE ON public.rollout_counts REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION mark_rollout();
CREATE TRIGGER rollout_counts_mark_new AFTER INSERT ON public.rollout_counts REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION mark_rollout();
CREATE TRIGGER roster_entries_counted_in AFTER INSERT ON public.roster_entries REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION count_rollout();
CREATE TRIGGER roster_entries_counted_out AFTER DELETE ON public.roster_entries REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION count_rollout();
CREATE TRIGGER roster_entries_counted_over AFTER UPDATE ON public.roster_entries REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION count_rollout();
CREATE TRIGGER roster_entries_listed_in BEFORE INSERT ON public.roster_entries FOR EACH ROW WHEN ((new.left_on IS NOT NULL)) EXECUTE FUNCTION list_until_left();
CREATE TRIGGER roster_entries_listed_over BEFORE UPDATE OF left_on ON public.roster_entries FOR EACH ROW WHEN (((new.left_on IS NOT NULL) OR (NOT new.listed))) EXECUTE FUNCTION list_until_left();
CREATE TRIGGER roster_entries_rollout_in AFTER INSERT ON public.roster_entries FOR EACH ROW WHEN ((new.state = 'not-started'::text)) EXECUTE FUNCTION note_entry_change();
CREATE TRIGGER roster_entries_rollout_over AFTER UPDATE ON public.roster_entries FOR EACH ROW WHEN (((old.national_id IS DISTINCT FROM new.national_id) OR (old.insurance_number IS DISTINCT FROM new.insurance_number) OR (old.born_on <> new.born_on) OR (old.birth_year_only <> new.birth_year_only) OR (old.full_name <> new.full_name))) EXECUTE FUNCTION note_entry_change();
