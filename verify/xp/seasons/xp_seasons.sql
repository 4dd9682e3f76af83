-- Verify gamekeeper:xp/seasons/xp_seasons on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('xp.xp_seasons', 'table, row level security');
select pg_temp.has_column('xp.xp_seasons', 'season_id', 'text NOT NULL');
select pg_temp.has_column('xp.xp_seasons', 'starts_on', 'date NOT NULL');
select pg_temp.has_column('xp.xp_seasons', 'ends_on', 'date NOT NULL');
select pg_temp.has_column('xp.xp_seasons', 'kind', 'text NOT NULL DEFAULT ''main''::text');
select pg_temp.has_column('xp.xp_seasons', 'prizes', 'jsonb NOT NULL DEFAULT ''[]''::jsonb');
select pg_temp.has_column('xp.xp_seasons', 'created_at', 'timestamp with time zone NOT NULL DEFAULT core.now_utc()');
select pg_temp.has_constraint('xp.xp_seasons', 'xp_seasons_pkey', 'PRIMARY KEY (season_id)');
select pg_temp.has_constraint('xp.xp_seasons', 'xp_seasons_overlap_excl', 'EXCLUDE USING gist (int8range(hashtextextended(kind, (0)::bigint), hashtextextended(kind, (0)::bigint), ''[]''::text) WITH &&, daterange(starts_on, ends_on, ''[]''::text) WITH &&)');
select pg_temp.has_constraint('xp.xp_seasons', 'xp_seasons_kind_chk', 'CHECK ((kind ~ ''^[a-z][a-z0-9_-]{0,39}$''::text))');
select pg_temp.has_constraint('xp.xp_seasons', 'xp_seasons_order_chk', 'CHECK ((starts_on <= ends_on))');
select pg_temp.has_constraint('xp.xp_seasons', 'xp_seasons_season_id_chk', 'CHECK (((season_id !~ ''^(|all|(day|week|month):.*)$''::text) AND (length(season_id) <= 100)))');
select pg_temp.has_constraint('xp.xp_seasons', 'xp_seasons_years_chk', 'CHECK (((starts_on >= ''0001-01-01''::date) AND (ends_on <= ''9999-12-31''::date)))');
select pg_temp.has_policy('xp.xp_seasons', 'readable_by_all', 'select to authenticated, service_role using');
select pg_temp.has_relation_grants('xp.xp_seasons', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('xp.xp_seasons', 'anon', 'nothing');
select pg_temp.has_relation_grants('xp.xp_seasons', 'authenticated', 'select');
select pg_temp.has_relation_grants('xp.xp_seasons', 'service_role', 'select');
select pg_temp.has_trigger('xp.xp_seasons', 'audit', 'AFTER INSERT OR DELETE OR UPDATE FOR EACH ROW EXECUTE FUNCTION core.audit()');
select pg_temp.has_trigger('xp.xp_seasons', 'guard_definitions', 'BEFORE INSERT OR DELETE OR UPDATE FOR EACH STATEMENT EXECUTE FUNCTION core.guard_definitions()');
select pg_temp.has_trigger('xp.xp_seasons', 'guard_history_delete', 'BEFORE DELETE FOR EACH ROW EXECUTE FUNCTION core.guard_history()');
select pg_temp.has_trigger('xp.xp_seasons', 'guard_history_truncate', 'BEFORE TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION core.guard_history()');
select pg_temp.has_row('core.definitions', '{"table_name": "xp.xp_seasons"}');
rollback;
