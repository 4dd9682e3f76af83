-- Verify gamekeeper:core/chance/may_draw_at_once on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.may_draw_at_once()', '() returns boolean');
select pg_temp.has_function_nature('core.may_draw_at_once()', 'plpgsql, stable, parallel safe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('core.may_draw_at_once()', 'nobody');
rollback;
