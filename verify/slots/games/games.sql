-- Verify gamekeeper:slots/games/games on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('slots.games', 'table, row level security');
select pg_temp.has_column('slots.games', 'game_id', 'uuid NOT NULL DEFAULT core.uuid_v7()');
select pg_temp.has_column('slots.games', 'name', 'text NOT NULL');
select pg_temp.has_column('slots.games', 'rng_signature', 'jsonb NOT NULL');
select pg_temp.has_column('slots.games', 'symbol_map', 'jsonb NOT NULL');
select pg_temp.has_column('slots.games', 'statistical_profile', 'jsonb NOT NULL');
select pg_temp.has_column('slots.games', 'created_at', 'timestamp with time zone NOT NULL DEFAULT core.now_utc()');
select pg_temp.has_column('slots.games', 'deleted_at', 'timestamp with time zone');
select pg_temp.has_column('slots.games', 'retired_reason', 'text');
select pg_temp.has_constraint('slots.games', 'games_pkey', 'PRIMARY KEY (game_id)');
select pg_temp.has_constraint('slots.games', 'games_name_length', 'CHECK (((length(name) >= 1) AND (length(name) <= 200)))');
select pg_temp.has_constraint('slots.games', 'games_retired', 'CHECK ((((deleted_at IS NULL) = (retired_reason IS NULL)) AND ((retired_reason IS NULL) OR ((length(retired_reason) >= 1) AND (length(retired_reason) <= 200)))))');
select pg_temp.has_policy('slots.games', 'readable_by_all', 'select to anon, authenticated using');
select pg_temp.has_policy('slots.games', 'service_reads', 'select to service_role using');
select pg_temp.has_relation_grants('slots.games', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('slots.games', 'anon', 'select');
select pg_temp.has_relation_grants('slots.games', 'authenticated', 'select');
select pg_temp.has_relation_grants('slots.games', 'service_role', 'select');
select pg_temp.has_trigger('slots.games', 'audit', 'AFTER INSERT OR DELETE OR UPDATE FOR EACH ROW EXECUTE FUNCTION core.audit()');
select pg_temp.has_trigger('slots.games', 'guard_history_update', 'BEFORE UPDATE FOR EACH ROW WHEN (((old.rng_signature <> new.rng_signature) OR (old.symbol_map <> new.symbol_map) OR (old.statistical_profile <> new.statistical_profile) OR (old.game_id <> new.game_id))) EXECUTE FUNCTION core.guard_history()');
rollback;
