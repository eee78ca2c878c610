-- Names to search by, of the whole register in one table: a search of persons asks each of its 32 partitions (some 110 pages for eleven
-- people), a search here goes down one index. Written in the statement that writes the person.
CREATE TABLE person_names (
  person_id bigint PRIMARY KEY,
  name_folded text COLLATE "C" NOT NULL,
  birth_year smallint NOT NULL,
  born_on date
);
COMMENT ON TABLE person_names IS 'Written by persons. Name and birth of everybody, to be found by; the person itself is read by its id. One row a person.';
INSERT INTO person_names (person_id, name_folded, birth_year, born_on) SELECT person_id, name_folded, birth_year, born_on FROM persons ORDER BY person_id;
-- Compared by bytes, so that an index serves the whole name and its beginning alike. Fuzziness has no index on purpose: it is a comparison
-- with the people of one birthday, some hundred entries of one index, and refused without one.
CREATE INDEX person_names_by_name ON person_names (name_folded);
CREATE INDEX person_names_by_year ON person_names (birth_year, name_folded);
CREATE INDEX person_names_by_birth ON person_names (born_on, name_folded) INCLUDE (person_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON person_names TO ansinh_app;
DROP INDEX persons_by_birth, persons_by_name;

-- A person has some ten or fifty spells: the key's first column finds them all, and this index was a quarter of the cost of writing one.
DROP INDEX participation_spells_by_branch;
