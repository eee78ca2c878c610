-- What statements said goes after its time; that there was one, and where its code leads, stays: a checker is told so, and not that it is false.
ALTER TABLE statements ADD COLUMN erased_at timestamptz;
COMMENT ON COLUMN statements.erased_at IS 'Kept long enough: code and content are empty since then.';

-- The application may not rewrite what a paper said, so it may not empty it either but through this, and never one of the last year.
CREATE FUNCTION erase_old_statements(kept interval, most integer) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$ DECLARE erased integer; BEGIN
  IF kept < interval '12 months' THEN RAISE EXCEPTION 'statements are kept for a year at least, not %', kept; END IF;
  UPDATE public.statements s SET sealed_code = '', sealed_content = '', shown_fields = '{}', file_hashes = '{}', erased_at = ansinh_now()
  FROM (SELECT person_id, statement_id FROM public.statements WHERE erased_at IS NULL AND issued_at < ansinh_now() - kept LIMIT most) aged
  WHERE s.person_id = aged.person_id AND s.statement_id = aged.statement_id;
  GET DIAGNOSTICS erased = ROW_COUNT;
  RETURN erased;
END $$;
REVOKE ALL ON FUNCTION erase_old_statements(interval, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_old_statements(interval, integer) TO ansinh_app;
