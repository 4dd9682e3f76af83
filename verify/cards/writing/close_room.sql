-- Verify gamekeeper:cards/writing/close_room on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.close_room(uuid,timestamp with time zone)', '(game_id uuid, at timestamp with time zone) returns void');
select pg_temp.has_function_nature('cards.close_room(uuid,timestamp with time zone)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.close_room(uuid,timestamp with time zone)', 'nobody');
rollback;
