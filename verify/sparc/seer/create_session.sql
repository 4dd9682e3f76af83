-- Verify gamekeeper:sparc/seer/create_session on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.create_session(uuid,integer,boolean,timestamp with time zone,text,boolean,text)', '(adventure_id uuid, max_players integer DEFAULT 4, is_public boolean DEFAULT false, scheduled_start timestamp with time zone DEFAULT NULL::timestamp with time zone, looking_for text DEFAULT NULL::text, allow_late_join boolean DEFAULT false, idempotency_key text DEFAULT NULL::text) returns sparc.sessions');
select pg_temp.has_function_nature('sparc.create_session(uuid,integer,boolean,timestamp with time zone,text,boolean,text)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.create_session(uuid,integer,boolean,timestamp with time zone,text,boolean,text)', 'authenticated, service_role');
rollback;
