-- Wards and provinces of today's map will be divided and joined as well: a later table says what became of them.
ALTER TABLE administrative_successions DROP CONSTRAINT administrative_successions_old_level_check;
ALTER TABLE administrative_successions ADD CONSTRAINT administrative_successions_old_level_check
  CHECK (old_level IN ('old-province', 'old-district', 'old-ward', 'province', 'ward'));
