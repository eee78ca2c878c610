-- What readers say of the help centre's articles, and how often the assistant knew an answer: counts by day, nobody's name and nobody's words.
CREATE TABLE help_votes (
  article_id text NOT NULL,
  language text NOT NULL CHECK (language IN ('vi', 'en')),
  voted_on date NOT NULL,
  helped boolean NOT NULL,
  votes bigint NOT NULL CHECK (votes > 0),
  PRIMARY KEY (article_id, language, voted_on, helped)
);
COMMENT ON TABLE help_votes IS 'Written by help. How many readers an article helped, and how many it did not, by day.';
GRANT SELECT, INSERT, UPDATE ON help_votes TO ansinh_app;
