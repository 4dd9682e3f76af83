-- Verify gamekeeper:slots/games/game_programs on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('slots.game_programs', 'table, row level security');
select pg_temp.has_column('slots.game_programs', 'game_id', 'uuid NOT NULL');
select pg_temp.has_column('slots.game_programs', 'program', 'slots.compiled_game NOT NULL');
select pg_temp.has_constraint('slots.game_programs', 'game_programs_pkey', 'PRIMARY KEY (game_id)');
select pg_temp.has_constraint('slots.game_programs', 'game_programs_game_id_fkey', 'FOREIGN KEY (game_id) REFERENCES slots.games(game_id)');
select pg_temp.has_relation_grants('slots.game_programs', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('slots.game_programs', 'anon', 'nothing');
select pg_temp.has_relation_grants('slots.game_programs', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('slots.game_programs', 'service_role', 'nothing');
select pg_temp.has_trigger('slots.game_programs', 'guard_definitions', 'BEFORE INSERT OR DELETE OR UPDATE FOR EACH STATEMENT EXECUTE FUNCTION core.guard_definitions()');
select pg_temp.has_trigger('slots.game_programs', 'guard_history_delete', 'BEFORE DELETE FOR EACH ROW EXECUTE FUNCTION core.guard_history()');
select pg_temp.has_trigger('slots.game_programs', 'guard_history_truncate', 'BEFORE TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION core.guard_history()');
select pg_temp.has_trigger('slots.game_programs', 'guard_history_update', 'BEFORE UPDATE FOR EACH ROW EXECUTE FUNCTION core.guard_history()');
select pg_temp.has_row('core.definitions', '{"table_name": "slots.game_programs"}');
rollback;
