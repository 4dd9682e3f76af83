-- Verify gamekeeper:xp/days/guard_server_timezone on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_trigger('core.settings', 'guard_server_timezone', 'BEFORE UPDATE FOR EACH ROW WHEN ((new.name = ''xp.server_timezone''::text)) EXECUTE FUNCTION xp.guard_server_timezone()');
select pg_temp.has_function('xp.guard_server_timezone()', '() returns trigger');
select pg_temp.has_function_nature('xp.guard_server_timezone()', 'plpgsql, volatile, parallel unsafe, search_path=pg_temp');
select pg_temp.has_function_grants('xp.guard_server_timezone()', 'nobody');
rollback;
