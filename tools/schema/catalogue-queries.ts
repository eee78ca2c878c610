import type postgres from 'postgres'

/*
 * The catalogue of schema public as lines of SQL, the same text from PostgreSQL 15 to 18: no pg_dump is needed (the bundled
 * PostgreSQL has none, and Debian's 15 refuses an 18). Left out: what extensions own, the job queue's own schema, and what
 * differs between versions without meaning (NOT NULL as constraints, MAINTAIN in the owner's rights).
 */

export type Line = { name: string; line: string }

const OURS = "NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = o.oid AND d.deptype = 'e')"
/** What the product's role may do with an object, as words; NULL when nothing was granted to it. */
const APP_RIGHTS = (acl: string) => `(SELECT string_agg(a.privilege_type, ', ' ORDER BY a.privilege_type) FROM aclexplode(${acl}) a
  JOIN pg_roles r ON r.oid = a.grantee WHERE r.rolname = 'ansinh_app')`

const list = async (sql: postgres.Sql, query: string): Promise<Line[]> => [...(await sql.unsafe<Line[]>(query))]

export const listExtensions = (sql: postgres.Sql) =>
  list(
    sql,
    `SELECT extname AS name, format('CREATE EXTENSION %s;', extname) AS line FROM pg_extension WHERE extname <> 'plpgsql' ORDER BY 1`,
  )

export const listTypes = (sql: postgres.Sql) =>
  list(
    sql,
    `SELECT o.typname AS name, CASE o.typtype
       WHEN 'e' THEN format('CREATE TYPE %I AS ENUM (%s);', o.typname, (SELECT string_agg(quote_literal(enumlabel), ', ' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = o.oid))
       ELSE format('CREATE DOMAIN %I AS %s%s;', o.typname, format_type(o.typbasetype, o.typtypmod),
         coalesce((SELECT string_agg(' ' || pg_get_constraintdef(c.oid), '' ORDER BY c.conname) FROM pg_constraint c WHERE c.contypid = o.oid AND c.contype = 'c'), '')) END AS line
     FROM pg_type o WHERE o.typnamespace = 'public'::regnamespace AND o.typtype IN ('e', 'd') AND ${OURS} ORDER BY 1`,
  )

export const listFunctions = (sql: postgres.Sql) =>
  list(
    sql,
    `SELECT o.oid::regprocedure::text AS name, rtrim(pg_get_functiondef(o.oid), E'\\n ') || ';'
       || CASE WHEN o.proacl IS NOT NULL AND NOT EXISTS (SELECT FROM aclexplode(o.proacl) WHERE grantee = 0) THEN format(E'\\nREVOKE ALL ON FUNCTION %s FROM PUBLIC;', o.oid::regprocedure) ELSE '' END
       || coalesce(E'\\nGRANT ' || ${APP_RIGHTS('o.proacl')} || format(' ON FUNCTION %s TO ansinh_app;', o.oid::regprocedure), '') AS line
     FROM pg_proc o WHERE o.pronamespace = 'public'::regnamespace AND o.prokind IN ('f', 'p') AND ${OURS} ORDER BY 1`,
  )

export const listSequences = (sql: postgres.Sql) =>
  list(
    sql,
    `SELECT o.relname AS name, format('CREATE SEQUENCE %I AS %s START %s INCREMENT %s MINVALUE %s MAXVALUE %s CACHE %s%s;', o.relname, format_type(s.seqtypid, NULL),
         s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, CASE WHEN s.seqcycle THEN ' CYCLE' ELSE '' END)
       || coalesce(E'\\nGRANT ' || ${APP_RIGHTS('o.relacl')} || format(' ON SEQUENCE %I TO ansinh_app;', o.relname), '') AS line
     FROM pg_class o JOIN pg_sequence s ON s.seqrelid = o.oid
     WHERE o.relnamespace = 'public'::regnamespace AND ${OURS} AND NOT EXISTS (SELECT FROM pg_depend i WHERE i.objid = o.oid AND i.deptype = 'i') ORDER BY 1`,
  )

/** Columns and constraints of a table, in that order; partitions are counted, not listed. */
export const listTables = (sql: postgres.Sql) =>
  list(
    sql,
    `SELECT o.relname AS name, format(E'CREATE%s TABLE %I (\\n%s\\n)%s%s;', CASE o.relpersistence WHEN 'u' THEN ' UNLOGGED' ELSE '' END, o.relname,
         concat_ws(E',\\n', ${COLUMNS()}, ${CONSTRAINTS()}),
         CASE WHEN o.relkind = 'p' THEN ' PARTITION BY ' || pg_get_partkeydef(o.oid) ELSE '' END,
         CASE WHEN o.reloptions IS NULL THEN '' ELSE format(' WITH (%s)', array_to_string(o.reloptions, ', ')) END)
       || coalesce(E'\\n' || ${PARTITIONS()}, '')
       || coalesce(E'\\n' || format('COMMENT ON TABLE %I IS %L;', o.relname, obj_description(o.oid, 'pg_class')), '')
       || coalesce(E'\\n' || (SELECT string_agg(format('COMMENT ON COLUMN %I.%I IS %L;', o.relname, a.attname, col_description(o.oid, a.attnum)), E'\\n' ORDER BY a.attnum)
            FROM pg_attribute a WHERE a.attrelid = o.oid AND a.attnum > 0 AND col_description(o.oid, a.attnum) IS NOT NULL), '')
       || CASE WHEN o.relrowsecurity THEN format(E'\\nALTER TABLE %I ENABLE ROW LEVEL SECURITY;', o.relname) ELSE '' END
       || coalesce(E'\\nGRANT ' || ${APP_RIGHTS('o.relacl')} || format(' ON %I TO ansinh_app;', o.relname), '') AS line
     FROM pg_class o WHERE o.relnamespace = 'public'::regnamespace AND o.relkind IN ('r', 'p') AND NOT o.relispartition AND ${OURS} ORDER BY 1`,
  )

function COLUMNS(): string {
  return `(SELECT string_agg(format('  %I %s%s%s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
      CASE WHEN a.attcollation <> t.typcollation THEN ' COLLATE ' || a.attcollation::regcollation ELSE '' END,
      CASE a.attgenerated WHEN 's' THEN format(' GENERATED ALWAYS AS (%s) STORED', pg_get_expr(d.adbin, d.adrelid)) ELSE coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '') END,
      CASE a.attidentity WHEN 'a' THEN ' GENERATED ALWAYS AS IDENTITY' WHEN 'd' THEN ' GENERATED BY DEFAULT AS IDENTITY' ELSE '' END,
      CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END), E',\\n' ORDER BY a.attnum)
    FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE a.attrelid = o.oid AND a.attnum > 0 AND NOT a.attisdropped)`
}

function CONSTRAINTS(): string {
  return `(SELECT string_agg(format('  CONSTRAINT %I %s', c.conname, pg_get_constraintdef(c.oid)), E',\\n' ORDER BY c.contype = 'p' DESC, c.conname)
    FROM pg_constraint c WHERE c.conrelid = o.oid AND c.contype IN ('p', 'u', 'f', 'c', 'x') AND c.conparentid = 0)`
}

/** One line for all partitions of a table: how many, and what the product's role may do to them directly. */
function PARTITIONS(): string {
  return `(SELECT string_agg(format('-- %s partitions like %s; ansinh_app: %s', of.number, of.bound, of.rights), E'\\n' ORDER BY of.rights, of.bound) FROM (
      SELECT count(*) AS number, regexp_replace(pg_get_expr(p.relpartbound, p.oid), 'remainder \\d+', 'remainder n') AS bound, coalesce(${APP_RIGHTS('p.relacl')}, 'nothing') AS rights
      FROM pg_inherits i JOIN pg_class p ON p.oid = i.inhrelid WHERE i.inhparent = o.oid GROUP BY 2, 3) of)`
}

/** Indexes that are not a constraint's own. */
export const listIndexes = (sql: postgres.Sql) =>
  list(
    sql,
    `SELECT t.relname || ' ' || o.relname AS name, replace(pg_get_indexdef(o.oid), ' ON ONLY ', ' ON ') || ';' AS line
     FROM pg_index x JOIN pg_class o ON o.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
     WHERE t.relnamespace = 'public'::regnamespace AND NOT t.relispartition AND ${OURS} AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = o.oid AND c.contype IN ('p', 'u', 'x')) ORDER BY 1`,
  )

export const listViews = (sql: postgres.Sql) =>
  list(
    sql,
    `SELECT o.relname AS name, format(E'CREATE %s %I AS\\n%s', CASE o.relkind WHEN 'm' THEN 'MATERIALIZED VIEW' ELSE 'VIEW' END, o.relname, pg_get_viewdef(o.oid, true))
       || coalesce(E'\\nGRANT ' || ${APP_RIGHTS('o.relacl')} || format(' ON %I TO ansinh_app;', o.relname), '') AS line
     FROM pg_class o WHERE o.relnamespace = 'public'::regnamespace AND o.relkind IN ('v', 'm') AND ${OURS} ORDER BY 1`,
  )

export const listTriggers = (sql: postgres.Sql) =>
  list(
    sql,
    `SELECT t.relname || ' ' || o.tgname AS name, pg_get_triggerdef(o.oid) || ';' AS line
     FROM pg_trigger o JOIN pg_class t ON t.oid = o.tgrelid
     WHERE t.relnamespace = 'public'::regnamespace AND NOT t.relispartition AND NOT o.tgisinternal AND o.tgparentid = 0 ORDER BY 1`,
  )

export const listPolicies = (sql: postgres.Sql) =>
  list(
    sql,
    `SELECT tablename || ' ' || policyname AS name, format('CREATE POLICY %I ON %I AS %s FOR %s TO %s%s%s;', policyname, tablename, permissive, cmd, array_to_string(roles, ', '),
       ' USING (' || qual || ')', ' WITH CHECK (' || with_check || ')') AS line FROM pg_policies WHERE schemaname = 'public' ORDER BY 1`,
  )

/** Settings stored for the role in this database or everywhere: time limits, search path. */
export const listRoleSettings = (sql: postgres.Sql) =>
  list(
    sql,
    `SELECT r.rolname AS name, format('ALTER ROLE %I SET %s;', r.rolname, s.setting) AS line
     FROM pg_db_role_setting d JOIN pg_roles r ON r.oid = d.setrole, unnest(d.setconfig) AS s(setting)
     WHERE r.rolname = 'ansinh_app' AND d.setdatabase IN (0, (SELECT oid FROM pg_database WHERE datname = current_database())) ORDER BY 2`,
  )
