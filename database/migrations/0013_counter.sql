CREATE TABLE registration_locks (
  registration_id uuid PRIMARY KEY REFERENCES registrations ON DELETE CASCADE,
  staff_id integer NOT NULL REFERENCES staff_users,
  locked_until timestamptz NOT NULL
);
COMMENT ON TABLE registration_locks IS 'Written by decisions. Soft lock with a visible name and a time-out.';

CREATE TABLE decisions (
  decision_id uuid PRIMARY KEY,
  registration_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('approve', 'return', 'refuse')),
  staff_id integer NOT NULL REFERENCES staff_users,
  office_id integer NOT NULL,
  person_id bigint,
  -- What the clerk ticked, and every difference to the register that was on the screen (field, verdict, severity; no values).
  checklist jsonb NOT NULL,
  differences jsonb NOT NULL DEFAULT '[]',
  reason_codes text[] NOT NULL DEFAULT '{}',
  state_before text NOT NULL,
  decided_at timestamptz NOT NULL DEFAULT ansinh_now(),
  releases_at timestamptz NOT NULL,
  released_at timestamptz,
  undone_at timestamptz,
  CHECK (released_at IS NULL OR undone_at IS NULL)
);
COMMENT ON TABLE decisions IS 'Written by decisions. Recorded at once, released after the undo time; one standing decision per registration at a time.';
CREATE UNIQUE INDEX decisions_one_open ON decisions (registration_id) WHERE released_at IS NULL AND undone_at IS NULL;
CREATE INDEX decisions_due ON decisions (releases_at) WHERE released_at IS NULL AND undone_at IS NULL;
CREATE INDEX decisions_by_registration ON decisions (registration_id, decided_at);

CREATE TABLE extension_reasons (
  registration_id uuid NOT NULL REFERENCES registrations ON DELETE CASCADE,
  granted_at timestamptz NOT NULL DEFAULT ansinh_now(),
  staff_id integer NOT NULL REFERENCES staff_users,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 300),
  PRIMARY KEY (registration_id, granted_at)
);
COMMENT ON TABLE extension_reasons IS 'Written by counter. Why a clerk gave more time, in the clerk''s words; gone with the registration. The audit line holds no free text.';
