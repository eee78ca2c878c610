-- Invitations and reminders that an employer asks the agency to send to people of its roster, by the addresses of its own list.
CREATE TABLE invitation_sendings (
  employer_id bigint NOT NULL REFERENCES employers,
  sending_id uuid NOT NULL,
  channel text NOT NULL CHECK (channel IN ('sms', 'email')),
  kind text NOT NULL CHECK (kind IN ('invitation', 'reminder')),
  states text[] NOT NULL,
  -- NULL: all departments.
  department text CHECK (length(department) <= 120),
  planned integer NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done')),
  -- How far the job is: where it goes on after it was killed.
  done_until uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
  made_by bigint NOT NULL,
  made_at timestamptz NOT NULL DEFAULT ansinh_now(),
  finished_at timestamptz,
  PRIMARY KEY (employer_id, sending_id),
  CHECK ((state = 'done') = (finished_at IS NOT NULL))
);
COMMENT ON TABLE invitation_sendings IS 'Written by invitations. One order of an employer to invite or remind; made_by is its officer.';
GRANT SELECT, INSERT, UPDATE ON invitation_sendings TO ansinh_app;

CREATE TABLE invitations (
  employer_id bigint NOT NULL,
  -- Kind, channel, for a reminder its week, and the address behind a keyed hash: the same invitation twice is one.
  once_key text NOT NULL,
  sending_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  channel text NOT NULL CHECK (channel IN ('sms', 'email')),
  parts smallint NOT NULL,
  message_key text NOT NULL UNIQUE,
  recipient_hmac bytea NOT NULL,
  stop_hmac bytea NOT NULL UNIQUE,
  made_at timestamptz NOT NULL DEFAULT ansinh_now(),
  PRIMARY KEY (employer_id, once_key)
);
COMMENT ON TABLE invitations IS 'Written by invitations. Each message that was laid in the outbox for an employer; what became of it stands in messages.';
CREATE INDEX invitations_of_sending ON invitations (employer_id, sending_id);
CREATE INDEX invitations_by_time ON invitations (employer_id, made_at);
GRANT SELECT, INSERT ON invitations TO ansinh_app;

CREATE TABLE invitation_stops (
  recipient_hmac bytea PRIMARY KEY,
  stopped_at timestamptz NOT NULL DEFAULT ansinh_now()
);
COMMENT ON TABLE invitation_stops IS 'Written by invitations. Addresses whose holder wants no invitation any more, from any employer; a keyed hash, no address.';
GRANT SELECT, INSERT ON invitation_stops TO ansinh_app;
