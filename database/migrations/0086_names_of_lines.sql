-- A line of a roster leads to somebody by number, name and birth date (decisions 0035, 0036): a new name is looked at again too.
DROP TRIGGER roster_entries_rollout_over ON roster_entries;
CREATE TRIGGER roster_entries_rollout_over AFTER UPDATE ON roster_entries FOR EACH ROW
  WHEN (OLD.national_id IS DISTINCT FROM NEW.national_id OR OLD.insurance_number IS DISTINCT FROM NEW.insurance_number OR OLD.born_on <> NEW.born_on
    OR OLD.birth_year_only <> NEW.birth_year_only OR OLD.full_name <> NEW.full_name)
  EXECUTE FUNCTION note_entry_change();

-- The same rows for wards of today's map; of two relations, since PostgreSQL before 16 prints the columns of one in another way.
CREATE OR REPLACE VIEW ward_districts AS
  SELECT DISTINCT ON (shares.new_code) shares.new_code AS ward_code, shares.district_code
  FROM (
    SELECT s.new_code, coalesce(u.parent_code, s.old_code) AS district_code, count(*) AS wards
    FROM administrative_successions s LEFT JOIN administrative_units u ON s.old_level = 'old-ward' AND u.unit_level = 'old-ward' AND u.unit_code = s.old_code
    WHERE (s.old_level = 'old-ward' AND u.parent_code IS NOT NULL) OR s.old_level = 'old-district'
    GROUP BY 1, 2
  ) AS shares
  JOIN administrative_units w ON w.unit_level = 'ward' AND w.unit_code = shares.new_code
  ORDER BY shares.new_code, shares.wards DESC, shares.district_code;
