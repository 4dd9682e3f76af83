-- Verify gamekeeper:core/chance/draw_word on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.draw_word(bytea,bytea,bytea)', '(inner_block bytea, outer_block bytea, message bytea) returns bigint');
select pg_temp.has_function_nature('core.draw_word(bytea,bytea,bytea)', 'sql, immutable, parallel safe, strict');
select pg_temp.has_function_grants('core.draw_word(bytea,bytea,bytea)', 'nobody');
rollback;
