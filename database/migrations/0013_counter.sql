CREATE TABLE registration_locks (
  registration_id uuid PRIMARY KEY,
  staff_id integer NOT NULL REFERENCES staff_users,
  locked_until timestamptz NOT NULL
);
COMMENT ON TABLE registration_locks IS 'Written by counter. Soft lock with a visible name and a time-out.';

CREATE TABLE decisions (
  decision_id uuid PRIMARY KEY,
  registration_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('approve', 'return', 'refuse')),
  staff_id integer NOT NULL REFERENCES staff_users,
  office_id integer NOT NULL,
  person_id bigint,
  checklist jsonb NOT NULL,
  reason_codes text[] NOT NULL DEFAULT '{}',
  state_before text NOT NULL,
  decided_at timestamptz NOT NULL DEFAULT now(),
  releases_at timestamptz NOT NULL,
  released_at timestamptz,
  undone_at timestamptz
);
COMMENT ON TABLE decisions IS 'Written by counter. Recorded at once, released after the undo time; one standing decision per registration at a time.';
CREATE UNIQUE INDEX decisions_one_open ON decisions (registration_id) WHERE released_at IS NULL AND undone_at IS NULL;
CREATE INDEX decisions_due ON decisions (releases_at) WHERE released_at IS NULL AND undone_at IS NULL;
CREATE INDEX decisions_by_registration ON decisions (registration_id, decided_at);
