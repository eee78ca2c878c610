-- The desk that answers requests about data: what waits at an office, and where a request's id leads.
CREATE TABLE data_request_places (
  request_id uuid PRIMARY KEY,
  person_id bigint NOT NULL,
  office_id integer NOT NULL REFERENCES offices,
  state text NOT NULL CHECK (state IN ('received', 'answered', 'done', 'refused', 'withdrawn')),
  due_on date NOT NULL
);
COMMENT ON TABLE data_request_places IS 'Written by data-requests. What waits at an office, and where a request''s id leads; its content stays with the person''s rows.';
CREATE INDEX data_request_places_open ON data_request_places (office_id, due_on) WHERE state IN ('received', 'answered');
INSERT INTO data_request_places (request_id, person_id, office_id, state, due_on)
  SELECT r.request_id, r.person_id, r.office_id,
    (SELECT m.state FROM data_request_moves m WHERE m.person_id = r.person_id AND m.request_id = r.request_id ORDER BY m.move_no DESC LIMIT 1), r.due_on
  FROM data_requests r;
GRANT SELECT, INSERT ON data_request_places TO ansinh_app;
GRANT UPDATE (state) ON data_request_places TO ansinh_app;
