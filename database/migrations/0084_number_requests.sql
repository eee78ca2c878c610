-- Somebody asks for their insurance number without signing in. What was asked is looked up after the answer, which is the same for everybody.
CREATE TABLE number_requests (
  request_id uuid PRIMARY KEY,
  -- Encrypted; gone with the row as soon as it was looked up.
  asked_sealed bytea NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT ansinh_now()
);
COMMENT ON TABLE number_requests IS 'Written by number-requests. Questions for an insurance number that wait to be looked up; seconds, at most a day.';
CREATE INDEX number_requests_by_time ON number_requests (recorded_at);
GRANT SELECT, INSERT, DELETE ON number_requests TO ansinh_app;
