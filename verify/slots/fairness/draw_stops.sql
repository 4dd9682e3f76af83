-- Verify gamekeeper:slots/fairness/draw_stops on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.draw_stops(bytea,bytea,text,bigint,integer[])', '(inner_block bytea, outer_block bytea, client_seed text, nonce bigint, reel_lengths integer[]) returns integer[]');
select pg_temp.has_function_nature('slots.draw_stops(bytea,bytea,text,bigint,integer[])', 'sql, stable, parallel safe');
select pg_temp.has_function_grants('slots.draw_stops(bytea,bytea,text,bigint,integer[])', 'nobody');
rollback;
