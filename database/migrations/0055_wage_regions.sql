-- The wage region of a ward, dated: the annex of each decree on minimum wages names the wards of regions I to IV anew.
CREATE TABLE wage_regions (
  ward_code text NOT NULL,
  region smallint NOT NULL CHECK (region BETWEEN 1 AND 4),
  checked boolean NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  source text NOT NULL,
  import_batch_id uuid,
  PRIMARY KEY (ward_code, valid_from)
);
COMMENT ON TABLE wage_regions IS 'Written by reference-lists. checked: compared with the text of the decree; until then a person reads that the region is not yet confirmed.';
GRANT SELECT, INSERT, UPDATE ON wage_regions TO ansinh_app;
