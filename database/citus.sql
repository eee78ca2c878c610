-- The same schema over several machines. Run once as the owner, after `migrate`, where the extension citus is loaded and the coordinator
-- and its workers know each other (citus_set_coordinator_host, citus_add_node): psql "$DATABASE_MIGRATOR_URL" -f database/citus.sql
--
-- Four kinds of tables, and a table of none of them stops the run before anything moved:
--   person    partitioned by person_id: found in the catalogue, distributed by person_id, all in one group, so that one person's rows
--             of every table lie on one machine and a citizen's read goes there alone;
--   by value  small tables that a number leads through to a person: distributed by that number, each for itself;
--   reference lists read beside a person's rows: copied to every machine;
--   local     what belongs to no person, or leads to one for the desk, goes through one machine: stays on the coordinator, as do the job queues (schema pgboss).
DO $$
DECLARE
  by_value CONSTANT text[][] := ARRAY[
    ['insurance_numbers', 'insurance_number'],
    ['national_ids', 'national_id'],
    ['correction_file_numbers', 'file_number'],
    ['data_request_file_numbers', 'file_number'],
    ['old_card_numbers', 'old_card_number'],
    ['statement_codes', 'code_hmac'],
    ['paper_codes', 'code_hmac'],
    ['visit_keys', 'visit_key']
  ];
  -- What others point to stands first. Households are many, but narrow, and read beside the person who lives there.
  reference CONSTANT text[] := ARRAY[
    'administrative_units', 'administrative_successions', 'calendar_days', 'offices', 'office_closures', 'health_facilities', 'employers', 'employer_versions', 'collection_agents', 'collection_points',
    'households', 'wage_regions', 'sick_leave_facilities'
  ];
  local CONSTANT text[] := ARRAY[
    'agent_badge_withdrawals', 'audit_lines', 'audit_seals', 'audit_unsealed', 'incidents', 'incident_updates', 'incident_deadlines', 'announcement_rules', 'announcements', 'reference_proposals', 'bulk_form_lines', 'bulk_form_runs', 'hand_in_lines', 'signed_forms', 'office_capacities', 'visit_plans', 'visit_plan_lines', 'on_site_visits', 'case_assignments', 'chat_duties', 'chat_messages', 'chat_sides', 'chats', 'closure_moves', 'closure_orders', 'closure_request_moves', 'case_papers', 'correction_serials', 'decisions', 'dependant_queue', 'desk_requests', 'documents', 'email_links', 'employer_officers', 'employer_organisations', 'employer_sessions', 'extension_reasons', 'hand_in_batch_forms', 'hand_in_batch_odds', 'hand_in_batches', 'help_question_counts', 'help_votes', 'error_notes', 'wording_proposals', 'fraud_reviews', 'fraud_signals', 'fraud_subjects', 'import_batches', 'import_close_matches', 'import_row_faults', 'import_rows', 'data_request_places', 'data_request_serials',
    'inbox_messages', 'installation', 'limit_counters', 'messages', 'number_requests', 'office_serials', 'one_time_codes', 'passkey_credentials', 'password_tickets', 'person_names', 'photo_handoffs', 'photo_prints', 'practice_forms', 'printing_consents', 'prepared_drafts', 'reference_changes',
    'registration_accesses', 'campaigns', 'campaign_employer_targets', 'employer_letters', 'employer_messages', 'problem_reports', 'problem_report_moves', 'ticket_contacts', 'ticket_photo_folders', 'ticket_ratings', 'call_backs', 'call_back_windows', 'employer_standings', 'rollout_cells', 'rollout_counted', 'rollout_marks', 'rollout_weeks', 'roster_entries', 'rollout_counts',
    'employer_mergers', 'roster_origins', 'roster_batches', 'roster_changes', 'roster_headings', 'roster_missing', 'rollout_changes', 'rollout_targets', 'employer_wishes', 'invitation_sendings', 'invitations', 'invitation_stops', 'roster_keys', 'registration_locks', 'registration_moves', 'registration_openings', 'registrations', 'request_photo_folders', 'schema_migrations', 'second_checks', 'spent_challenges', 'staff_sessions',
    'staff_posts', 'staff_users', 'upload_pieces', 'uploads', 'walk_ins'
  ];
  person text[];
  unknown text;
  pair text[];
  name text;
BEGIN
  IF to_regproc('create_distributed_table') IS NULL THEN
    RAISE EXCEPTION 'Máy chủ này chưa có Citus; không thay đổi gì. / Citus is not loaded here; nothing was changed.'
      USING HINT = 'shared_preload_libraries = ''citus'', restart, CREATE EXTENSION citus';
  END IF;

  SELECT array_agg(c.relname::text ORDER BY c.relname <> 'persons', c.relname) INTO person
  FROM pg_partitioned_table t JOIN pg_class c ON c.oid = t.partrelid
  JOIN pg_attribute a ON a.attrelid = t.partrelid AND a.attnum = t.partattrs[0] AND a.attname = 'person_id'
  WHERE c.relnamespace = 'public'::regnamespace AND t.partnatts = 1;

  SELECT string_agg(c.relname, ', ' ORDER BY c.relname) INTO unknown FROM pg_class c
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
    AND 1 <> (SELECT count(*) FROM unnest(person || reference || local || ARRAY(SELECT by_value[i][1] FROM generate_subscripts(by_value, 1) AS i)) AS named WHERE named = c.relname)
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e');
  IF unknown IS NOT NULL THEN
    RAISE EXCEPTION 'database/citus.sql chưa nói bảng nào đặt ở đâu: %. / it does not say once where these belong: %.', unknown, unknown;
  END IF;

  FOREACH name IN ARRAY reference LOOP
    PERFORM create_reference_table(name);
  END LOOP;
  FOREACH name IN ARRAY person LOOP
    PERFORM create_distributed_table(name, 'person_id', colocate_with => CASE WHEN name = 'persons' THEN 'none' ELSE 'persons' END);
  END LOOP;
  FOREACH pair SLICE 1 IN ARRAY by_value LOOP
    PERFORM create_distributed_table(pair[1], pair[2], colocate_with => 'none');
  END LOOP;
END $$;
