-- A sign-in gets an id that may be shown to its owner, so that one device can be ended from another.
ALTER TABLE sessions ADD COLUMN session_id uuid NOT NULL DEFAULT gen_random_uuid();
