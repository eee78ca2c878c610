-- A registration that a clerk makes for somebody who stands at the counter; it is a draft of that desk until it is sent.
CREATE TABLE walk_ins (
  registration_id uuid PRIMARY KEY REFERENCES registrations ON DELETE CASCADE,
  staff_id integer NOT NULL REFERENCES staff_users,
  office_id integer NOT NULL REFERENCES offices,
  -- Where the first facts came from: the QR of the card, a chip reader, or by hand.
  source text NOT NULL CHECK (source IN ('qr', 'chip', 'typed')),
  begun_at timestamptz NOT NULL DEFAULT ansinh_now()
);
COMMENT ON TABLE walk_ins IS 'Written by walk-ins. Which registrations were made at a counter, by whom; the draft may be continued at that desk alone.';
GRANT SELECT, INSERT ON walk_ins TO ansinh_app;

ALTER TABLE uploads DROP CONSTRAINT uploads_kind_check,
  ADD CONSTRAINT uploads_kind_check CHECK (kind IN ('id-front', 'id-back', 'portrait', 'birth-certificate', 'form-scan'));

-- Where the signed paper lies. Every place it was put is kept; the last one holds.
CREATE TABLE case_papers (
  registration_id uuid NOT NULL REFERENCES registrations ON DELETE CASCADE,
  filed_at timestamptz NOT NULL DEFAULT ansinh_now(),
  archive_box text NOT NULL CHECK (length(archive_box) BETWEEN 1 AND 40),
  archive_number text NOT NULL CHECK (length(archive_number) BETWEEN 1 AND 40),
  staff_id integer NOT NULL REFERENCES staff_users,
  office_id integer NOT NULL REFERENCES offices,
  PRIMARY KEY (registration_id, filed_at)
);
COMMENT ON TABLE case_papers IS 'Written by papers. Box and number of the signed Form 01 in the office''s archive, as the clerk wrote them.';
CREATE INDEX case_papers_by_place ON case_papers (office_id, archive_box, archive_number);
GRANT SELECT, INSERT ON case_papers TO ansinh_app;
