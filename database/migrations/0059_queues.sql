-- Whose a case is, by word of a colleague; without a row it is whoever took the paper in.
CREATE TABLE case_assignments (
  registration_id uuid PRIMARY KEY REFERENCES registrations ON DELETE CASCADE,
  staff_id integer NOT NULL REFERENCES staff_users,
  assigned_by integer NOT NULL REFERENCES staff_users,
  assigned_at timestamptz NOT NULL DEFAULT ansinh_now()
);
COMMENT ON TABLE case_assignments IS 'Written by queues. The queue "mine": to which colleague of the office a case was handed.';
CREATE INDEX case_assignments_by_staff ON case_assignments (staff_id);

GRANT SELECT, INSERT, UPDATE, DELETE ON case_assignments TO ansinh_app;

-- Figures of an office read its decisions of some weeks.
CREATE INDEX decisions_by_office ON decisions (office_id, decided_at);
