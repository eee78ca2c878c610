-- Which health facilities may issue papers for sick leave paid by social insurance: a list of its own, since not every contract carries it.
CREATE TABLE sick_leave_facilities (
  facility_code text NOT NULL CHECK (facility_code ~ '^\d{2}[0-9A-Z]{3}$'),
  decision_number text,
  valid_from date NOT NULL,
  valid_to date,
  source text NOT NULL,
  import_batch_id uuid,
  PRIMARY KEY (facility_code, valid_from)
);
COMMENT ON TABLE sick_leave_facilities IS 'Written by reference-lists. Facilities entitled to issue sick-leave papers, by time.';
GRANT SELECT, INSERT, UPDATE ON sick_leave_facilities TO ansinh_app;
