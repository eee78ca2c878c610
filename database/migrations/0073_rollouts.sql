-- When Form 01 first left the printer or the server, by whoever's hand: the registrations know it from here on.
ALTER TABLE registrations ADD COLUMN form_printed_at timestamptz;

-- When each step was first reached, for the progress by week, and the reasons of a return that the person agreed to share with the employer.
ALTER TABLE roster_entries
  ADD COLUMN registered_at timestamptz,
  ADD COLUMN handed_in_at timestamptz,
  ADD COLUMN approved_at timestamptz,
  ADD COLUMN signed_in_at timestamptz,
  ADD COLUMN shared_reasons text[] NOT NULL DEFAULT '{}';
GRANT SELECT (registered_at, handed_in_at, approved_at, signed_in_at, shared_reasons) ON roster_entries TO ansinh_employer;
CREATE INDEX roster_entries_by_state ON roster_entries (employer_id, state, name_folded, entry_id) WHERE left_on IS NULL;

-- What must be looked at anew: an entry, a registration (and who its numbers lead to), a person. Ids only, so that nothing of an erased case stays
-- here. Written in the transaction of the change, read after its commit: of a change and an entry that commit side by side the later look finds both.
CREATE TABLE rollout_changes (
  change_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  employer_id bigint,
  entry_id uuid,
  person_id bigint,
  registration_id uuid
);
COMMENT ON TABLE rollout_changes IS 'Written by the triggers of registrations and roster_entries, and by rollouts. Read and emptied by the job that follows the roll-out.';
GRANT SELECT, INSERT, DELETE ON rollout_changes TO ansinh_app;

CREATE FUNCTION note_registration_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    INSERT INTO rollout_changes (registration_id) VALUES (OLD.registration_id);
  ELSE
    INSERT INTO rollout_changes (registration_id) VALUES (NEW.registration_id);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER registrations_rollout_in AFTER INSERT ON registrations FOR EACH ROW WHEN (NEW.state <> 'draft') EXECUTE FUNCTION note_registration_change();
CREATE TRIGGER registrations_rollout_over AFTER UPDATE ON registrations FOR EACH ROW
  WHEN ((OLD.state <> 'draft' OR NEW.state <> 'draft') AND (OLD.state <> NEW.state OR OLD.person_id IS DISTINCT FROM NEW.person_id
    OR OLD.declared IS DISTINCT FROM NEW.declared OR OLD.received_at IS DISTINCT FROM NEW.received_at OR OLD.form_printed_at IS DISTINCT FROM NEW.form_printed_at))
  EXECUTE FUNCTION note_registration_change();
CREATE TRIGGER registrations_rollout_out AFTER DELETE ON registrations FOR EACH ROW WHEN (OLD.state <> 'draft') EXECUTE FUNCTION note_registration_change();

CREATE FUNCTION note_entry_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO rollout_changes (employer_id, entry_id) VALUES (NEW.employer_id, NEW.entry_id);
  RETURN NULL;
END $$;
-- Rosters write no state; a line that comes with one was copied with what was known of it.
CREATE TRIGGER roster_entries_rollout_in AFTER INSERT ON roster_entries FOR EACH ROW WHEN (NEW.state = 'not-started') EXECUTE FUNCTION note_entry_change();
CREATE TRIGGER roster_entries_rollout_over AFTER UPDATE ON roster_entries FOR EACH ROW
  WHEN (OLD.national_id IS DISTINCT FROM NEW.national_id OR OLD.insurance_number IS DISTINCT FROM NEW.insurance_number OR OLD.born_on <> NEW.born_on)
  EXECUTE FUNCTION note_entry_change();

-- What somebody who registers wants of the employer: help, or that it may read what has to be added. The last line of a kind stands.
CREATE TABLE employer_wishes (
  registration_id uuid NOT NULL REFERENCES registrations ON DELETE CASCADE,
  wish_no bigint GENERATED ALWAYS AS IDENTITY,
  wish text NOT NULL CHECK (wish IN ('share-reasons', 'help')),
  is_on boolean NOT NULL,
  decided_at timestamptz NOT NULL DEFAULT ansinh_now(),
  PRIMARY KEY (registration_id, wish_no)
);
COMMENT ON TABLE employer_wishes IS 'Written by rollouts. Consent of the person, per purpose, revocable; off until said. Goes with the registration.';
GRANT SELECT, INSERT ON employer_wishes TO ansinh_app;

-- How many of how many until when. Of an employer and department ('' = all) the last line stands; percent NULL takes the target back.
CREATE TABLE rollout_targets (
  employer_id bigint NOT NULL REFERENCES employers,
  target_no bigint GENERATED ALWAYS AS IDENTITY,
  department text NOT NULL DEFAULT '' CHECK (length(department) <= 120),
  milestone text NOT NULL CHECK (milestone IN ('registered', 'handed-in', 'approved', 'signed-in')),
  percent smallint CHECK (percent BETWEEN 1 AND 100),
  due_on date NOT NULL,
  set_by bigint NOT NULL,
  set_at timestamptz NOT NULL DEFAULT ansinh_now(),
  PRIMARY KEY (employer_id, target_no)
);
COMMENT ON TABLE rollout_targets IS 'Written by rollouts. Targets of an employer, each dated; set_by is its officer.';
GRANT SELECT, INSERT ON rollout_targets TO ansinh_app, ansinh_employer;
