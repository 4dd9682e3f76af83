-- Verify gamekeeper:core/chance/draw_indexes on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.draw_indexes(bytea,bytea,text,integer[])', '(inner_block bytea, outer_block bytea, message text, sizes integer[]) returns integer[]');
select pg_temp.has_function_nature('core.draw_indexes(bytea,bytea,text,integer[])', 'plpgsql, stable, parallel safe, strict');
select pg_temp.has_function_grants('core.draw_indexes(bytea,bytea,text,integer[])', 'nobody');
rollback;
