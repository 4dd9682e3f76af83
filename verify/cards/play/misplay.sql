-- Verify gamekeeper:cards/play/misplay on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.misplay(uuid,cards.table_state,integer,text,text,timestamp with time zone)', '(game_id uuid, state cards.table_state, seat integer, action text, reason text, at timestamp with time zone) returns cards.move_result');
select pg_temp.has_function_nature('cards.misplay(uuid,cards.table_state,integer,text,text,timestamp with time zone)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.misplay(uuid,cards.table_state,integer,text,text,timestamp with time zone)', 'nobody');
rollback;
