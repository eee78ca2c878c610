-- Who stands at the counter is looked for over all offices by two facts: one of these always leads to few rows.
CREATE INDEX registrations_waiting_by_birth ON registrations ((declared ->> 'bornOn'))
  WHERE state IN ('awaiting-visit', 'received', 'checked', 'fraud-review', 'returned', 'expired') AND file_number IS NOT NULL;
CREATE INDEX registrations_waiting_by_phone ON registrations (right(proved_phone, 4))
  WHERE state IN ('awaiting-visit', 'received', 'checked', 'fraud-review', 'returned', 'expired') AND file_number IS NOT NULL;
CREATE INDEX registrations_waiting_by_national_id ON registrations (right(declared ->> 'nationalId', 4))
  WHERE state IN ('awaiting-visit', 'received', 'checked', 'fraud-review', 'returned', 'expired') AND file_number IS NOT NULL;
CREATE INDEX registrations_waiting_by_insurance_number ON registrations (right(declared ->> 'insuranceNumber', 4))
  WHERE state IN ('awaiting-visit', 'received', 'checked', 'fraud-review', 'returned', 'expired') AND file_number IS NOT NULL;
CREATE INDEX registrations_waiting_by_passport ON registrations (right(declared ->> 'passportNumber', 4))
  WHERE state IN ('awaiting-visit', 'received', 'checked', 'fraud-review', 'returned', 'expired') AND file_number IS NOT NULL;
