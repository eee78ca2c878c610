-- Announcements to many (docs/decisions/0044). What is told lies in each person's notices under one key, so that nobody is told twice;
-- the row here knows how far the sending has come.
CREATE TABLE announcement_rules (
  valid_from date PRIMARY KEY,
  -- More people than this need a second pair of eyes.
  four_eyes_from integer NOT NULL CHECK (four_eyes_from >= 0),
  per_minute integer NOT NULL CHECK (per_minute > 0),
  -- Nothing leaves from this hour to that one, in Viet Nam's time, unless it is urgent.
  quiet_from_hour smallint NOT NULL CHECK (quiet_from_hour BETWEEN 0 AND 23),
  quiet_until_hour smallint NOT NULL CHECK (quiet_until_hour BETWEEN 0 AND 23),
  -- Text messages that one urgent announcement may cost at most.
  sms_budget integer NOT NULL CHECK (sms_budget >= 0),
  source text NOT NULL
);
COMMENT ON TABLE announcement_rules IS 'Written by announcements: by hand, a new row for a new rule. Read by the day.';
INSERT INTO announcement_rules VALUES ('2026-01-01', 1000, 20000, 21, 7, 50000, 'operator''s rule');

CREATE TABLE announcements (
  announcement_id uuid PRIMARY KEY,
  -- Whose announcement it is; null: the whole product's.
  office_id integer REFERENCES offices,
  segment text NOT NULL CHECK (segment IN ('all', 'office', 'ward', 'employer')),
  -- Number of the office, code of the ward, number of the employer.
  segment_code text,
  segment_name text NOT NULL,
  -- It goes to those alone who got that one.
  corrects_id uuid REFERENCES announcements,
  title_vi text NOT NULL CHECK (length(title_vi) BETWEEN 1 AND 120),
  title_en text NOT NULL CHECK (length(title_en) BETWEEN 1 AND 120),
  words_vi text NOT NULL CHECK (length(words_vi) BETWEEN 1 AND 2000),
  words_en text NOT NULL CHECK (length(words_en) BETWEEN 1 AND 2000),
  urgent boolean NOT NULL,
  people integer NOT NULL CHECK (people >= 0),
  four_eyes boolean NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'stopped', 'refused')),
  staff_id integer NOT NULL REFERENCES staff_users,
  made_at timestamptz NOT NULL DEFAULT ansinh_now(),
  decided_by integer REFERENCES staff_users,
  decided_at timestamptz,
  decided_reason text CHECK (length(decided_reason) BETWEEN 1 AND 300),
  settled_at timestamptz,
  settled_by integer REFERENCES staff_users,
  -- Everybody of the segment up to this person has been told.
  told_until bigint NOT NULL DEFAULT 0,
  told integer NOT NULL DEFAULT 0,
  rung integer NOT NULL DEFAULT 0,
  sms integer NOT NULL DEFAULT 0,
  minute_at timestamptz NOT NULL DEFAULT '-infinity',
  minute_told integer NOT NULL DEFAULT 0,
  CHECK ((segment = 'all') = (segment_code IS NULL)),
  CHECK (decided_by IS DISTINCT FROM staff_id OR NOT four_eyes)
);
COMMENT ON TABLE announcements IS 'Written by announcements. Words to a segment of people, who asked for it, who saw it before it left, how far it has come. Names nobody who is told.';
CREATE INDEX announcements_recent ON announcements (made_at DESC);
CREATE INDEX announcements_sending ON announcements (made_at) WHERE state = 'sending';
GRANT SELECT ON announcement_rules TO ansinh_app;
GRANT SELECT, INSERT, UPDATE ON announcements TO ansinh_app;

ALTER TABLE notices DROP CONSTRAINT notices_kind_check;
ALTER TABLE notices ADD CONSTRAINT notices_kind_check CHECK (kind IN ('security', 'case', 'card', 'participation', 'visit', 'statement', 'announcement')) NOT VALID;
ALTER TABLE notice_choices DROP CONSTRAINT notice_choices_kind_check;
ALTER TABLE notice_choices ADD CONSTRAINT notice_choices_kind_check CHECK (kind IN ('case', 'card', 'participation', 'visit', 'statement', 'announcement')) NOT VALID;
-- A ward's people.
CREATE INDEX persons_by_ward ON persons (ward_code, person_id) WHERE ward_code IS NOT NULL;

-- Changes of reference entries, asked for by one operator and approved by another.
CREATE TABLE reference_proposals (
  proposal_id uuid PRIMARY KEY,
  list text NOT NULL CHECK (list IN ('health-facility', 'office', 'collection-agent', 'collection-point', 'sick-leave')),
  entry_code text NOT NULL,
  entry_name text NOT NULL,
  -- The fields of the entry as they stood, and those that change; null: the field becomes unknown.
  before jsonb NOT NULL,
  after jsonb NOT NULL,
  from_on date NOT NULL,
  -- Then it is as before again; null: for good.
  until_on date CHECK (until_on >= from_on),
  paper_number text NOT NULL CHECK (length(paper_number) BETWEEN 1 AND 100),
  note text CHECK (length(note) BETWEEN 1 AND 500),
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'approved', 'refused', 'withdrawn')),
  staff_id integer NOT NULL REFERENCES staff_users,
  proposed_at timestamptz NOT NULL DEFAULT ansinh_now(),
  decided_by integer REFERENCES staff_users,
  decided_at timestamptz,
  decided_reason text CHECK (length(decided_reason) BETWEEN 1 AND 300),
  -- What stands in the list since; an approved change of an office waits for its day.
  applied_at timestamptz,
  -- Of an office: when it became as before again after until_on.
  reverted_at timestamptz,
  CHECK ((state = 'waiting') = (decided_by IS NULL)),
  -- Four eyes, whatever the code says.
  CHECK (decided_by IS NULL OR (decided_by = staff_id) = (state = 'withdrawn'))
);
COMMENT ON TABLE reference_proposals IS 'Written by reference-desk. What an operator asked to change in a list, and who decided; its traces in the lists are reference_changes under the same id.';
CREATE INDEX reference_proposals_of_entry ON reference_proposals (list, entry_code, proposed_at DESC);
CREATE INDEX reference_proposals_waiting ON reference_proposals (proposed_at) WHERE state = 'waiting';
CREATE INDEX reference_proposals_to_apply ON reference_proposals (from_on) WHERE state = 'approved' AND reverted_at IS NULL AND (applied_at IS NULL OR until_on IS NOT NULL);
GRANT SELECT, INSERT ON reference_proposals TO ansinh_app;
GRANT UPDATE (state, decided_by, decided_at, decided_reason, applied_at, reverted_at) ON reference_proposals TO ansinh_app;

ALTER TABLE health_facilities ADD COLUMN hours text, ADD COLUMN longitude double precision, ADD COLUMN latitude double precision;
COMMENT ON COLUMN health_facilities.hours IS 'As the facility tells them; by proposals of the reference desk.';
