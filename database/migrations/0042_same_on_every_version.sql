-- Rows of a person may lie on another machine than the staff: no key leads from there to a table of the coordinator (database/citus.sql).
ALTER TABLE counter_codes DROP CONSTRAINT counter_codes_staff_id_fkey;

-- The same view under names that every version writes back alike: PostgreSQL 15 keeps "old" and "new" of a view for itself.
CREATE OR REPLACE VIEW office_successions AS
  SELECT former.office_id AS old_office_id, later.office_id AS new_office_id, later.valid_from
  FROM offices former JOIN offices later ON later.office_id <> former.office_id AND later.valid_from > former.valid_from
    AND coalesce(later.valid_to, 'infinity') >= later.valid_from
    AND (later.office_key = former.office_key OR former.official_code = ANY (later.replaces)
      OR (later.province_code = former.province_code AND fold_place(former.name) = ANY (later.replaces_folded)));
