-- What was announced of troubles, work and waves of fraud (docs/decisions/0044). Append-only: how a thing goes on is a further row.
CREATE TABLE incidents (
  incident_id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('planned-work', 'disturbance', 'outage', 'fraud-warning')),
  -- null: everywhere.
  office_id integer REFERENCES offices,
  features text[] NOT NULL,
  begins_at timestamptz NOT NULL,
  staff_id integer NOT NULL REFERENCES staff_users,
  recorded_at timestamptz NOT NULL DEFAULT ansinh_now()
);
COMMENT ON TABLE incidents IS 'Written by incidents. One row per thing announced; what is said of it stands in incident_updates. No UPDATE, no DELETE.';
CREATE INDEX incidents_recent ON incidents (recorded_at DESC);
CREATE TABLE incident_updates (
  incident_id uuid NOT NULL REFERENCES incidents,
  update_no integer NOT NULL CHECK (update_no > 0),
  state text NOT NULL CHECK (state IN ('open', 'ended', 'withdrawn')),
  title_vi text NOT NULL CHECK (length(title_vi) BETWEEN 1 AND 120),
  title_en text NOT NULL CHECK (length(title_en) BETWEEN 1 AND 120),
  words_vi text NOT NULL CHECK (length(words_vi) BETWEEN 1 AND 1000),
  words_en text NOT NULL CHECK (length(words_en) BETWEEN 1 AND 1000),
  expected_end_at timestamptz,
  staff_id integer NOT NULL REFERENCES staff_users,
  recorded_at timestamptz NOT NULL DEFAULT ansinh_now(),
  PRIMARY KEY (incident_id, update_no)
);
COMMENT ON TABLE incident_updates IS 'Written by incidents. What was said, in both languages; the highest number holds. ended, withdrawn: the last one. No UPDATE, no DELETE.';

-- Days that deadlines pass over because of an incident: the machinery of closures, without a closed door.
ALTER TABLE closure_orders ADD COLUMN cause text NOT NULL DEFAULT 'closed' CHECK (cause IN ('closed', 'incident'));
ALTER TABLE office_closures ADD COLUMN cause text NOT NULL DEFAULT 'closed' CHECK (cause IN ('closed', 'incident'));
COMMENT ON COLUMN office_closures.cause IS 'incident: the office is open, but deadlines pass over these days as over closed ones.';
CREATE TABLE incident_deadlines (
  order_id uuid PRIMARY KEY REFERENCES closure_orders,
  incident_id uuid NOT NULL REFERENCES incidents
);
COMMENT ON TABLE incident_deadlines IS 'Written by incidents. Which orders of closures moved deadlines for it. No UPDATE, no DELETE.';
CREATE INDEX incident_deadlines_by_incident ON incident_deadlines (incident_id);

GRANT SELECT, INSERT ON incidents, incident_updates, incident_deadlines TO ansinh_app;

-- As each stands now.
CREATE VIEW incidents_now AS
  SELECT i.incident_id, i.kind, i.office_id, i.features, i.begins_at, i.staff_id, i.recorded_at, u.update_no, u.state, u.expected_end_at, u.recorded_at AS said_at,
    CASE WHEN u.state = 'open' THEN NULL ELSE u.recorded_at END AS ended_at
  FROM incidents i CROSS JOIN LATERAL (SELECT * FROM incident_updates WHERE incident_id = i.incident_id ORDER BY update_no DESC LIMIT 1) u;
COMMENT ON VIEW incidents_now IS 'Read by incidents and operations.';
GRANT SELECT ON incidents_now TO ansinh_app;
