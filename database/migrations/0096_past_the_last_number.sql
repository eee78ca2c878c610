-- A batch's number goes on after 99,999 of an office and year; its digits were five at least, never five at most.
ALTER TABLE hand_in_batches DROP CONSTRAINT hand_in_batches_serial_check, ADD CONSTRAINT hand_in_batches_serial_check CHECK (serial >= 1);

-- Whom an announcement was told, wherever they live by now: a correction goes to them.
CREATE INDEX notices_announced ON notices (notice_key, person_id) WHERE kind = 'announcement';

-- Of an office: the changed fields as they stood when the change was written, so that a change for some days gives back what it took.
ALTER TABLE reference_proposals ADD COLUMN replaced jsonb;
GRANT UPDATE (replaced) ON reference_proposals TO ansinh_app;
