-- One index for a whole name and for its beginning, whatever the database's collation: text_pattern_ops compares bytes, as prefixes need.
-- Fuzziness has no index on purpose: it is a filter on the people of one birthday (persons_by_birth), and refused without one.
DROP INDEX persons_by_name_year;
CREATE INDEX persons_by_name ON persons (name_folded text_pattern_ops, birth_year);
