-- Staging for files of a million rows. Rows lie in the order of their file and are read whole: a btree cost a fifth of writing them.
DROP INDEX import_rows_by_batch;
CREATE INDEX import_rows_by_batch ON import_rows USING brin (batch_id) WITH (pages_per_range = 64);
-- Kinds of many rows mark only the exceptions; the others are seldom waiting in such numbers that half-empty pages would pay.
ALTER TABLE import_rows SET (fillfactor = 100);
-- Enough to tell one batch from another: the sample is read from pages full of wide rows.
ALTER TABLE import_rows ALTER COLUMN batch_id SET STATISTICS 10, ALTER COLUMN row_no SET STATISTICS 10, ALTER COLUMN row_group SET STATISTICS 10,
  ALTER COLUMN person_id SET STATISTICS 10, ALTER COLUMN faulty SET STATISTICS 10;
CREATE OR REPLACE FUNCTION analyze_import_rows() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$ BEGIN
  PERFORM brin_summarize_new_values('import_rows_by_batch'::regclass);
  ANALYZE public.import_rows (batch_id, row_no, row_group, person_id, faulty);
END $$;

-- Rows of a batch that is done. When they are the only ones and nobody is at the table, its file is cut off instead of marking each row.
CREATE FUNCTION forget_import_rows(done uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$ BEGIN
  BEGIN
    LOCK TABLE public.import_rows IN ACCESS EXCLUSIVE MODE NOWAIT;
    IF NOT EXISTS (SELECT FROM public.import_rows WHERE batch_id <> done) THEN
      TRUNCATE public.import_rows;
      RETURN;
    END IF;
  EXCEPTION WHEN lock_not_available THEN NULL;
  END;
  DELETE FROM public.import_rows WHERE batch_id = done;
END $$;
REVOKE ALL ON FUNCTION forget_import_rows(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_import_rows(uuid) TO ansinh_app;
