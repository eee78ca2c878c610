-- How often the assistant knew an answer, by day: nobody's name and nobody's words. Several rows share a day's count, so that nobody waits.
CREATE TABLE help_question_counts (
  asked_on date NOT NULL,
  language text NOT NULL CHECK (language IN ('vi', 'en')),
  kind text NOT NULL CHECK (kind IN ('answer', 'unknown')),
  slot integer NOT NULL CHECK (slot BETWEEN 0 AND 15),
  questions bigint NOT NULL CHECK (questions > 0),
  PRIMARY KEY (asked_on, language, kind, slot)
);
COMMENT ON TABLE help_question_counts IS 'Written by assistant. How many questions were answered and how many were not, by day.';
GRANT SELECT, INSERT, UPDATE ON help_question_counts TO ansinh_app;
