-- Verify gamekeeper:slots/games/games on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('slots.games', 'table, row level security');
select pg_temp.has_column('slots.games', 'game_id', 'uuid NOT NULL DEFAULT core.uuid_v7()');
select pg_temp.has_column('slots.games', 'name', 'text NOT NULL');
select pg_temp.has_column('slots.games', 'rng_signature', 'jsonb NOT NULL');
select pg_temp.has_column('slots.games', 'symbol_map', 'jsonb NOT NULL');
select pg_temp.has_column('slots.games', 'statistical_profile', 'jsonb NOT NULL');
select pg_temp.has_column('slots.games', 'bet_step', 'numeric(20,4) NOT NULL');
select pg_temp.has_column('slots.games', 'min_bet', 'numeric(20,4) NOT NULL');
select pg_temp.has_column('slots.games', 'max_bet', 'numeric(20,4)');
select pg_temp.has_column('slots.games', 'cost_rate', 'jsonb NOT NULL DEFAULT ''{}''::jsonb');
select pg_temp.has_column('slots.games', 'created_at', 'timestamp with time zone NOT NULL DEFAULT core.now_utc()');
select pg_temp.has_column('slots.games', 'deleted_at', 'timestamp with time zone');
select pg_temp.has_column('slots.games', 'retired_reason', 'text');
select pg_temp.has_constraint('slots.games', 'games_pkey', 'PRIMARY KEY (game_id)');
select pg_temp.has_constraint('slots.games', 'games_bets', 'CHECK (((bet_step > (0)::numeric) AND (min_bet > (0)::numeric) AND ((min_bet % bet_step) = (0)::numeric) AND (max_bet >= min_bet)))');
select pg_temp.has_constraint('slots.games', 'games_name_length', 'CHECK (((length(name) >= 1) AND (length(name) <= 200)))');
select pg_temp.has_constraint('slots.games', 'games_retired', 'CHECK ((((deleted_at IS NULL) = (retired_reason IS NULL)) AND ((retired_reason IS NULL) OR ((length(retired_reason) >= 1) AND (length(retired_reason) <= 200)))))');
select pg_temp.has_policy('slots.games', 'readable_by_all', 'select to anon, authenticated using');
select pg_temp.has_policy('slots.games', 'service_reads', 'select to service_role using');
select pg_temp.has_relation_grants('slots.games', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('slots.games', 'anon', 'select');
select pg_temp.has_relation_grants('slots.games', 'authenticated', 'select');
select pg_temp.has_relation_grants('slots.games', 'service_role', 'select');
select pg_temp.has_trigger('slots.games', 'audit', 'AFTER INSERT OR DELETE OR UPDATE FOR EACH ROW EXECUTE FUNCTION core.audit()');
select pg_temp.has_trigger('slots.games', 'guard_history_update', 'BEFORE UPDATE FOR EACH ROW WHEN (((((((((old.game_id IS DISTINCT FROM new.game_id) OR (old.rng_signature IS DISTINCT FROM new.rng_signature)) OR (old.symbol_map IS DISTINCT FROM new.symbol_map)) OR (old.statistical_profile IS DISTINCT FROM new.statistical_profile)) OR (old.bet_step IS DISTINCT FROM new.bet_step)) OR (old.min_bet IS DISTINCT FROM new.min_bet)) OR (old.max_bet IS DISTINCT FROM new.max_bet)) OR (old.cost_rate IS DISTINCT FROM new.cost_rate))) EXECUTE FUNCTION core.guard_history()');
rollback;
