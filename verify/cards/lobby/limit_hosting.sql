-- Verify gamekeeper:cards/lobby/limit_hosting on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.limit_hosting(uuid,timestamp with time zone)', '(player_id uuid, at timestamp with time zone) returns void');
select pg_temp.has_function_nature('cards.limit_hosting(uuid,timestamp with time zone)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.limit_hosting(uuid,timestamp with time zone)', 'nobody');
rollback;
