-- Verify gamekeeper:cards/games/games on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('cards.games', 'table, row level security');
select pg_temp.has_column('cards.games', 'id', 'uuid NOT NULL DEFAULT core.uuid_v7()');
select pg_temp.has_column('cards.games', 'session_seed', 'text NOT NULL');
select pg_temp.has_column('cards.games', 'session_seed_hash', 'text NOT NULL');
select pg_temp.has_column('cards.games', 'config', 'jsonb NOT NULL');
select pg_temp.has_column('cards.games', 'is_public', 'boolean NOT NULL');
select pg_temp.has_column('cards.games', 'status', 'text NOT NULL DEFAULT ''created''::text');
select pg_temp.has_column('cards.games', 'member_ids', 'uuid[] NOT NULL DEFAULT ''{}''::uuid[]');
select pg_temp.has_column('cards.games', 'started_at', 'timestamp with time zone');
select pg_temp.has_column('cards.games', 'completed_at', 'timestamp with time zone');
select pg_temp.has_column('cards.games', 'created_at', 'timestamp with time zone NOT NULL DEFAULT core.now_utc()');
select pg_temp.has_column('cards.games', 'summary_id', 'uuid GENERATED ALWAYS AS (
CASE
    WHEN (completed_at IS NOT NULL) THEN id
    ELSE NULL::uuid
END)');
select pg_temp.has_constraint('cards.games', 'games_pkey', 'PRIMARY KEY (id)');
select pg_temp.has_constraint('cards.games', 'games_completed_when_status_says_so', 'CHECK (((status = ''completed''::text) = (completed_at IS NOT NULL)))');
select pg_temp.has_constraint('cards.games', 'games_started_when_status_says_so', 'CHECK (((status = ''created''::text) = (started_at IS NULL)))');
select pg_temp.has_constraint('cards.games', 'games_status', 'CHECK ((status = ANY (ARRAY[''created''::text, ''in_progress''::text, ''completed''::text])))');
select pg_temp.has_index('cards.games', 'games_created_at_idx', 'btree (created_at)');
select pg_temp.has_index('cards.games', 'games_history_idx', 'btree (id DESC) WHERE (is_public AND (status = ''completed''::text))');
select pg_temp.has_index('cards.games', 'games_status_idx', 'btree (status) WHERE (status <> ''completed''::text)');
select pg_temp.has_index('cards.games', 'games_summary_id_idx', 'btree (summary_id)');
select pg_temp.has_policy('cards.games', 'service_sees_games', 'select to service_role using');
select pg_temp.has_policy('cards.games', 'visible_games', 'select to authenticated using');
select pg_temp.has_relation_grants('cards.games', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('cards.games', 'anon', 'nothing');
select pg_temp.has_relation_grants('cards.games', 'authenticated', 'select (completed_at, config, created_at, id, is_public, session_seed_hash, started_at, status)');
select pg_temp.has_relation_grants('cards.games', 'service_role', 'select (completed_at, config, created_at, id, is_public, session_seed_hash, started_at, status)');
select pg_temp.has_trigger('cards.games', 'keep_delete', 'BEFORE DELETE FOR EACH ROW EXECUTE FUNCTION core.append_only()');
select pg_temp.has_trigger('cards.games', 'keep_truncate', 'BEFORE TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION core.append_only()');
rollback;
