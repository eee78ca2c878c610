-- ansinh_app runs the product; the owner of the tables only migrates. Audit lines and history take no UPDATE or DELETE from it.
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'ansinh_app') THEN CREATE ROLE ansinh_app NOLOGIN; END IF; END $$;
GRANT USAGE ON SCHEMA public TO ansinh_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ansinh_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ansinh_app;
REVOKE UPDATE, DELETE ON audit_lines, audit_seals FROM ansinh_app;
REVOKE UPDATE, DELETE ON participation_spells FROM ansinh_app;
REVOKE INSERT, UPDATE, DELETE ON installation FROM ansinh_app;
REVOKE ALL ON FUNCTION refuse_change() FROM PUBLIC;
-- Through the parent only: a right on a partition would pass by what is refused on its table.
DO $$ DECLARE part regclass; BEGIN
  FOR part IN SELECT inhrelid::regclass FROM pg_inherits JOIN pg_class ON pg_class.oid = inhparent WHERE pg_class.relkind = 'p' AND pg_class.relnamespace = 'public'::regnamespace LOOP
    EXECUTE format('REVOKE ALL ON %s FROM ansinh_app', part);
  END LOOP; END $$;
