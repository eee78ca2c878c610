-- Signed forms that an employer brings to the office, and the days on which its people come, or a clerk comes to them.
ALTER TABLE hand_in_batches
  ADD COLUMN employer_id bigint REFERENCES employers,
  ADD COLUMN delivered_at timestamptz;
COMMENT ON COLUMN hand_in_batches.employer_id IS 'Who made the batch in its own area; NULL for one made by the office. The name beside it stays as it was on the cover sheet.';
CREATE INDEX hand_in_batches_of_employer ON hand_in_batches (employer_id, made_at) WHERE employer_id IS NOT NULL;
GRANT SELECT (batch_id, batch_number, employer_id, employer_name, office_id, made_at, handed_over_at, delivered_at) ON hand_in_batches TO ansinh_employer;
GRANT SELECT (batch_id, position, code_tail, received_at) ON hand_in_batch_forms TO ansinh_employer;
GRANT SELECT (batch_id, scan_id, reason, code_tail, scanned_at) ON hand_in_batch_odds TO ansinh_employer;

CREATE TABLE signed_forms (
  employer_id bigint NOT NULL,
  entry_id uuid NOT NULL,
  -- For the agency only.
  registration_id uuid NOT NULL REFERENCES registrations ON DELETE CASCADE,
  code_tail text NOT NULL CHECK (length(code_tail) = 4),
  state text NOT NULL CHECK (state IN ('ready', 'put-aside')),
  reason text CHECK (reason IN ('wrong-signer', 'unsigned', 'damaged', 'other')),
  how text NOT NULL CHECK (how IN ('scanned', 'typed', 'by-hand')),
  noted_at timestamptz NOT NULL DEFAULT ansinh_now(),
  officer_id bigint NOT NULL,
  batch_id uuid REFERENCES hand_in_batches,
  PRIMARY KEY (employer_id, entry_id),
  FOREIGN KEY (employer_id, entry_id) REFERENCES roster_entries ON DELETE CASCADE,
  CHECK ((state = 'put-aside') = (reason IS NOT NULL)),
  CHECK (state = 'ready' OR batch_id IS NULL)
);
COMMENT ON TABLE signed_forms IS 'Written by hand-ins. Forms that the employer has in hand, signed: ready, put aside with a reason, or in a batch.';
CREATE INDEX signed_forms_of_batch ON signed_forms (batch_id) WHERE batch_id IS NOT NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON signed_forms TO ansinh_app;
GRANT SELECT (employer_id, entry_id, code_tail, state, reason, how, noted_at, officer_id, batch_id) ON signed_forms TO ansinh_employer;

CREATE TABLE hand_in_lines (
  batch_id uuid NOT NULL REFERENCES hand_in_batches ON DELETE CASCADE,
  position integer NOT NULL,
  employer_id bigint NOT NULL,
  entry_id uuid NOT NULL,
  PRIMARY KEY (batch_id, position)
);
COMMENT ON TABLE hand_in_lines IS 'Written by hand-ins. Whose form stands at which place of a batch, in the words of the employer’s own list.';
GRANT SELECT, INSERT ON hand_in_lines TO ansinh_app;
GRANT SELECT ON hand_in_lines TO ansinh_employer;

CREATE TABLE office_capacities (
  office_id integer NOT NULL REFERENCES offices,
  valid_from date NOT NULL,
  valid_to date,
  clerks smallint NOT NULL CHECK (clerks BETWEEN 0 AND 200),
  minutes_per_form smallint NOT NULL CHECK (minutes_per_form BETWEEN 1 AND 120),
  employer_percent smallint NOT NULL CHECK (employer_percent BETWEEN 0 AND 100),
  staff_id integer NOT NULL REFERENCES staff_users,
  noted_at timestamptz NOT NULL DEFAULT ansinh_now(),
  PRIMARY KEY (office_id, valid_from),
  CHECK (valid_to >= valid_from)
);
COMMENT ON TABLE office_capacities IS 'Written by visit-plans. How many forms of employers an office takes, by time; without a row the default of the domain holds.';
GRANT SELECT, INSERT, UPDATE ON office_capacities TO ansinh_app;

CREATE TABLE visit_plans (
  plan_id uuid PRIMARY KEY,
  employer_id bigint NOT NULL REFERENCES employers,
  state text NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'kept', 'cancelled')),
  officer_id bigint NOT NULL,
  made_at timestamptz NOT NULL DEFAULT ansinh_now(),
  kept_at timestamptz
);
COMMENT ON TABLE visit_plans IS 'Written by visit-plans. Which people of an employer come on which day; only a kept one takes room.';
CREATE UNIQUE INDEX visit_plans_standing ON visit_plans (employer_id) WHERE state <> 'cancelled';
GRANT SELECT, INSERT, UPDATE (state, kept_at) ON visit_plans TO ansinh_app;
GRANT SELECT ON visit_plans TO ansinh_employer;

CREATE TABLE visit_plan_lines (
  plan_id uuid NOT NULL REFERENCES visit_plans ON DELETE CASCADE,
  position integer NOT NULL,
  employer_id bigint NOT NULL,
  entry_id uuid NOT NULL,
  office_id integer NOT NULL REFERENCES offices,
  due_on date NOT NULL,
  -- NULL: no day has room.
  visit_on date,
  PRIMARY KEY (plan_id, position),
  UNIQUE (plan_id, entry_id)
);
COMMENT ON TABLE visit_plan_lines IS 'Written by visit-plans. Who comes when, in the order of the day.';
CREATE INDEX visit_plan_lines_of_office ON visit_plan_lines (office_id, visit_on);
GRANT SELECT, INSERT ON visit_plan_lines TO ansinh_app;
GRANT SELECT ON visit_plan_lines TO ansinh_employer;

CREATE TABLE on_site_visits (
  visit_id uuid PRIMARY KEY,
  employer_id bigint NOT NULL REFERENCES employers,
  office_id integer NOT NULL REFERENCES offices,
  state text NOT NULL DEFAULT 'asked' CHECK (state IN ('asked', 'another-day', 'accepted', 'done', 'declined', 'withdrawn')),
  wanted_on date NOT NULL,
  -- Of the office: the day it accepts or offers.
  set_on date,
  people integer NOT NULL CHECK (people BETWEEN 1 AND 100000),
  place text NOT NULL CHECK (length(place) BETWEEN 1 AND 300),
  note text NOT NULL DEFAULT '' CHECK (length(note) <= 500),
  answer text NOT NULL DEFAULT '' CHECK (length(answer) <= 500),
  officer_id bigint NOT NULL,
  asked_at timestamptz NOT NULL DEFAULT ansinh_now(),
  staff_id integer REFERENCES staff_users,
  answered_at timestamptz,
  CHECK (state NOT IN ('another-day', 'accepted', 'done') OR set_on IS NOT NULL)
);
COMMENT ON TABLE on_site_visits IS 'Written by visit-plans. An employer asks that a clerk comes; the office accepts, offers another day, or declines.';
CREATE INDEX on_site_visits_of_office ON on_site_visits (office_id, state);
CREATE INDEX on_site_visits_of_employer ON on_site_visits (employer_id, asked_at);
GRANT SELECT, INSERT, UPDATE (state, set_on, answer, staff_id, answered_at) ON on_site_visits TO ansinh_app;
GRANT SELECT, INSERT, UPDATE (state) ON on_site_visits TO ansinh_employer;
