-- A call-back that does not take place: its day was closed after it was chosen, or the office did not call in time. Its asker is told.
ALTER TABLE call_backs DROP CONSTRAINT call_backs_state_check,
  ADD CONSTRAINT call_backs_state_check CHECK (state IN ('waiting', 'done', 'missed', 'cancelled', 'office-closed', 'not-made'));

-- Four eyes are two people: somebody has one account at a time that works, whatever their posts are.
CREATE UNIQUE INDEX staff_users_one_of_person ON staff_users (person_id) WHERE person_id IS NOT NULL AND stopped_at IS NULL;
